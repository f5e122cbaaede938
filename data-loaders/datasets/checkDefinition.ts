import type {DatasetDefinition} from "./dataset.js";
import type {Misfit} from "./readYaml.js";

/** Columns that the machine adds to the customers table. */
const ownColumns = [
  "customer_id",
  "row_number",
  "segment",
  "kmeans_cluster",
  "ward_cluster",
  "silhouette",
  "high_risk",
  "risk_probability",
];

/** What a schema cannot see: names that nothing has, names that come twice, and numbers that do not fit each other. */
export function checkDefinition(definition: DatasetDefinition): Misfit[] {
  return [
    ...columnMisfits(definition),
    ...nameMisfits(definition),
    ...expressionMisfits(definition),
    ...groupMisfits(definition),
    ...constantMisfits(definition),
  ];
}

function columnMisfits({contract: {columns}, engineered, categories}: DatasetDefinition): Misfit[] {
  const misfits: Misfit[] = [];
  const taken = new Map(ownColumns.map((name) => [name, "the customers table has such a column already"]));
  const take = (name: string, path: Misfit["path"]) => {
    const reason = taken.get(name);
    if (reason !== undefined) misfits.push({path, message: `found ${name}; ${reason}`});
    taken.set(name, "there is a column of this name above");
  };
  columns.forEach(({name, role, type, missing, bands, asOf, dates, scale}, i) => {
    const path = ["contract", "columns", i];
    const misfit = (key: string, message: string) => misfits.push({path: [...path, key], message});
    // an extra column is never published
    if (role !== "extra") take(name, [...path, "name"]);
    if (role === "feature" && (type === "text" || type === "date"))
      misfit("type", `found ${type}; a feature is an integer or a number`);
    if (role === "key" && type !== "text")
      misfit("type", `found ${type}; a key is a text, so that no digit is lost`);
    if (missing === "keep" && role !== "describe" && role !== "outcome")
      misfit("missing", "found keep; only a column that describes or an outcome keeps its gaps");
    if (missing === "median" && role !== "feature")
      misfit("missing", "found median; only a feature has a median");
    if (role === "describe" && type !== "text" && bands === undefined)
      misfit("role", "a number or date that describes needs bands: its values are not published as they are");
    if (type === "date" && (dates === undefined || asOf === undefined))
      misfit(
        "type",
        "a date needs `dates` (how it is written) and `asOf` (the day up to which it is counted)",
      );
    if (scale !== undefined && role !== "feature") misfit("scale", "only a feature enters the distances");
    misfits.push(...bandMisfits(bands ?? [], [...path, "bands"]));
  });
  if (columns.filter(({role}) => role === "key").length > 1)
    misfits.push({path: ["contract", "columns"], message: "more than one column has the role key"});
  if (!columns.some(({role}) => role === "feature"))
    misfits.push({path: ["contract", "columns"], message: "no column has the role feature"});
  engineered.forEach(({name}, i) => {
    take(name, ["engineered", i, "name"]);
  });
  categories.forEach(({name, bands}, i) => {
    take(name, ["categories", i, "name"]);
    misfits.push(...bandMisfits(bands, ["categories", i, "bands"]));
  });
  return misfits;
}

function bandMisfits(bands: readonly {name: string; below?: number}[], path: Misfit["path"]): Misfit[] {
  return bands.flatMap(({below}, i) => {
    const isLast = i === bands.length - 1;
    if (isLast && below !== undefined)
      return [
        {path: [...path, i, "below"], message: "the last band has no end, so that every value has a band"},
      ];
    if (!isLast && below === undefined)
      return [{path: [...path, i], message: "a band before the last one needs `below`"}];
    const earlier = i === 0 ? undefined : bands[i - 1].below;
    return earlier !== undefined && below !== undefined && below <= earlier
      ? [
          {
            path: [...path, i, "below"],
            message: `found ${below}; expected more than ${earlier}, where the band begins`,
          },
        ]
      : [];
  });
}

