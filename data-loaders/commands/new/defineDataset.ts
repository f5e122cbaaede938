import {max, min} from "d3-array";
import type {z} from "zod";
import type {ColumnRule, datasetSchema} from "../../datasets/dataset.js";
import {type ColumnDecision, isAge, roundBands} from "./profileColumns.js";
import type {GivenTable} from "./readTable.js";

/** What a `dataset.yaml` holds. */
export type DatasetFile = z.input<typeof datasetSchema>;

/** Columns that the customers table has already. */
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

/** Words that DuckDB or PostgreSQL does not take as a column's name. */
export const sqlWords = new Set(
  `
all analyse analyze and anti any array as asc asof asymmetric at authorization between bigint binary bit
boolean both by case cast char character check coalesce collate collation column columns concurrently
constraint create cross dec decimal default deferrable desc describe distinct do else end except exists
extract false fetch float for foreign freeze from full generated glob grant group grouping grouping_id
having ilike in initially inner inout int integer intersect interval into is isnull join lambda lateral
leading left like limit map national natural nchar none not notnull null nullif numeric offset on only or
order out outer overlaps overlay pivot pivot_longer pivot_wider placing position positional precision
primary qualify real references returning right row select semi setof show similar smallint some struct
substring summarize symmetric table tablesample then time timestamp to trailing treat trim true try_cast
union unique unpack unpivot user using values varchar variadic verbose when where window with xmlattributes
xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable
`
    .trim()
    .split(/\s+/),
);

/** Columns of money by their names in several languages; those of the second list may as well be counts. */
const amounts =
  /amount|balance|limit|income|salary|spend|price|cost|revenue|turnover|saving|debt|betrag|saldo|einkommen|umsatz|gehalt|guthaben|montant|solde|revenu|ingreso|importe|gasto|reddito|importo|rechnung|kosten|gebühr|facture|(^|[^a-z])(eur|usd|gbp|chf)([^a-z]|$)|[€$£]/i;
const amountsOrCounts =
  /purchase|payment|paid|claim|premium|insured|deposit|prämie|beitrag|schaden|loan|withdraw|transfer|advance|kredit|zahlung|achat|compra|pago|acquist/i;
const counts =
  /count|number|(^|[^a-z])(num|nbr|nr|no)([^a-z]|$)|anzahl|nombre|frequen|rate|ratio|share|percent|quote|anteil|score|trx|transactions/i;

/** Whole numbers below a thousand are more likely counts than sums of money. */
function isAmountOf(header: string, values: Float64Array, isWhole: boolean): boolean {
  if (counts.test(header)) return false;
  return amounts.test(header) || (amountsOrCounts.test(header) && !(isWhole && (max(values) ?? 0) < 1_000));
}

/**
 * Puts the decisions on the columns into a definition with one group, to be completed when the groups are known.
 *
 * @param currency sign of the currency; without one amounts have no unit
 */
export function defineDataset(
  title: string,
  table: GivenTable,
  decisions: readonly ColumnDecision[],
  currency: string | undefined,
): DatasetFile {
  const n = table.lines.length;
  const columns = columnRules(decisions, currency);
  const hasKey = columns.some(({role}) => role === "key");
  const to = Math.max(2, Math.min(12, Math.floor(n / 10)));
  const outcome = decisions.find((decision) => decision.role === "outcome");
  const described = columns.filter(({role}) => role === "describe").map(({name}) => name);
  return {
    title,
    ...(currency === undefined ? {} : {currency}),
    period: "over the period of the file",
    contract: {
      dialect: table.dialect,
      duplicateKeys: "note",
      duplicateRows: hasKey ? "drop" : "keep",
      minimumRows: to + 1,
      columns,
    },
    k: 1,
    segments: [],
    search: {from: 2, to, restarts: n <= 2_000 ? 40 : n <= 20_000 ? 12 : 6, seed: 1},
    resampling: {
      replicates: n <= 2_000 ? 50 : 20,
      references: n <= 2_000 ? 10 : 4,
      restarts: 4,
      groupless: 20,
      linkages: n <= 1_500 ? ["ward", "average", "complete", "single"] : ["ward"],
    },
    ...(outcome?.role === "outcome"
      ? {
          risk: {
            sentence: `${outcome.header} is “${outcome.positive}”.`,
            expression: `${columns.find(({role}) => role === "outcome")?.name} = '${outcome.positive.replaceAll("'", "''")}'`,
            definedBy: [],
            ...(described.length === 0 ? {} : {describing: described}),
            evidence: "observed",
          },
        }
      : {}),
  };
}

