import {readFile} from "node:fs/promises";
import {codeKey} from "../cache/codeKey.js";
import type {Stages} from "../cache/runStage.js";
import {projectPath} from "../projectPath.js";
import {sourceFiles} from "../sourceFiles.js";
import {checkDefinitions} from "./checkDefinitions.js";
import type {ChartMarkup} from "./drawCharts.js";
import type {Evidence} from "./evaluateQueries.js";
import {type ParsedQueries, parseQueries} from "./parseQueries.js";
import type {PublishedDatabase} from "./withPublished.js";

/** All that the pages may quote: figures, claims, and charts drawn from the same tables. */
export interface GatheredEvidence extends Evidence {
  charts: ChartMarkup[];
}

/**
 * Runs the chapters' named queries and draws their `charts.ts` on the published databases;
 * each file again only when it, its code or the data have changed.
 */
export async function gatherEvidence(
  databases: readonly PublishedDatabase[],
  stages: Stages,
): Promise<GatheredEvidence> {
  const dataKeys = databases.map(({schema, key}) => `${schema} ${key}`);
  const parsed = await parseAll();
  const evaluated: Evidence[] = [];
  for (const {file, queries} of parsed) {
    const stage = await stages.run(
      file,
      new URL("./evaluateQueries.ts", import.meta.url).href,
      [...dataKeys, JSON.stringify(queries)],
      async () => (await import("./evaluateQueries.js")).evaluateQueries(databases, queries),
    );
    evaluated.push(stage.value);
  }
  const drawn: {charts: ChartMarkup[]; problems: Evidence["problems"]}[] = [];
  for (const file of await sourceFiles("src", (path) => path.endsWith("/charts.ts"))) {
    const stage = await stages.run(
      file,
      new URL("./drawCharts.ts", import.meta.url).href,
      [...dataKeys, await codeKey(new URL(`../../${file}`, import.meta.url).href)],
      async () => (await import("./drawCharts.js")).drawCharts(databases, file),
    );
    drawn.push(stage.value);
  }
  return {
    figures: evaluated.flatMap(({figures}) => figures),
    claims: evaluated.flatMap(({claims}) => claims),
    statements: evaluated.flatMap(({statements}) => statements),
    benchmarks: evaluated.flatMap(({benchmarks}) => benchmarks),
    charts: drawn.flatMap(({charts}) => charts),
    problems: [
      ...[...parsed, ...evaluated, ...drawn].flatMap(({problems}) => problems),
      ...checkDefinitions(parsed.flatMap(({queries}) => queries)),
    ],
  };
}

async function parseAll(): Promise<(ParsedQueries & {file: string})[]> {
  const files = await sourceFiles("src", (path) =>
    /\/(figures|claims|statements|benchmarks)\.sql$/.test(path),
  );
  return Promise.all(
    files.map(async (file) => ({file, ...parseQueries(await readFile(projectPath(file), "utf8"), file)})),
  );
}
