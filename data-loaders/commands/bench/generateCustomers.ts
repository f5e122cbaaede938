import type {DatasetDefinition} from "../../datasets/dataset.js";
import {samplePath} from "../../datasets/samples.js";
import {identifier, textLiteral} from "../../engine/population/dialect.js";
import {projectPath} from "../../engine/project/projectPath.js";
import {withDatabase} from "../../engine/tables/database.js";

/**
 * Writes a file of generated customers: each is one of the embedded sample whose amounts are all multiplied by one factor
 * between 0.74 and 1.35, so that what holds between its columns still holds. The same numbers give the same file.
 *
 * @param path ends in `.csv` or `.parquet`
 */
export async function generateCustomers(
  path: string,
  definition: Pick<DatasetDefinition, "id" | "contract" | "sampleFile">,
  rows: number,
  seed: number,
): Promise<void> {
  const columns = definition.contract.columns.filter(({role}) => role !== "extra");
  const sample = `read_csv(${textLiteral(projectPath(samplePath(definition)))})`;
  const values = columns.map(({header, role, unit}) => {
    const name = identifier(header);
    if (role === "key") return `'K' || lpad(CAST(place AS VARCHAR), 10, '0') AS ${name}`;
    return unit === "currency" ? `round(${name} * factor, 2) AS ${name}` : name;
  });
  const random = (salt: number, below: number) =>
    `CAST(hash(place + ${1e12 * salt + seed}) % ${below} AS BIGINT)`;
  await withDatabase(async (connection) => {
    await connection.run(
      `CREATE TABLE sample AS SELECT row_number() OVER () - 1 AS origin, * FROM ${sample}`,
    );
    const [[count]] = (await connection.runAndReadAll("SELECT count(*) FROM sample")).getRowsJS();
    const drawn = `SELECT range AS place, ${random(1, Number(count))} AS origin, exp(3E-1 * (2E0 * ${random(2, 1_000_000)} / 1E6 - 1E0)) AS factor FROM range(${rows})`;
    await connection.run(
      `COPY (SELECT ${values.join(", ")} FROM (${drawn}) AS drawn JOIN sample USING (origin) ORDER BY place) TO ${textLiteral(path)} ${path.endsWith(".csv") ? "(HEADER)" : "(FORMAT parquet)"}`,
    );
  });
}
