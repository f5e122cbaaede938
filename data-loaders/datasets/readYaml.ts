import {readFileSync} from "node:fs";
import {relative} from "node:path";
import {type Document, isMap, isNode, isScalar, LineCounter, parseDocument} from "yaml";
import type {z} from "zod";
import {projectPath} from "../engine/project/projectPath.js";

/** What is wrong with a definition or the configuration: every problem with its line. */
export class DefinitionError extends Error {
  override readonly name = "DefinitionError";
}

/** A problem at a place in the document: keys and indices from its root. */
export interface Misfit {
  path: readonly PropertyKey[];
  message: string;
}

/** A YAML file that keeps its schema, and a way to refuse what the schema cannot see. */
export interface YamlFile<T> {
  value: T;
  /** @throws DefinitionError with all of the problems, each at its line; nothing where there are none */
  refuse(misfits: readonly Misfit[]): void;
}

/**
 * Reads a YAML file and holds it against a schema.
 *
 * @param path absolute
 * @throws DefinitionError with every problem: `file:line:column: where: what was found and expected`
 */
export function readYaml<T>(path: string, schema: z.ZodType<T>): YamlFile<T> {
  const lines = new LineCounter();
  const text = readFileSync(path, "utf8");
  const document = parseDocument(text, {lineCounter: lines, prettyErrors: false});
  const file = relative(projectPath("."), path);
  const at = (offset: number) => {
    const {line, col} = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  if (document.errors.length > 0)
    throw new DefinitionError(
      document.errors.map(({pos, message}) => `${at(pos[0])}: ${message}`).join("\n"),
    );
  const given: unknown = document.toJS();
  const refuse = (misfits: readonly Misfit[]) => {
    if (misfits.length === 0) return;
    const told = misfits.map(
      ({path: where, message}) =>
        `${at(offsetOf(document, where))}: ${where.length === 0 ? "" : `${pathText(where)}: `}${message}`,
    );
    throw new DefinitionError(told.join("\n"));
  };
  const parsed = schema.safeParse(given, {reportInput: true});
  if (parsed.success) return {value: parsed.data, refuse};
  refuse(parsed.error.issues.flatMap(misfitsOf));
  throw parsed.error;
}

/** An unknown key is told at the key itself. */
function misfitsOf(issue: z.core.$ZodIssue): Misfit[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      message: "there is no such setting here; docs/reference/definition.md lists those that there are",
    }));
  const found = issue.input === undefined ? "nothing" : JSON.stringify(issue.input);
  return [{path: issue.path, message: `found ${found}; ${expectation(issue)}`}];
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_value")
    return `expected ${issue.values.map((value) => JSON.stringify(value)).join(" or ")}`;
  if (issue.code === "invalid_type") return `expected ${issue.expected}`;
  return issue.message.replace(/^./, (letter) => letter.toLowerCase());
}

/** Where a node begins; of a key that is missing, where the map begins that lacks it. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find(({key}) => isScalar(key) && key.value === last);
      if (pair !== undefined && isNode(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part, i) => (typeof part === "number" ? `[${part + 1}]` : `${i === 0 ? "" : "."}${String(part)}`))
    .join("");
}
