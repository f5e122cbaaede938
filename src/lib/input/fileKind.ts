import {LONGEST_LINE} from "./csvRecords.js";
import type {Finding} from "./finding.js";
import {lineAt, lineStarts} from "./lines.js";
import {shellName} from "./shellName.js";

const PARQUET = "Give the file the ending .parquet; where only CSV is read, save the table as CSV.";
const SAVE_AS_CSV = "Open it in the program that wrote it and save it as CSV in UTF-8 (comma separated).";

const unpackWith =
  (command: string) =>
  (name: string): string =>
    `Unpack it first: ${command} < ${shellName(name)} > unpacked.csv.`;

const convertFrom = (encoding: string, name: string): string =>
  `Save it as "CSV UTF-8", or convert it: iconv -f ${encoding} -t UTF-8 < ${shellName(name)} > utf8.csv.`;

/** First bytes of files that are not text, what they are, and how one gets a CSV file from one of that name. */
const SIGNATURES: readonly {bytes: readonly number[]; kind: string; remedy: (name: string) => string}[] = [
  {bytes: [0x1f, 0x8b], kind: "a gzip archive", remedy: unpackWith("gunzip")},
  {
    bytes: [0x42, 0x5a, 0x68],
    kind: "a bzip2 archive",
    remedy: unpackWith("bunzip2"),
  },
  {
    bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a],
    kind: "an xz archive",
    remedy: unpackWith("unxz"),
  },
  {bytes: [0x28, 0xb5, 0x2f, 0xfd], kind: "a Zstandard archive", remedy: unpackWith("zstd -dc")},
  {bytes: [0xd0, 0xcf, 0x11, 0xe0], kind: "an old Excel workbook (.xls)", remedy: () => SAVE_AS_CSV},
  {bytes: [0x50, 0x41, 0x52, 0x31], kind: "a Parquet file", remedy: () => PARQUET},
  {bytes: [0x25, 0x50, 0x44, 0x46], kind: "a PDF document", remedy: () => SAVE_AS_CSV},
];

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const MARK = [0xef, 0xbb, 0xbf];

/** The text of a file without its UTF-8 byte-order mark. */
export function withoutMark(bytes: Uint8Array): Uint8Array {
  return startsWith(bytes, MARK) ? bytes.subarray(MARK.length) : bytes;
}

/**
 * Says what a file is that is not the UTF-8 text of a CSV file: an archive, a workbook, UTF-16 or UTF-32, another
 * encoding, with NUL bytes, with lines of over 2 MB, or empty. Such a file has this one problem only.
 *
 * @param name the file's name, for the command that converts it
 */
export function unreadableAsText(bytes: Uint8Array, name: string): Finding | undefined {
  return (
    emptyFile(bytes) ??
    foreignFormat(bytes, name) ??
    wideText(bytes, name) ??
    markup(bytes) ??
    badByte(bytes, name) ??
    longLine(bytes)
  );
}

function wholeFile(found: string, expected: string, remedy: string): Finding {
  return {line: null, column: null, found, expected, remedy};
}

const TEXT = "the text of a CSV file in UTF-8";

function emptyFile(bytes: Uint8Array): Finding | undefined {
  const blank = withoutMark(bytes).every((byte) => byte === 10 || byte === 13 || byte === 32 || byte === 9);
  if (!blank) return undefined;
  const found = bytes.length === 0 ? "an empty file" : "a file of blank lines";
  return wholeFile(
    found,
    "a line with the column names and one line for each customer",
    "Export the file again.",
  );
}

function foreignFormat(bytes: Uint8Array, name: string): Finding | undefined {
  if (startsWith(bytes, ZIP)) {
    const workbook = latin1(bytes).includes("xl/");
    const kind = workbook ? "an Excel workbook (.xlsx)" : "a zip archive";
    return wholeFile(kind, TEXT, workbook ? SAVE_AS_CSV : "Unpack it first and use the CSV file in it.");
  }
  const signature = SIGNATURES.find((each) => startsWith(bytes, each.bytes));
  return signature && wholeFile(signature.kind, TEXT, signature.remedy(name));
}