function nameMisfits({
  contract,
  engineered,
  categories,
  leaveOut = [],
  segments,
  risk,
}: DatasetDefinition): Misfit[] {
  const features = contract.columns.filter(({role}) => role === "feature").map(({name}) => name);
  const describing = contract.columns.filter(({role}) => role === "describe").map(({name}) => name);
  const known = (name: string, names: readonly string[], what: string, path: Misfit["path"]): Misfit[] =>
    names.includes(name)
      ? []
      : [
          {
            path,
            message: `found ${name}; expected a ${what}: ${names.length === 0 ? "there is none" : names.join(", ")}`,
          },
        ];
  return [
    ...engineered.flatMap(({sumOf}, i) =>
      sumOf.flatMap((name, j) => known(name, features, "feature", ["engineered", i, "sumOf", j])),
    ),
    ...categories.flatMap(({variable}, i) =>
      known(variable, features, "feature", ["categories", i, "variable"]),
    ),
    ...segments.flatMap(({variable}, i) => known(variable, features, "feature", ["segments", i, "variable"])),
    ...leaveOut.flatMap(({column, test}, i) =>
      test === "is"
        ? known(
            column,
            [...categories.map(({name}) => name), ...describing],
            "category or column that describes",
            ["leaveOut", i, "column"],
          )
        : known(column, features, "feature", ["leaveOut", i, "column"]),
    ),
    ...(risk?.definedBy ?? []).flatMap((name, i) =>
      known(name, features, "feature", ["risk", "definedBy", i]),
    ),
    ...(risk?.leftOut ?? []).flatMap(({variable}, i) =>
      known(variable, features, "feature", ["risk", "leftOut", i, "variable"]),
    ),
    ...(risk?.describing ?? []).flatMap((name, i) =>
      known(name, describing, "column that describes", ["risk", "describing", i]),
    ),
  ];
}

/** Words of a condition that name no column. */
const conditionWords = new Set(
  "and or not in is null between like ilike similar to case when then else end true false distinct from cast as double integer varchar date boolean interval year years month months day days".split(
    " ",
  ),
);

/** Conditions that name a column which is not there; the engine would say so much later, without a line. */
function expressionMisfits({contract, engineered, categories, risk}: DatasetDefinition): Misfit[] {
  const names = [...contract.columns, ...engineered, ...categories].map(({name}) => name);
  const unknown = (sql: string, path: Misfit["path"]): Misfit[] =>
    Array.from(
      sql.replaceAll(/'(?:[^']|'')*'/g, "''").matchAll(/(?<![\w$."])[a-z_]\w*(?![\w."]|\s*\()/gi),
      ([word]) => word,
    )
      .filter((word) => !names.includes(word.toLowerCase()) && !conditionWords.has(word.toLowerCase()))
      .map((word) => ({path, message: `found ${word}; expected a column: ${names.join(", ")}`}));
  return [
    ...contract.relations.flatMap(({expression}, i) =>
      unknown(expression, ["contract", "relations", i, "expression"]),
    ),
    ...(risk === undefined ? [] : unknown(risk.expression, ["risk", "expression"])),
  ];
}

function groupMisfits({k, segments, search, resampling, contract}: DatasetDefinition): Misfit[] {
  const misfits: Misfit[] = [];
  if (search.to < search.from)
    misfits.push({
      path: ["search", "to"],
      message: `found ${search.to}; expected ${search.from} (search.from) or more`,
    });
  if (k !== 1 && (k < search.from || k > search.to))
    misfits.push({
      path: ["k"],
      message: `found ${k}; expected 1, or a number from ${search.from} to ${search.to} as in search`,
    });
  segments.forEach(({id}, i) => {
    if (segments.findIndex((other) => other.id === id) < i)
      misfits.push({path: ["segments", i, "id"], message: `found ${id}, which a group above has already`});
  });
  if (resampling.linkages[0] !== "ward")
    misfits.push({path: ["resampling", "linkages"], message: "expected ward as the first"});
  if (contract.minimumRows <= search.to)
    misfits.push({
      path: ["contract", "minimumRows"],
      message: `found ${contract.minimumRows}; expected more than ${search.to}, the largest number of groups that is tried`,
    });
  return misfits;
}

function constantMisfits({risk, actions, constants}: DatasetDefinition): Misfit[] {
  const unknown = (sql: string, path: Misfit["path"]): Misfit[] =>
    [...sql.matchAll(/\$(\w+)/g)]
      .filter(([, name]) => constants[name] === undefined)
      .map(([whole]) => ({path, message: `found ${whole}, which is no constant of the data set`}));
  return [
    ...(risk === undefined ? [] : unknown(risk.expression, ["risk", "expression"])),
    ...actions.flatMap(({rule}) => unknown(rule, ["constants"])),
  ];
}
