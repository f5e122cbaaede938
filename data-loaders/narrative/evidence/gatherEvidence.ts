import {readFile} from "node:fs/promises";
import {pathToFileURL} from "node:url";
import {projectPath} from "../../engine/project/projectPath.js";
import {sourceFiles} from "../../engine/project/sourceFiles.js";
import type {Stages} from "../../engine/stages/runStage.js";
import {isQueryFile, parseFile} from "../syntax/parseFile.js";
import type {ParsedQueries} from "../syntax/parseQueries.js";
import {chartsProblems} from "./chartProblem.js";
import {checkDefinitions} from "./checkDefinitions.js";
import type {ChartMarkup} from "./drawCharts.js";
import type {Evidence} from "./evaluateQueries.js";
import {chartsAsPublished, type PublishedResult, resultsOnPublished} from "./onPublished.js";
import * as stage from "./stages.js";
import {type PublishedDatabase, withSharedPublished} from "./withPublished.js";

/** All that the pages may quote: figures, claims, and charts drawn from the same tables. */
export interface GatheredEvidence extends Evidence {
  charts: ChartMarkup[];
  /** What queries give on the tables as published, by id, where that is something else; null where they fail on them. */
  onPublished: Record<string, PublishedResult | null>;
}

/**
 * Runs the chapters' named queries and draws their `charts.ts` on the databases; each file again only when it, its code or
 * the data have changed.
 *
 * Where the exact rows are not published, figures and claims are those of the exact databases, and charts are drawn from the
 * published ones.
 *
 * @param databases with the exact rows
 * @param published as readers get them; default: the same
 */
export async function gatherEvidence(
  databases: readonly PublishedDatabase[],
  stages: Stages,
  published: readonly PublishedDatabase[] = databases,
): Promise<GatheredEvidence> {
  const exact = await gather(databases, stages);
  if (published.every(({key}, i) => key === databases[i].key)) return {...exact, onPublished: {}};
  const asPublished = await gather(published, stages);
  return {
    ...exact,
    charts: chartsAsPublished(exact.charts, asPublished.charts),
    onPublished: resultsOnPublished(exact, asPublished),
  };
}

type Gathered = Omit<GatheredEvidence, "onPublished">;

async function gather(databases: readonly PublishedDatabase[], stages: Stages): Promise<Gathered> {
  const parsed = await parseAll();
  const charts = await sourceFiles("src", (path) => path.endsWith("/charts.ts"));
  const [evaluations, drawn] = await Promise.all([
    withSharedPublished(databases, (on) =>
      Promise.all(
        parsed.map(({file, queries}) =>
          stages.run(
            file,
            stage.queries.module,
            [...databases.map(({schema, key}) => `${schema} ${key}`), JSON.stringify(queries)],
            async () => (await stage.queries.load())(databases, queries, on),
          ),
        ),
      ),
    ),
    Promise.all(
      charts.map((file) =>
        stages
          .runInThread(
            file,
            {...stage.charts, loads: [pathToFileURL(projectPath(file)).href]},
            databases,
            file,
          )
          .then(
            ({value}) => value,
            (error: unknown) => ({charts: [], problems: chartsProblems(error, file)}),
          ),
      ),
    ),
  ]);
  const evaluated = evaluations.map(({value}) => value);
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
  const files = await sourceFiles("src", isQueryFile);
  return Promise.all(
    files.map(async (file) => ({file, ...parseFile(await readFile(projectPath(file), "utf8"), file)})),
  );
}