function columnRules(decisions: readonly ColumnDecision[], currency: string | undefined): ColumnRule[] {
  const used = new Set([...ownColumns, ...sqlWords]);
  return decisions.flatMap((decision, index): ColumnRule[] => {
    if (decision.role === "left out") return [];
    const {header, role} = decision;
    const name = uniqueName(header, role, index, used);
    const wording = {name, header};
    const label = labelOf(header);
    if (decision.role === "key")
      return [
        {
          ...wording,
          type: "text",
          role,
          missing: "fail",
          label,
          unit: "",
          definition:
            "The bank's key for the customer; replaced by a pseudonym before anything is published.",
        },
      ];
    const missing = decision.missing > 0;
    const definition = `The column “${header}” of the file.`;
    if (decision.role === "outcome")
      return [
        {...wording, type: "text", role, missing: missing ? "keep" : "fail", label, unit: "", definition},
      ];
    if (decision.role === "feature") {
      const lowest = min(decision.values) ?? 0;
      const isAmount = isAmountOf(header, decision.values, decision.isWhole);
      return [
        {
          ...wording,
          type: decision.isWhole ? "integer" : "number",
          role,
          ...(lowest >= 0 ? {min: 0} : {}),
          expected: expectedRange(decision.values),
          ...(decision.log ? {scale: "log" as const} : {}),
          missing: missing ? "median" : "fail",
          label,
          unit: isAmount && currency !== undefined ? "currency" : "",
          definition,
        },
      ];
    }
    if (decision.kind === "text")
      return [
        {...wording, type: "text", role, missing: missing ? "keep" : "fail", label, unit: "", definition},
      ];
    const isDate = decision.kind === "date";
    return [
      {
        ...wording,
        type: isDate ? "date" : decision.isWhole ? "integer" : "number",
        role,
        missing: missing ? "keep" : "fail",
        ...(isDate ? {dates: decision.notation, asOf: decision.asOf} : {}),
        bands: roundBands(header, decision.numbers, isDate ? "years" : ""),
        label,
        unit: isDate || isAge(header) ? "years" : "",
        definition: isDate ? `${definition} Counted in years up to ${decision.asOf}.` : definition,
      },
    ];
  });
}

/** The range of the values, its ends rounded outward to two digits: what lies beyond it in the next file is noted. */
function expectedRange(values: Float64Array): {min: number; max: number} {
  const outward = (value: number, round: (x: number) => number) => {
    if (value === 0) return 0;
    const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);
    return Number((round(value / unit) * unit).toPrecision(12));
  };
  return {min: outward(min(values) ?? 0, Math.floor), max: outward(max(values) ?? 0, Math.ceil)};
}

/** A name for SQL: small letters without accents, digits and underscores. */
function uniqueName(header: string, role: string, index: number, used: Set<string>): string {
  if (role === "key" && !used.has("customer_key")) {
    used.add("customer_key");
    return "customer_key";
  }
  const plain = plainLetters(header)
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "")
    .slice(0, 40);
  const first = /^[a-z]/.test(plain) ? plain : plain === "" ? `column_${index + 1}` : `c_${plain}`;
  let name = first;
  for (let i = 2; used.has(name); i++) name = `${first}_${i}`;
  used.add(name);
  return name;
}

/** Letters without accents, in small letters; letters of other scripts fall away. */
export function plainLetters(text: string): string {
  return text
    .replaceAll("ß", "ss")
    .replaceAll(/[æÆ]/g, "ae")
    .replaceAll(/[øØ]/g, "o")
    .replaceAll(/[łŁ]/g, "l")
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase();
}

/** `AVG_Credit_Limit` as `Avg credit limit`; a header that somebody wrote for people stays. */
function labelOf(header: string): string {
  const words = header.trim().replaceAll(/[_\s]+/g, " ");
  if (/ /.test(header.trim()) && /\p{Ll}/u.test(header)) return words;
  const spaced = words.replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
  const lower = spaced
    .split(" ")
    .map((word, i) =>
      /^\p{Lu}{2,4}\d*$/u.test(word) && !/_/.test(header) ? word : i === 0 ? word : word.toLowerCase(),
    )
    .join(" ");
  const calm = /\p{Ll}/u.test(lower) ? lower : lower.toLowerCase();
  return calm.charAt(0).toUpperCase() + calm.slice(1);
}
