import {z} from "zod";
import {type Rule, variablesOf} from "../../../src/lib/scoring/rule.js";
import {withDatabase} from "../../engine/tables/database.js";

/**
 * Parses a label's SQL, by the engine's own parser, into a tree that a page and every database can evaluate.
 *
 * @param variables columns that a customer who is scored has a number in
 * @returns undefined where the rule uses something else, such as an outcome that is known only afterwards, or a function
 */
export async function parseRule(expression: string, variables: readonly string[]): Promise<Rule | undefined> {
  const json = await withDatabase(async (connection) => {
    const result = await connection.runAndReadAll("SELECT json_serialize_sql('SELECT ' || $1)", [expression]);
    return String(result.getRows()[0][0]);
  });
  const {statements} = parsed.parse(JSON.parse(json));
  const rule = ruleOf(node.safeParse(statements[0]?.node.select_list[0]).data);
  return rule && variablesOf(rule).every((name) => variables.includes(name)) ? rule : undefined;
}

const parsed = z.object({
  statements: z.array(z.object({node: z.object({select_list: z.array(z.unknown())})})).default([]),
});

/** What of the parser's tree is understood; all else is of no kind that is known here. */
const node = z.object({
  class: z.string(),
  type: z.string(),
  column_names: z.array(z.string()).optional(),
  value: z
    .object({
      is_null: z.boolean(),
      value: z.unknown(),
      type: z.object({id: z.string(), type_info: z.object({scale: z.number().optional()}).nullish()}),
    })
    .optional(),
  function_name: z.string().optional(),
  is_operator: z.boolean().optional(),
  left: z.unknown().optional(),
  right: z.unknown().optional(),
  input: z.unknown().optional(),
  lower: z.unknown().optional(),
  upper: z.unknown().optional(),
  children: z.array(z.unknown()).optional(),
});

const comparisons: Readonly<Record<string, "<" | "<=" | ">" | ">=" | "=" | "<>">> = {
  COMPARE_LESSTHAN: "<",
  COMPARE_LESSTHANOREQUALTO: "<=",
  COMPARE_GREATERTHAN: ">",
  COMPARE_GREATERTHANOREQUALTO: ">=",
  COMPARE_EQUAL: "=",
  COMPARE_NOTEQUAL: "<>",
};
const arithmetic = ["+", "-", "*", "/"] as const;

function ruleOf(found: z.infer<typeof node> | undefined): Rule | undefined {
  if (found === undefined) return undefined;
  const child = (part: unknown) => ruleOf(node.safeParse(part).data);
  const children = (found.children ?? []).map(child);
  const [first, second] = children;
  if (found.class === "COLUMN_REF" && found.column_names?.length === 1)
    return {column: found.column_names[0]};
  if (found.class === "CONSTANT") return constant(found.value);
  if (found.class === "COMPARISON") {
    const is = comparisons[found.type];
    return is && pair(is, child(found.left), child(found.right));
  }
  if (found.class === "BETWEEN") {
    const low = pair(">=", child(found.input), child(found.lower));
    const high = pair("<=", child(found.input), child(found.upper));
    return low && high && {is: "and", of: [low, high]};
  }
  if (found.class === "CONJUNCTION") {
    const of = children.filter((part) => part !== undefined);
    return of.length < children.length
      ? undefined
      : {is: found.type === "CONJUNCTION_AND" ? "and" : "or", of};
  }
  if (found.class === "OPERATOR" && first !== undefined) {
    if (found.type === "OPERATOR_NOT") return {is: "not", of: [first]};
    if (found.type === "OPERATOR_IS_NULL") return {is: "null", of: [first]};
    if (found.type === "OPERATOR_IS_NOT_NULL") return {is: "given", of: [first]};
  }
  if (found.class === "FUNCTION" && found.is_operator) {
    const is = arithmetic.find((name) => name === found.function_name);
    if (is === "-" && children.length === 1) return pair("-", {value: 0}, first);
    if (is === "/" && !(second !== undefined && "value" in second && second.value !== 0)) return undefined;
    return is && children.length === 2 ? pair(is, first, second) : undefined;
  }
  return undefined;
}

function pair(
  is: "<" | "<=" | ">" | ">=" | "=" | "<>" | "+" | "-" | "*" | "/",
  a: Rule | undefined,
  b: Rule | undefined,
): Rule | undefined {
  return a && b && {is, of: [a, b]};
}

/** A decimal is a whole number and its scale. */
function constant(found: z.infer<typeof node>["value"]): Rule | undefined {
  if (found === undefined || found.is_null || typeof found.value !== "number") return undefined;
  const scale = found.type.id === "DECIMAL" ? (found.type.type_info?.scale ?? 0) : 0;
  return {value: Number(`${found.value}e-${scale}`)};
}
