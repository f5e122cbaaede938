import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {DatasetDefinition} from "../../../data-loaders/datasets/dataset.js";
import {datasets} from "../../../data-loaders/datasets/datasets.js";
import {samplePath} from "../../../data-loaders/datasets/samples.js";
import {silentProgress} from "../../../data-loaders/engine/progress/progress.js";
import {projectPath} from "../../../data-loaders/engine/project/projectPath.js";
import {sourceFiles} from "../../../data-loaders/engine/project/sourceFiles.js";
import {type Evidence, evaluateQueries} from "../../../data-loaders/narrative/evidence/evaluateQueries.js";
import {isQueryFile, parseFile} from "../../../data-loaders/narrative/syntax/parseFile.js";
import {type Edition, runPipeline} from "../../../data-loaders/pipeline.js";
import {csvRecords} from "../../../src/lib/input/csvRecords.js";
import {plainHeader} from "../../../src/lib/input/plainHeader.js";

/** A data set with few rows of its sample, searched quickly: for tests of types and shapes, not of results. */
export interface SmallFile {
  definition: DatasetDefinition;
  header: string[];
  rows: string[][];
}

/** About so many rows of a data set's sample, from all of its length. */
export function smallFile(definition: DatasetDefinition, size: number): SmallFile {
  const text = readFileSync(projectPath(samplePath(definition)));
  const [header, ...rows] = csvRecords(text, ",").records.map(({cells}) => cells);
  return {
    definition: {
      ...definition,
      search: {...definition.search, restarts: 24},
      resampling: {
        groupless: 0,
        replicates: 3,
        references: 3,
        restarts: 1,
        linkages: definition.resampling.linkages,
      },
    },
    header,
    rows: rows.filter((_, i) => i % Math.max(1, Math.floor(rows.length / size)) === 0),
  };
}

/**
 * The same file with the values of a column replaced.
 *
 * @param name header of the column
 * @param change new values from the old ones; null is a missing one
 */
export function withColumn(
  file: SmallFile,
  name: string,
  change: (values: number[]) => readonly (number | null)[],
): SmallFile {
  const place = file.header.findIndex((each) => plainHeader(each) === plainHeader(name));
  const values = change(file.rows.map((row) => Number(row[place].replaceAll(",", ""))));
  return {...file, rows: file.rows.map((row, i) => row.with(place, String(values[i] ?? "")))};
}

/**
 * Runs the pipeline on a file, and every query of the chapters that reads this data set alone.
 *
 * @param folder where the file, the database and the stages' results are written
 */
export async function reportOn(
  {definition, header, rows}: SmallFile,
  folder: string,
): Promise<{edition: Edition; evidence: Evidence}> {
  const path = join(folder, definition.inputFile);
  const lines = [header, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(","));
  writeFileSync(path, lines.join("\n"));
  const edition = await runPipeline(
    definition,
    silentProgress,
    {...process.env, CARDLENS_PSEUDONYM_KEY: "a secret of this test", [definition.inputVariable]: path},
    join(folder, "stages"),
  );
  const database = join(folder, `${definition.id}.duckdb`);
  writeFileSync(database, edition.exactDatabase ?? edition.files.get(`${definition.id}.duckdb`) ?? "");
  const others = datasets().filter(({id}) => id !== definition.id);
  const queries = (await allQueries()).filter(
    ({sql}) =>
      sql.includes(`${definition.schema}.`) && others.every(({schema}) => !sql.includes(`${schema}.`)),
  );
  const evidence = await evaluateQueries([{schema: definition.schema, path: database, key: ""}], queries);
  return {edition, evidence};
}

async function allQueries() {
  const files = await sourceFiles("src", isQueryFile);
  return files.flatMap((file) => parseFile(readFileSync(projectPath(file), "utf8"), file).queries);
}