/**
 * Text in UTF-16 or UTF-32, by its mark or by where its NUL bytes stand: column names are in ASCII, so that one of two or three
 * of four bytes are 0. Where there is no mark, the converter must be told the order of the bytes.
 */
function wideText(bytes: Uint8Array, name: string): Finding | undefined {
  const marked = MARKS.find(({mark}) => startsWith(bytes, mark));
  const encoding = marked?.encoding ?? unmarked(bytes);
  if (encoding === undefined) return undefined;
  return wholeFile(`text in ${encoding.slice(0, 6)}`, TEXT, convertFrom(encoding, name));
}

/** Those of UTF-32 first: the mark of UTF-16 begins one of them. */
const MARKS = [
  {mark: [0xff, 0xfe, 0, 0], encoding: "UTF-32"},
  {mark: [0, 0, 0xfe, 0xff], encoding: "UTF-32"},
  {mark: [0xff, 0xfe], encoding: "UTF-16"},
  {mark: [0xfe, 0xff], encoding: "UTF-16"},
];

function unmarked(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 1_000);
  // NUL bytes by their place among four
  const nuls = [0, 0, 0, 0];
  for (const [i, byte] of sample.entries()) if (byte === 0) nuls[i % 4]++;
  const often = nuls.map((count) => count > sample.length / 4 / 2);
  const total = nuls.reduce((sum, count) => sum + count, 0);
  if (total < sample.length / 3) return undefined;
  if (often[1] && often[2] && often[3]) return "UTF-32LE";
  if (often[0] && often[1] && often[2]) return "UTF-32BE";
  return often[0] && often[2] ? "UTF-16BE" : "UTF-16LE";
}

function markup(bytes: Uint8Array): Finding | undefined {
  const head = latin1(withoutMark(bytes).subarray(0, 200)).trimStart().toLowerCase();
  if (/^<(!doctype|html|\?xml)/.test(head)) {
    return wholeFile(
      "a web page or XML document",
      TEXT,
      "Download the file itself: this may be a login page.",
    );
  }
  if (/^(\{\s*["}]|\[\s*[{[])/.test(head))
    return wholeFile("JSON", TEXT, "Export the table as CSV or Parquet.");
  return undefined;
}

function badByte(bytes: Uint8Array, name: string): Finding | undefined {
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    return {
      line: lineAt(lineStarts(bytes), nul),
      column: null,
      found: "a NUL byte",
      expected: TEXT,
      remedy: "The file is damaged or not text: export it again.",
    };
  }
  if (isUtf8(bytes)) return undefined;
  return {
    line: firstLineNotUtf8(bytes),
    column: null,
    found: "a byte that is not UTF-8 (the file may be in Windows-1252 or Latin-1)",
    expected: TEXT,
    remedy: convertFrom("WINDOWS-1252", name),
  };
}

function firstLineNotUtf8(bytes: Uint8Array): number {
  const starts = lineStarts(bytes);
  return starts.findIndex((start, i) => !isUtf8(bytes.subarray(start, starts[i + 1] ?? bytes.length))) + 1;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", {fatal: true}).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Every byte as a character of its own. */
function latin1(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}

function longLine(bytes: Uint8Array): Finding | undefined {
  const starts = lineStarts(bytes);
  const long = starts.findIndex((start, i) => (starts[i + 1] ?? bytes.length) - start > LONGEST_LINE);
  if (long < 0) return undefined;
  return {
    line: long + 1,
    column: null,
    found: `a line of ${(((starts[long + 1] ?? bytes.length) - starts[long]) / 1e6).toFixed(1)} MB`,
    expected: `lines of at most ${LONGEST_LINE / 1e6} MB`,
    remedy: "Line ends may have been lost: export the file again.",
  };
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}
