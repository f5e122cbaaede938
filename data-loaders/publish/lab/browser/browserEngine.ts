import {Bool, type DataType, Float64, Int32, makeData, Table, Utf8, Vector} from "apache-arrow";
import {BROWSER_RUNTIME, createDuckDB, DuckDBDataProtocol, VoidLogger} from "duckdb-browser-blocking";
import {arrowCell} from "../../../../src/lib/database/arrowCell.js";
import type {Cell} from "../../../../src/lib/database/cell.js";
import {type PublishedColumn, type PublishedTable, rowCount} from "../../../engine/tables/publishedTable.js";
import type {LabEngine} from "../labSession.js";

/** Where a table waits until it is copied to its place. */
const incoming = "lab_incoming";

/**
 * Starts DuckDB in this worker, and attaches a published database as `lab_published`. Nothing else can be read or written: files
 * and extensions are locked out.
 *
 * @param engine address of DuckDB's WebAssembly module
 * @param database address of the published database
 * @param others addresses of those of other chapters, by name in SQL
 */
export async function openBrowserEngine(
  engine: string,
  database: string,
  others: Readonly<Record<string, string>>,
  onProgress: (loaded: number, total: number) => void,
): Promise<LabEngine> {
  // of the engine's builds only the one with WebAssembly exceptions is published
  const bundle = {mainModule: engine, mainWorker: ""};
  const bindings = await createDuckDB({mvp: bundle, eh: bundle}, new VoidLogger(), BROWSER_RUNTIME);
  await bindings.instantiate(({bytesLoaded, bytesTotal}) => onProgress(bytesLoaded, bytesTotal));
  bindings.open({filesystem: {allowFullHTTPReads: true, reliableHeadRequests: true}});
  const connection = bindings.connect();
  for (const [name, url] of [["lab_published", database], ...Object.entries(others)]) {
    bindings.registerFileURL(`${name}.duckdb`, url, DuckDBDataProtocol.HTTP, false);
    connection.query(`ATTACH '${name}.duckdb' AS "${name}" (READ_ONLY)`);
  }
  return {
    async run(sql) {
      connection.query(sql);
    },
    async read(sql) {
      return rowsOf(connection.query(sql));
    },
    async put(catalog, table) {
      const name = `"${catalog}".main."${table.name}"`;
      const columns = table.columns.map((column) => `"${column.name}" ${column.type}`);
      connection.query(`CREATE TABLE ${name} (${columns.join(", ")})`);
      if (rowCount(table) === 0) return;
      connection.query(`DROP TABLE IF EXISTS memory.main.${incoming}`);
      connection.insertArrowTable(arrowTable(table), {name: incoming, create: true});
      connection.query(`INSERT INTO ${name} SELECT * FROM memory.main.${incoming}`);
      connection.query(`DROP TABLE memory.main.${incoming}`);
    },
  };
}

function rowsOf({schema, batches}: Table): Cell[][] {
  return batches.flatMap((batch) => {
    const columns = schema.fields.map(({type}, j) => ({type, values: batch.getChildAt(j)}));
    return Array.from({length: batch.numRows}, (_, row) =>
      columns.map(({type, values}) => arrowCell(values?.get(row), type)),
    );
  });
}

/**
 * A table as DuckDB takes it in: NaN in a number column is NULL, as in the build. Arrow's own builders write code as they go,
 * which the page's content security policy does not let run.
 */
function arrowTable({columns}: PublishedTable): Table {
  return new Table(Object.fromEntries(columns.map((column) => [column.name, vectorOf(column)])));
}

function vectorOf({type, values}: PublishedColumn): Vector<DataType> {
  const {length} = values;
  const nulls = validity(values);
  switch (type) {
    case "DOUBLE": {
      const data = Float64Array.from(values, (value) => (value === null ? 0 : Number(value)));
      return new Vector([makeData({type: new Float64(), length, ...nulls, data})]);
    }
    case "INTEGER": {
      const data = Int32Array.from(values, (value) => (value === null ? 0 : Number(value)));
      return new Vector([makeData({type: new Int32(), length, ...nulls, data})]);
    }
    case "BOOLEAN": {
      const data = bits(length, (row) => values[row] === true);
      return new Vector([makeData({type: new Bool(), length, ...nulls, data})]);
    }
    case "VARCHAR": {
      const texts = Array.from(values, (value) => encoder.encode(value === null ? "" : String(value)));
      const valueOffsets = new Int32Array(length + 1);
      for (const [row, text] of texts.entries()) valueOffsets[row + 1] = valueOffsets[row] + text.length;
      const data = new Uint8Array(valueOffsets[length]);
      for (const [row, text] of texts.entries()) data.set(text, valueOffsets[row]);
      return new Vector([makeData({type: new Utf8(), length, ...nulls, valueOffsets, data})]);
    }
  }
}

const encoder = new TextEncoder();

/** Which values are there, in the form of Arrow. */
function validity(values: PublishedColumn["values"]): {nullCount: number; nullBitmap: Uint8Array} {
  const isThere = (row: number) => values[row] !== null && !Number.isNaN(values[row]);
  let nullCount = 0;
  for (let row = 0; row < values.length; row++) if (!isThere(row)) nullCount++;
  return {nullCount, nullBitmap: bits(values.length, isThere)};
}

function bits(length: number, isSet: (row: number) => boolean): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(length / 8));
  for (let row = 0; row < length; row++) if (isSet(row)) bytes[row >> 3] |= 1 << (row & 7);
  return bytes;
}
