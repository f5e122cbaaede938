import {csvLines} from "../../lib/database/csvLines.js";
import type {Database} from "../database/Database.js";
import {isNumberType, type StoredResult} from "../database/StoredResult.js";
import {downloadFile} from "../elements/downloadFile.js";
import {element} from "../elements/element.js";

/** Buttons that hand a whole result to the reader as a file. */
export function ResultDownloads(
  database: Database,
  result: StoredResult,
  onFailure: (error: unknown) => void,
): HTMLElement {
  const formats: [string, () => Promise<void>][] = [
    ["CSV", async () => downloadFile(await csv(result), "result.csv", "text/csv")],
    ["JSON", async () => downloadFile(await json(result), "result.json", "application/json")],
    [
      "Arrow",
      async () =>
        downloadFile([await database.arrow()], "result.arrows", "application/vnd.apache.arrow.stream"),
    ],
    [
      "Parquet",
      async () => downloadFile([await parquet(result)], "result.parquet", "application/vnd.apache.parquet"),
    ],
  ];
  const buttons = formats.map(([name, download]) => {
    const button = element("button", {type: "button"}, name);
    button.addEventListener("click", async () => {
      button.disabled = true;
      await download().catch(onFailure);
      button.disabled = false;
    });
    return button;
  });
  return element(
    "div",
    {class: "actions", role: "group", "aria-label": "Download"},
    "Download as",
    ...buttons,
  );
}

/** Each value as DuckDB prints it. */
async function csv(result: StoredResult): Promise<string[]> {
  const pieces = [csvLines([result.columns.map(({name}) => name)])];
  for await (const rows of result.parts()) pieces.push(csvLines(rows));
  return pieces;
}

/** An array of objects; numbers with all their digits, everything else as the text that DuckDB prints. */
async function json(result: StoredResult): Promise<string[]> {
  const names = uniqueNames(result).map((name) => JSON.stringify(name));
  const isNumber = result.columns.map(({type}) => isNumberType(type));
  const pieces = ["["];
  for await (const rows of result.parts())
    for (const row of rows) {
      const fields = row.map((cell, column) => `${names[column]}:${jsonValue(cell, isNumber[column])}`);
      pieces.push(pieces.length === 1 ? "\n" : ",\n", `{${fields.join(",")}}`);
    }
  return [...pieces, "\n]\n"];
}

function jsonValue(cell: string | null, isNumber: boolean): string {
  if (cell === null) return "null";
  return isNumber && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(cell) ? cell : JSON.stringify(cell);
}

/** Whole numbers up to 64 bits, doubles and truth values by their type; everything else as text, no digit lost. */
async function parquet(result: StoredResult): Promise<ArrayBuffer> {
  const {parquetWriteBuffer} = await import("npm:hyparquet-writer");
  const names = uniqueNames(result);
  const columns = result.columns.map(({type}, column) => ({
    name: names[column],
    ...columnWriter(type),
    data: [] as unknown[],
  }));
  for await (const rows of result.parts())
    for (const row of rows)
      for (const [column, {data, value}] of columns.entries()) {
        const cell = row[column];
        data.push(cell === null ? null : value(cell));
      }
  return parquetWriteBuffer({
    columnData: columns.map(({name, type, data}) => ({name, type, data, nullable: true})),
  });
}

function columnWriter(type: string): {
  type: "INT64" | "DOUBLE" | "BOOLEAN" | "STRING";
  value: (text: string) => unknown;
} {
  if (/^(U?(TINY|SMALL)INT|U?INTEGER|BIGINT)$/.test(type)) return {type: "INT64", value: BigInt};
  if (type === "DOUBLE" || type === "FLOAT")
    return {type: "DOUBLE", value: (text) => Number(text.replace("inf", "Infinity"))};
  if (type === "BOOLEAN") return {type: "BOOLEAN", value: (text) => text === "true"};
  return {type: "STRING", value: (text) => text};
}

/** A second column of a name gets a number: no two fields of an object can share one. */
function uniqueNames({columns}: StoredResult): string[] {
  const names = new Set<string>();
  for (const {name} of columns) {
    let unique = name;
    for (let number = 2; names.has(unique); number++) unique = `${name}_${number}`;
    names.add(unique);
  }
  return [...names];
}
