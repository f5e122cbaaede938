import {median} from "d3-array";
import {type BenchReport, benchStages} from "./benchWork.js";

/** The reports of one participant's runs. */
export interface BenchRuns {
  name: string;
  reports: readonly BenchReport[];
}

/**
 * The outcome as text: median seconds by stage, total, how many times the first participant's total, and memory.
 *
 * @param runs ours first
 */
export function benchTable(runs: readonly BenchRuns[]): string {
  const header = ["", ...benchStages, "total", "ratio", "memory"];
  const first = totalSeconds(runs[0]);
  const lines = runs.map((participant) => [
    participant.name,
    ...benchStages.map((stage) => stageSeconds(participant, stage).toFixed(3)),
    totalSeconds(participant).toFixed(3),
    `${(totalSeconds(participant) / first).toFixed(1)} ×`,
    `${Math.round(middle(participant.reports.map(({megabytes}) => megabytes)))} MB`,
  ]);
  return aligned([header, ...lines]);
}

/** Differences between participants' answers: those of the first are the measure. */
export function answersTable(runs: readonly BenchRuns[]): string {
  const [measure] = runs[0].reports;
  const lines = runs.map(({name, reports: [{answers}]}) => [
    name,
    greatest(answers.inertia.map((inertia, i) => inertia / measure.answers.inertia[i] - 1)).toExponential(1),
    (answers.height / measure.answers.height - 1).toExponential(1),
    (answers.brier - measure.answers.brier).toExponential(1),
  ]);
  return aligned([["", "inertia, greatest excess", "highest merge", "Brier score"], ...lines]);
}

/** Stages in which one of ours takes longer than the quickest of the others. */
export function slowerStages(mine: BenchRuns, others: readonly BenchRuns[]): string[] {
  if (others.length === 0) return [];
  return benchStages.filter(
    (stage) => stageSeconds(mine, stage) > Math.min(...others.map((other) => stageSeconds(other, stage))),
  );
}

function stageSeconds({reports}: BenchRuns, stage: string): number {
  return middle(reports.map(({seconds}) => seconds[stage]));
}

function totalSeconds(participant: BenchRuns): number {
  return benchStages.reduce((sum, stage) => sum + stageSeconds(participant, stage), 0);
}

function middle(values: readonly number[]): number {
  return median(values) ?? Number.NaN;
}

function greatest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value));
}

/** Lines of cells in columns, the first on the left and the others on the right. */
export function aligned(lines: readonly (readonly string[])[]): string {
  const widths = lines[0].map((_, j) => Math.max(...lines.map((line) => line[j].length)));
  return lines
    .map((line) =>
      line.map((cell, j) => (j === 0 ? cell.padEnd(widths[j]) : cell.padStart(widths[j]))).join("  "),
    )
    .join("\n");
}
