import {createReadStream} from "node:fs";
import {open} from "node:fs/promises";
import {basename} from "node:path";
import {sha256OfFile} from "../../engine/content/sha256OfFile.js";
import {withDatabase} from "../../engine/tables/database.js";
import {isParquet} from "../readParquet.js";

/** Up to so many rows every number of the report is computed from every row, in this process. */
export const EXACT_ROWS = 30_000;

/** A file of more customers than this process should hold, known by its content; only its head is in memory. */
export interface LargeInputFile {
  path: string;
  /** What messages call it: its path, or the address of the table that it is a copy of. */
  shown: string;
  /** What the report calls it: its name without the folder, or that of the table. */
  name: string;
  bytes: number;
  sha256: string;
  /** The first megabyte. */
  head: Uint8Array;
  /** Lines of a text file, also those within quotes; undefined of a Parquet file. */
  lines: number | undefined;
}

const HEAD_BYTES = 1_000_000;
const LINE_FEED = 10;

/** At least how many rows a file may have: the lines of a text file but one, the rows of a Parquet file. 0 where it is none. */
export async function rowsAtMost(path: string): Promise<number> {
  if (!isParquet(path)) return Math.max((await countLines(path)) - 1, 0);
  try {
    return await withDatabase(async (connection) => {
      const result = await connection.runAndReadAll("SELECT count(*) FROM read_parquet($1)", [path]);
      return Number(result.getRowsJS()[0][0]);
    });
  } catch {
    // what is wrong with it is told by whoever reads it
    return 0;
  }
}

/** Reads a file once for its hash and its number of lines. */
export async function openLargeInput(
  path: string,
  advance: (fraction: number) => void = () => {},
): Promise<LargeInputFile> {
  const file = await open(path);
  try {
    const {size} = await file.stat();
    const head = new Uint8Array(Math.min(size, HEAD_BYTES));
    await file.read(head, 0, head.length, 0);
    let lines = 0;
    let read = 0;
    let last = LINE_FEED;
    const sha256 = await sha256OfFile(path, (bytes) => {
      if (!isParquet(path)) lines += lineFeeds(bytes);
      read += bytes.length;
      last = bytes[bytes.length - 1];
      advance(read / size);
    });
    return {
      path,
      shown: path,
      name: basename(path),
      bytes: size,
      sha256,
      head,
      // the last line may lack its end
      lines: isParquet(path) ? undefined : lines + (last === LINE_FEED ? 0 : 1),
    };
  } finally {
    await file.close();
  }
}

async function countLines(path: string): Promise<number> {
  let lines = 0;
  for await (const chunk of createReadStream(path, {highWaterMark: 1 << 22})) lines += lineFeeds(chunk);
  return lines;
}

function lineFeeds(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) count++;
  return count;
}
