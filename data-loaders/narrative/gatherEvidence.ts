import {readFile} from "node:fs/promises";
import type {DuckDBConnection} from "@duckdb/node-api";
import {projectPath} from "../projectPath.js";
import {quote, withDatabase} from "../publish/database.js";
import {sourceFiles} from "../sourceFiles.js";
import {type ChartMarkup, drawCharts} from "./drawCharts.js";
import {type Evidence, evaluateQueries} from "./evaluateQueries.js";
import {parseQueries} from "./parseQueries.js";

/** All that the pages may quote: figures, claims, and charts drawn from the same tables. */
export interface GatheredEvidence extends Evidence {
  charts: ChartMarkup[];
}

/**
 * Runs the chapters' `figures.sql` and `claims.sql` and draws their `charts.ts` on the published databases.
 *
 * @param databases path of each database by its name in SQL
 */
export async function gatherEvidence(databases: ReadonlyMap<string, string>): Promise<GatheredEvidence> {
  const parsed = await Promise.all(
    (await sourceFiles("src", (path) => /\/(figures|claims)\.sql$/.test(path))).map(async (file) =>
      parseQueries(await readFile(projectPath(file), "utf8"), file),
    ),
  );
  return withDatabase(async (connection) => {
    for (const [name, path] of databases)
      await connection.run(`ATTACH ${quote(path)} AS ${name} (READ_ONLY)`);
    const evidence = await evaluateQueries(
      connection,
      parsed.flatMap(({queries}) => queries),
    );
    const drawn = await drawAll(connection);
    return {
      ...evidence,
      charts: drawn.flatMap(({charts}) => charts),
      problems: [...parsed, evidence, ...drawn].flatMap(({problems}) => problems),
    };
  });
}

async function drawAll(connection: DuckDBConnection) {
  const results: Awaited<ReturnType<typeof drawCharts>>[] = [];
  for (const file of await sourceFiles("src", (path) => path.endsWith("/charts.ts")))
    results.push(await drawCharts(connection, file));
  return results;
}
