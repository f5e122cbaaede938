import {growth, type ScaleRun} from "./timeScale.js";

/** Stages that a line names: those that take longest. */
const NAMED = 6;

/** The last run in lines: rows, seconds by stage, memory, what is published, and how time grew since the first run. */
export function scaleLines(runs: readonly ScaleRun[]): string[] {
  const run = runs[runs.length - 1];
  const {rows, bytes, seconds, stages, memory, published} = run;
  const megabytes = (value: number) => `${(value / 1e6).toFixed(0)} MB`;
  const longest = [...stages]
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, NAMED)
    .map(({name, seconds}) => `${name} ${seconds.toFixed(1)}`);
  return [
    `${rows.toLocaleString("en-US")} customers (${megabytes(bytes)}): ${seconds.toFixed(1)} s`,
    `  longest stages, in seconds, some at the same time: ${longest.join(", ")}`,
    `  most memory ${Number.isNaN(memory) ? "unknown" : megabytes(memory)}; published database ${megabytes(published)}`,
    ...(runs.length < 2
      ? []
      : [`  time grows with rows to the power of ${growth(runs[0], run).toFixed(2)} since the first run`]),
  ];
}
