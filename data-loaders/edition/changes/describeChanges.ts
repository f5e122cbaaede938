import {formatFigure} from "../../../src/lib/narrative/formatFigure.js";
import {type Verdict, verdictWords} from "../../../src/lib/narrative/verdict.js";
import type {NarrativeCheck} from "../../narrative/check/checkNarrative.js";
import type {Changes, DatasetChanges} from "./compareEditions.js";

/** Index from which a variable is listed: by the usual rule of thumb it is no longer stable. */
const driftFrom = 0.1;

/** Lines of changes from which a terminal gets their numbers only: findings and totals would scroll away. */
const mostLines = 20;

/** What changed since the earlier edition, for a terminal: one line each, or how much where it is a lot. */
export function describeChanges(changes: Changes | null, check: NarrativeCheck): string[] {
  if (changes === null) return ["changes: there is no earlier edition of other content to compare with"];
  const {evidenceKey, inputs} = changes.earlier;
  const since = `changes since edition ${evidenceKey.slice(0, 12)}, made from ${inputs.map(({name}) => name).join(" and ")}:`;
  const lines = eachChange(changes, check);
  return [since, ...(lines.length > mostLines ? summary(changes) : lines)];
}

function eachChange({figures, claims, datasets}: Changes, {pages}: NarrativeCheck): string[] {
  const sentences = (id: string) =>
    Array.from(pages).flatMap(([page, {references}]) =>
      references
        .filter((reference) => reference.kind === "claim" && reference.id === id)
        .map(({line, sentence}) => `  ${page}:${line}: ${sentence ?? ""}`),
    );
  return [
    ...figures.map(
      ({id, old, new: now, difference}) =>
        `figure ${id}: ${old?.text ?? "not there"} -> ${now?.text ?? "gone"}${difference === "" ? "" : ` (${difference})`}`,
    ),
    ...claims.flatMap(({id, old, new: now}) => [
      `claim ${id}: ${inWords(old, "not there")} -> ${inWords(now, "gone")}`,
      ...sentences(id),
    ]),
    ...datasets.flatMap(describeDataset),
  ];
}

function summary({figures, claims, datasets}: Changes): string[] {
  const printed = figures.filter(({old, new: now}) => old?.text !== now?.text).length;
  const others = datasets.flatMap(describeDataset).length;
  return [
    `  figures: ${figures.length}, of which ${printed} print another text`,
    `  claims: ${claims.length}`,
    `  segments, customers, variables and coefficients: ${others} lines`,
    "  npm run check -- --json lists them, and so does the page review/changes after a build",
  ];
}

function inWords(verdict: Verdict | null, absent: string): string {
  return verdict === null ? absent : verdictWords[verdict];
}

function describeDataset({dataset, segments, moves, variables, coefficients}: DatasetChanges): string[] {
  return [
    ...segments
      .filter((segment) => segment.old !== segment.new)
      .map(
        (segment) =>
          `${dataset} segment ${segment.segment}: ${segment.old ?? "not there"} -> ${segment.new ?? "gone"} customers`,
      ),
    ...(moves ?? [])
      .filter(({from, to}) => from !== to)
      .map(
        ({from, to, customers}) =>
          `${dataset} customers: ${customers} from ${from ?? "nowhere"} to ${to ?? "nowhere"}`,
      ),
    ...(moves === null
      ? [`${dataset} customers: the earlier database is missing; they cannot be followed`]
      : []),
    ...variables
      .filter(({index}) => index >= driftFrom)
      .map(
        ({name, index}) =>
          `${dataset} variable ${name}: population stability index ${formatFigure(index, ".3f")}`,
      ),
    ...coefficients.map(
      ({model, term, old, new: now}) =>
        `${dataset} coefficient ${model} ${term}: ${coefficient(old, "not there")} -> ${coefficient(now, "gone")}`,
    ),
  ];
}

function coefficient(value: number | null, absent: string): string {
  return value === null ? absent : formatFigure(value, ".4f");
}
