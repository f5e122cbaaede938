import {existsSync} from "node:fs";
import {utimes} from "node:fs/promises";
import type {DatasetDefinition} from "../../datasets/dataset.js";
import {contentKey} from "../../engine/content/contentKey.js";
import {identifier} from "../../engine/population/dialect.js";
import {openDuckdb} from "../../engine/population/duckdbEngine.js";
import type {Population, PopulationEngine} from "../../engine/population/population.js";
import type {InputFile} from "../customers.js";
import {qualityRule} from "../qualityRule.js";
import {type CheckedCustomers, checkPopulation} from "./checkPopulation.js";
import {importCustomers, ROW, TABLE} from "./importCustomers.js";
import type {LargeInputFile} from "./largeInput.js";

/** What the source stage finds out about a large file; the customers themselves are in a database of their own. */
export interface CheckedFile extends CheckedCustomers {
  rows: number;
  input: InputFile;
}

/** Where the customers of a large file are kept as a table: named by the file's content and the contract. */
export function importedPath(
  folder: string,
  {sha256}: Pick<LargeInputFile, "sha256">,
  {id, contract}: Pick<DatasetDefinition, "id" | "contract">,
): string {
  return `${folder}/${id}-${contentKey(sha256, JSON.stringify(contract)).slice(0, 32)}.duckdb`;
}

/**
 * Reads a large file into a table, and holds all its customers against the contract.
 *
 * @param path of the database; see `importedPath`
 * @throws InputError with everything that is wrong with the file
 */
export async function readPopulation(
  input: LargeInputFile,
  {contract}: Pick<DatasetDefinition, "contract">,
  path: string,
  advance: (fraction: number) => void = () => {},
): Promise<CheckedFile> {
  const imported = await importCustomers(input, contract, path, (done) => {
    advance(0.7 * done);
  });
  const engine = await openDuckdb(path, {readOnly: true});
  try {
    const columns = new Set(imported.header.positions.keys());
    const checked = await checkPopulation(populationOf(engine, {contract}, columns), contract, {
      name: input.shown,
      place: imported.place,
      row: imported.rowSql,
      columns,
      written: imported.written,
      leftOut: imported.leftOut,
    });
    return {
      ...checked,
      quality: [
        ...imported.header.quality,
        ...checked.quality,
        qualityRule(
          "rows.empty",
          "",
          "Every line holds a customer.",
          {checked: imported.rows + imported.leftOut + imported.emptyLines, noted: imported.emptyLines},
          `${imported.emptyLines.toLocaleString("en-US")} ${imported.emptyLines === 1 ? "line" : "lines"} without any value, passed over.`,
        ),
      ],
      rows: imported.rows,
      input: {
        name: input.name,
        bytes: input.bytes,
        sha256: input.sha256,
        rows: imported.rows,
        synthetic: false,
        hasKeys: contract.columns.some(({role, name}) => role === "key" && columns.has(name)),
      },
    };
  } finally {
    await engine.close();
  }
}

/** Opens the customers that `readPopulation` has read; reads them again where the database was removed meanwhile. */
export async function openPopulation(
  input: LargeInputFile,
  definition: Pick<DatasetDefinition, "contract">,
  path: string,
): Promise<Population> {
  if (!existsSync(path)) await importCustomers(input, definition.contract, path);
  const now = new Date();
  await utimes(path, now, now);
  const engine = await openDuckdb(path, {readOnly: true});
  const described = await engine.rows("columns", `DESCRIBE ${TABLE}`);
  return populationOf(engine, definition, new Set(described.map(([name]) => String(name))));
}

function populationOf(
  engine: PopulationEngine,
  {contract}: Pick<DatasetDefinition, "contract">,
  columns: ReadonlySet<string>,
): Population {
  const key = contract.columns.find(({role, name}) => role === "key" && columns.has(name));
  return {
    engine,
    from: TABLE,
    identity: key === undefined ? `CAST(${ROW} AS VARCHAR)` : identifier(key.name),
  };
}
