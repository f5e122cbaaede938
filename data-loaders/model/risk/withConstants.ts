/** The constants' values by name, without what they mean. */
export type ConstantValues = Readonly<Record<string, {value: number}>>;

/** Those constants that the expressions name. */
export function constantsIn(expressions: readonly string[], constants: ConstantValues): ConstantValues {
  const named = new Set(
    expressions.flatMap((text) => Array.from(text.matchAll(/\$(\w+)/g), ([, name]) => name)),
  );
  return Object.fromEntries(
    Object.entries(constants).flatMap(([name, {value}]) => (named.has(name) ? [[name, {value}]] : [])),
  );
}

/**
 * Puts the constants' values into an SQL expression that names them as `$name`.
 *
 * @throws Error if a constant is not declared
 */
export function withConstants(expression: string, constants: ConstantValues): string {
  return expression.replaceAll(/\$(\w+)/g, (_, name: string) => {
    if (constants[name] === undefined) throw new Error(`the rule names no declared constant: $${name}`);
    return String(constants[name].value);
  });
}
