import type {GroupChoice} from "./chooseGroups.js";
import type {DatasetFile} from "./defineDataset.js";
import type {ColumnDecision} from "./profileColumns.js";

/** Columns of one kind that are named; the rest are counted. */
const named = 12;

/** What was decided and why, on one screen. */
export function decisionsText(
  rows: number,
  file: DatasetFile,
  decisions: readonly ColumnDecision[],
  choice: GroupChoice,
  groups: readonly {name: string; customers: number}[],
): string {
  const of = <Role extends ColumnDecision["role"]>(role: Role) =>
    decisions.filter((decision): decision is Extract<ColumnDecision, {role: Role}> => decision.role === role);
  const [key] = of("key");
  const features = of("feature");
  const logs = features.filter(({log}) => log);
  const gaps = features.filter(({missing}) => missing > 0);
  const {separator, decimal} = file.contract.dialect;
  const mark = separator === "," ? "commas" : separator === ";" ? "semicolons" : "tabs";
  const lines: [string, string][] = [
    [
      "customers",
      `${rows.toLocaleString("en-US")} rows; ${mark} between columns, a decimal ${decimal === "." ? "point" : "comma"}`,
    ],
    ["key", key === undefined ? "none: the row numbers name the customers" : `${key.header}: ${key.why}`],
    ["variables", `${features.length}: ${list(features.map(({header}) => header))}`],
    ...(logs.length === 0
      ? []
      : [
          [
            "logarithms",
            `${list(logs.map(({header}) => header))} (long tails; remove “scale: log” to use the values)`,
          ] satisfies [string, string],
        ]),
    ...(gaps.length === 0
      ? []
      : [
          [
            "gaps",
            `filled with the median: ${list(gaps.map(({header, missing}) => `${header} (${missing})`))}`,
          ] satisfies [string, string],
        ]),
    [
      "describing",
      of("describe").length === 0
        ? "none"
        : list(of("describe").map(({header, kind}) => `${header} (${kind})`)),
    ],
    ...of("outcome").map(({header, why}): [string, string] => ["outcome", `${header}: ${why}`]),
    ...of("left out").map(({header, why}): [string, string] => [
      "left out",
      `${header === "" ? "a column without a name" : header}: ${why}`,
    ]),
    ["groups", choice.k === 1 ? `none: ${choice.why}` : `${choice.k}: ${choice.why}`],
    ...(choice.k === 1
      ? []
      : groups.map(({name, customers}): [string, string] => [
          "",
          `${name}, ${customers.toLocaleString("en-US")} customers`,
        ])),
    ...(file.currency === undefined && features.length > 0
      ? [
          [
            "currency",
            "not declared: amounts have no sign; give --currency, or write it into the definition",
          ] satisfies [string, string],
        ]
      : []),
  ];
  const leftOut = lines.filter(([name]) => name === "left out");
  const shown = lines.filter(([name], i) => name !== "left out" || leftOut.indexOf(lines[i]) < named);
  return [
    ...shown.map(([name, text], i) => `  ${(name === shown[i - 1]?.[0] ? "" : name).padEnd(12)}${text}`),
    ...(leftOut.length > named
      ? [`  ${"".padEnd(12)}… and ${leftOut.length - named} more columns, listed in the definition`]
      : []),
  ].join("\n");
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, named).join(", ");
  return names.length > named ? `${shown} and ${names.length - named} more` : shown;
}
