import {dataPage, explorationPage, preparationPage} from "./dataPages.js";
import type {Defined, Facts, PageFiles} from "./draft.js";
import {clusteringPage, segmentsPage, whoPage} from "./groupPages.js";
import {valuesByLevelPage} from "./levelPages.js";
import {modelCardPage, recommendationsPage, riskByGroupPage, riskPage} from "./outcomePages.js";
import {sharedFigures} from "./shared.js";
import {summaryPage} from "./summaryPage.js";

/**
 * Writes a chapter from what the published tables hold: each sentence on the data is a figure or a claim that is true now, with
 * its query beside the page.
 *
 * @returns the files by path from the chapter's folder
 */
export async function writeChapter(facts: Facts): Promise<PageFiles> {
  const {definition} = facts;
  const defined: Defined = {figures: new Set(), claims: new Map()};
  const files: PageFiles = new Map([
    ["chapter.ts", chapterModule(definition.id, definition.schema)],
    ["figures.sql", sharedFigures(facts)],
    ["examples.sql", exampleQueries(facts)],
  ]);
  // one after another: a query stands with the page that quotes it first
  for (const write of [
    summaryPage,
    dataPage,
    explorationPage,
    preparationPage,
    clusteringPage,
    segmentsPage,
    whoPage,
    valuesByLevelPage,
    riskPage,
    riskByGroupPage,
    recommendationsPage,
    modelCardPage,
  ])
    for (const [file, text] of (await write(facts, defined)) ?? []) files.set(file, text);
  return files;
}

/** Questions that readers may begin with when they ask the tables. */
function exampleQueries({definition: {schema}, groups, variables, describing}: Facts): string {
  const first = variables.slice(0, 3).map(({name}) => name);
  const means = first.map((name) => `  round(avg(${name}), 2) AS "mean ${name}"`);
  const [column] = describing;
  return `-- Questions that readers may begin with, on the page that explores the tables. Each query is below its question.

-- example: The groups side by side
SELECT
  s.name,
  count(*) AS customers,
${means.join(",\n")}
FROM ${schema}.customers JOIN ${schema}.segments s USING (segment)
GROUP BY s.name, s.position
ORDER BY s.position

-- example: Which variables set the groups apart
SELECT v.label, round(t.epsilon_squared, 3) AS "effect (ε²)", t.adjusted_p_value
FROM ${schema}.segment_tests t JOIN ${schema}.variables v ON v.name = t.variable
ORDER BY t.epsilon_squared DESC
${
  column === undefined || groups.length === 1
    ? ""
    : `
-- example: Who is in each group
SELECT level, segment, customers, round(100 * share, 1) AS "% of the group"
FROM ${schema}.segment_levels
WHERE variable = '${column.name}' AND segment <> 'all'
ORDER BY level_position, position
`
}`;
}

function chapterModule(id: string, schema: string): string {
  return `import type {Chapter} from "../charts/chapter.js";

export const chapter: Chapter = {id: "${id}", schema: "${schema}"};
`;
}
