import type {Dialect} from "./dialect.js";
import type {Finding} from "./finding.js";
import {kindText} from "./numberRange.js";
import type {NumberRule} from "./numberRule.js";
import {quoted} from "./quoted.js";
import {otherMarkReader} from "./readNumber.js";

/** Why a cell is refused, without its place. */
export type Refusal = Pick<Finding, "found" | "expected" | "remedy">;

/** Makes the judge of a column's numbers: of a cell and its value, why it is refused, if it is. */
export function refuser(
  rule: NumberRule,
  dialect: Dialect,
): (trimmed: string, value: number) => Refusal | undefined {
  const {min = -Infinity, max = Infinity} = rule;
  const expected = kindText(rule);
  const digits = `Write the value in digits${markText(rule, dialect)}.`;
  const withOtherMark = otherMarkReader(dialect);
  const otherMark = dialect.decimal === "." ? "comma" : "point";
  return (trimmed, value) => {
    if (Number.isNaN(value)) {
      const looks = Number.isNaN(withOtherMark(trimmed)) ? "" : `, which looks like a decimal ${otherMark}`;
      return {found: `${quoted(trimmed)}${looks}`, expected, remedy: digits};
    }
    if (rule.type === "integer" && !Number.isSafeInteger(value)) {
      return {found: quoted(trimmed), expected, remedy: "Correct the value: counts have no fraction."};
    }
    if (value < min || value > max) {
      const remedy = "Correct the value, or change the range in the data set's contract if it is true.";
      return {found: quoted(trimmed), expected, remedy};
    }
  };
}

function markText({type}: NumberRule, {decimal, thousands}: Dialect): string {
  const fraction = type === "integer" ? "" : `, with ${quoted(decimal)} before a fraction`;
  return thousands === "" ? fraction : `${fraction}, with or without ${quoted(thousands)} between thousands`;
}
