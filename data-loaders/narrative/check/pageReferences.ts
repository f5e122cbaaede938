import {formatFigure, invalidFormat} from "../../../src/lib/narrative/formatFigure.js";
import {premisesOf} from "../../../src/lib/narrative/verdict.js";
import type {NarrativeEvidence} from "../evidence/narrativeEvidence.js";
import {figurePattern} from "../syntax/figurePattern.js";
import {anyMark} from "../syntax/sentenceMarks.js";

/** A place where a page quotes a figure, a claim, a chart or a list of the review. */
export interface PageReference {
  kind: "figure" | "claim" | "chart" | "review";
  id: string;
  /** From 1. */
  line: number;
  column: number;
  /** Format that the page asks for, of a figure. */
  format?: string;
  /** The sentence as a reader sees it, of a claim. */
  sentence?: string;
  /** All claims that the sentence rests on, this one among them. */
  premises?: readonly string[];
}

const link = /\]\((claim|chart|review):([^()\s]*)\)/g;

/** All references in one line of a page, in order of kind and place. */
export function lineReferences(text: string, line: number, evidence: NarrativeEvidence): PageReference[] {
  const figures = Array.from(
    text.matchAll(new RegExp(figurePattern, "g")),
    ({0: _, 1: id, 2: format, index}) => ({
      kind: "figure" as const,
      id,
      line,
      column: index + 1,
      ...(format === undefined ? {} : {format: format.trim()}),
    }),
  );
  const links = Array.from(text.matchAll(link)).flatMap(({1: kind, 2: target, index}): PageReference[] => {
    const place = {line, column: index + 3};
    if (kind !== "claim") return [{kind: kind as PageReference["kind"], id: target, ...place}];
    const sentence = readable(bracketed(text, index), evidence);
    const premises = premisesOf(target);
    return premises.map((id) => ({kind: "claim", id, ...place, sentence, premises}));
  });
  return [...figures, ...links];
}

/** The text between the bracket that closes at `end` and its opening one. */
function bracketed(text: string, end: number): string {
  let depth = 0;
  for (let at = end; at >= 0; at--) {
    if (text[at] === "]") depth++;
    if (text[at] === "[" && --depth === 0) return text.slice(at + 1, end);
  }
  return text.slice(0, end);
}

/** Markdown as it reads: figures printed, emphasis and links without their marks. */
export function readable(markdown: string, {figures}: NarrativeEvidence): string {
  return markdown
    .replaceAll(new RegExp(figurePattern, "g"), (text, id: string, format?: string) => {
      const figure = figures.get(id);
      if (figure === undefined) return text;
      const own = format?.trim();
      // one that is not valid is reported where it stands
      return own === undefined || invalidFormat(own) !== undefined
        ? figure.text
        : formatFigure(figure.value, own);
    })
    .replaceAll(/\[([^\][]*)\]\([^()]*\)/g, "$1")
    .replaceAll(anyMark, "")
    .replaceAll(/[*_`]/g, "");
}
