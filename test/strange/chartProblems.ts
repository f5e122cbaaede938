import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {sourceFiles} from "../../data-loaders/engine/project/sourceFiles.js";
import {drawCharts} from "../../data-loaders/narrative/evidence/drawCharts.js";
import type {Problem} from "../../data-loaders/narrative/syntax/problem.js";
import type {Edition} from "../../data-loaders/pipeline.js";

/** Draws the charts of an edition's chapter, and says what is wrong with them. */
export async function chartProblems(
  {definition, files, exactDatabase}: Edition,
  folder: string,
): Promise<Problem[]> {
  const {id, schema} = definition;
  const path = join(folder, `${id}-charts.duckdb`);
  writeFileSync(path, exactDatabase ?? files.get(`${id}.duckdb`) ?? "");
  const charts = await sourceFiles(
    "src",
    (file) => file.startsWith(`src/${id}/`) && file.endsWith("charts.ts"),
  );
  const drawn = await Promise.all(charts.map((file) => drawCharts([{schema, path, key: ""}], file)));
  return drawn.flatMap(({problems}) => problems);
}
