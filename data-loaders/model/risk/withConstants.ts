import type {Constant} from "../../datasets/dataset.js";

/**
 * Puts the constants' values into an SQL expression that names them as `$name`.
 *
 * @throws Error if a constant is not declared
 */
export function withConstants(expression: string, constants: Readonly<Record<string, Constant>>): string {
  return expression.replaceAll(/\$(\w+)/g, (_, name: string) => {
    if (constants[name] === undefined) throw new Error(`the rule names no declared constant: $${name}`);
    return String(constants[name].value);
  });
}
