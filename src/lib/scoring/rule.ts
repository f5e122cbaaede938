/**
 * A rule as a tree: comparisons of variables and numbers, joined. What SQL calls NULL is null here. Only a number other than 0
 * divides: what else would divide by zero is not the same in all databases.
 */
export type Rule =
  | {column: string}
  | {value: number}
  | {is: "<" | "<=" | ">" | ">=" | "=" | "<>" | "+" | "-" | "*" | "/"; of: [Rule, Rule]}
  | {is: "and" | "or"; of: Rule[]}
  | {is: "not" | "null" | "given"; of: [Rule]};

/** Values by variable; null where missing. */
type Values = Readonly<Record<string, number | string | null | undefined>>;

/**
 * Whether a rule holds for one customer, by SQL's logic of three values: a missing value is no value, not its median, so that
 * a rule that needs it has no answer.
 *
 * @returns null where a missing value leaves it open
 */
export function ruleHolds(rule: Rule, values: Values): boolean | null {
  const answer = evaluate(rule, values);
  return typeof answer === "boolean" ? answer : null;
}

/** The variables that a rule looks at, each once, in its order. */
export function variablesOf(rule: Rule): string[] {
  if ("column" in rule) return [rule.column];
  return "value" in rule ? [] : [...new Set(rule.of.flatMap(variablesOf))];
}

/** The rule as SQL that every database understands. */
export function ruleSql(rule: Rule): string {
  if ("column" in rule) return rule.column;
  if ("value" in rule) return rule.value < 0 ? `(${rule.value})` : String(rule.value);
  const parts = rule.of.map(ruleSql);
  if (rule.is === "not") return `NOT ${parts[0]}`;
  if (rule.is === "null" || rule.is === "given")
    return `(${parts[0]} IS ${rule.is === "null" ? "" : "NOT "}NULL)`;
  if (rule.is === "/") return `(CAST(${parts[0]} AS DOUBLE PRECISION) / ${parts[1]})`;
  return `(${parts.join(` ${rule.is.toUpperCase()} `)})`;
}

function evaluate(rule: Rule, values: Values): number | boolean | null {
  if ("value" in rule) return rule.value;
  if ("column" in rule) {
    const value = values[rule.column];
    return typeof value === "number" && !Number.isNaN(value) ? value : null;
  }
  const parts = rule.of.map((part) => evaluate(part, values));
  if (rule.is === "null") return parts[0] === null;
  if (rule.is === "given") return parts[0] !== null;
  // one part decides whatever the others are
  if (rule.is === "and" && parts.includes(false)) return false;
  if (rule.is === "or" && parts.includes(true)) return true;
  if (parts.includes(null)) return null;
  if (rule.is === "and") return true;
  if (rule.is === "or") return false;
  if (rule.is === "not") return parts[0] === false;
  const [a, b] = parts.map(Number);
  return compute(rule.is, a, b);
}

function compute(
  operation: "<" | "<=" | ">" | ">=" | "=" | "<>" | "+" | "-" | "*" | "/",
  a: number,
  b: number,
): number | boolean | null {
  switch (operation) {
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case ">":
      return a > b;
    case ">=":
      return a >= b;
    case "=":
      return a === b;
    case "<>":
      return a !== b;
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
  }
}
