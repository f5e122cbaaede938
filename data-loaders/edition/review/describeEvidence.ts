import {firmnessSentence} from "../../../src/lib/narrative/claimFirmness.js";
import type {EvidenceFile, EvidenceQuery, PublishedSample} from "../../../src/lib/narrative/evidenceFile.js";
import type {FigureValue} from "../../../src/lib/narrative/formatFigure.js";
import {verdictWords} from "../../../src/lib/narrative/verdict.js";
import {figuresBehind} from "../../narrative/evidence/checkDefinitions.js";
import {tablesRead} from "../../narrative/evidence/tablesRead.js";
import type {NamedQuery} from "../../narrative/syntax/namedQuery.js";
import type {Edition} from "../../pipeline.js";
import {catalogIn} from "../../publish/catalog.js";
import type {EditionWithMultiverse} from "../multiverse/withMultiverse.js";
import {samplesBehind} from "./samplesBehind.js";

/** The evidence in the form that readers' browsers load when a number is touched. */
export function describeEvidence({
  evidence,
  editions,
  multiverse = [],
}: Pick<EditionWithMultiverse, "evidence" | "editions"> &
  Partial<Pick<EditionWithMultiverse, "multiverse">>): EvidenceFile {
  const firmness = new Map(
    multiverse.flatMap((chapter) =>
      Array.from(chapter.firmness, ([claim, found]) => [claim, firmnessSentence(found)] as const),
    ),
  );
  const published = new Set(editions.flatMap(publishedTables));
  const samples = new Map(editions.flatMap(publishedSample));
  const tablesOf = ({sql, about}: NamedQuery) =>
    tablesRead([sql, ...about.map(({from}) => from)].join("\n"), published);
  const onPublished = (query: NamedQuery): EvidenceQuery["published"] => {
    const found = evidence.onPublished[query.id];
    const sample = tablesOf(query)
      .map((table) => samples.get(table))
      .find((each) => each !== undefined);
    return found === null || sample === undefined ? found : {...found, sample};
  };
  const behind = samplesBehind(editions, [
    ...evidence.figures,
    ...evidence.claims,
    ...evidence.statements,
    ...evidence.benchmarks,
  ]);
  const entry = (
    query: NamedQuery,
    value: FigureValue,
    text: string,
    figures: string[] = [],
  ): [string, EvidenceQuery] => [
    query.id,
    {
      kind: query.kind,
      label: query.label,
      headers: query.headers,
      sql: query.sql,
      ...(query.about.length === 0 ? {} : {about: query.about.map(({from}) => from)}),
      value,
      text,
      ...(query.kind === "claim" && firmness.has(query.id) ? {elsewhere: firmness.get(query.id)} : {}),
      ...(behind.has(query.id) ? {sample: behind.get(query.id)} : {}),
      ...(query.id in evidence.onPublished ? {published: onPublished(query)} : {}),
      tables: tablesOf(query),
      figures,
      file: query.file,
      line: query.line,
    },
  ];
  return {
    databases: editions.map((edition) => ({
      schema: edition.definition.schema,
      file: `data/${edition.definition.id}.duckdb`,
      title: edition.definition.title,
      tables: tableDefinitions(edition),
      input: edition.input,
    })),
    queries: Object.fromEntries([
      ...evidence.figures.map((figure) => entry(figure, figure.value, figure.text)),
      ...evidence.claims.map((claim) =>
        entry(claim, claim.verdict, verdictWords[claim.verdict], figuresBehind(claim)),
      ),
      ...evidence.statements
        .filter(({holds}) => holds !== null)
        .map((statement) => entry(statement, statement.holds === true, statement.found)),
      ...evidence.benchmarks.map((benchmark) => entry(benchmark, benchmark.value, benchmark.text)),
    ]),
  };
}

function tableDefinitions({definition: {id, schema}, files}: Edition): Record<string, string> {
  return Object.fromEntries(
    catalogIn(id, files).tables.map(({name, definition}) => [`${schema}.${name}`, definition]),
  );
}

/** The table of customers by its name in SQL, where it holds a sample of them. */
function publishedSample({
  definition: {schema},
  allCustomers,
  disclosure,
}: Edition): [string, PublishedSample][] {
  return allCustomers === undefined
    ? []
    : [[`${schema}.customers`, {rows: disclosure.published.rows, of: allCustomers.rows}]];
}

/** Names in SQL of the tables that an edition publishes. */
function publishedTables({definition: {id, schema}, files}: Edition): string[] {
  return Array.from(files.keys())
    .filter((path) => path.startsWith(`${id}/`) && path.endsWith(".json"))
    .map((path) => `${schema}.${path.slice(id.length + 1, -".json".length)}`);
}
