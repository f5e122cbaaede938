import {dataPage, explorationPage, preparationPage} from "./dataPages.js";
import type {Defined, Facts, PageFiles} from "./draft.js";
import {clusteringPage, segmentsPage, whoPage} from "./groupPages.js";
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
    riskPage,
    riskByGroupPage,
    recommendationsPage,
    modelCardPage,
  ])
    for (const [file, text] of (await write(facts, defined)) ?? []) files.set(file, text);
  return files;
}

function chapterModule(id: string, schema: string): string {
  return `import type {Chapter} from "../charts/chapter.js";

export const chapter: Chapter = {id: "${id}", schema: "${schema}"};
`;
}
