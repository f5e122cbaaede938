/** A run of whole lines of a text. */
export interface CsvPiece {
  bytes: Uint8Array;
  /** Number, from 1, of its first line in the text. */
  firstLine: number;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const QUOTE = 34;

/**
 * Cuts the text of a CSV file at line ends that are not within quotes, so that a long file can be read piece by piece. A
 * quote that is never closed makes the rest one piece. Cost: n.
 *
 * @param size least number of bytes of a piece but the last
 */
export function* csvPieces(text: Uint8Array, size = 262_144): Generator<CsvPiece> {
  let start = 0;
  let firstLine = 1;
  let line = 1;
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const byte = text[i];
    if (byte === QUOTE) isQuoted = !isQuoted;
    const endsLine = byte === LINE_FEED || (byte === CARRIAGE_RETURN && text[i + 1] !== LINE_FEED);
    if (!endsLine) continue;
    line++;
    if (isQuoted || i + 1 - start < size) continue;
    yield {bytes: text.subarray(start, i + 1), firstLine};
    start = i + 1;
    firstLine = line;
  }
  if (start < text.length) yield {bytes: text.subarray(start), firstLine};
}
