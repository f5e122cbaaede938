import type {Place} from "./finding.js";

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const RUNS = 20;

/** Byte offsets at which the lines of a text begin; a line ends with LF, CR or CRLF, also mixed. O(n). */
export function lineStarts(bytes: Uint8Array): number[] {
  const starts = [0];
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === LINE_FEED || (byte === CARRIAGE_RETURN && bytes[i + 1] !== LINE_FEED)) starts.push(i + 1);
  }
  return starts;
}

/** Number, from 1, of the line that holds the byte at an offset. O(log n). */
export function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

/**
 * Line numbers as a reader writes them: `line 7`, `lines 3, 9 and 12–40`. Neighbours are joined; after
 * twenty runs the rest is counted.
 *
 * @param lines ascending
 * @param total how many there are, where only the first are known
 */
export function listLines(lines: readonly number[], place: Place, total = lines.length): string {
  const runs = runsOf(lines);
  const shown = runs.slice(0, RUNS).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  const rest = runs.slice(RUNS).reduce((sum, [from, to]) => sum + to - from + 1, total - lines.length);
  if (rest > 0) shown.push(`${rest.toLocaleString("en-US")} more`);
  const last = shown.pop() ?? "";
  const list = shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
  return `${place}${total === 1 ? "" : "s"} ${list}`;
}

function runsOf(lines: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run !== undefined && line === run[1] + 1) run[1] = line;
    else runs.push([line, line]);
  }
  return runs;
}
