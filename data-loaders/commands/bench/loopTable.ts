import {aligned} from "./benchTable.js";
import type {LoopTimes} from "./timeBuilds.js";

interface Line {
  what: string;
  seconds: number | undefined;
  /** What is to be reached on two cores without other work, in seconds. */
  aim?: number;
}

/** The times beside what they should be at most on two cores without other work; `!` where one is longer. */
export function loopTable(times: LoopTimes): string {
  const {cold, analyses, sentence, unchanged, shownSentence, shownFigure} = times;
  const lines: Line[] = [
    {what: "a build from nothing", seconds: cold},
    {what: "  of which the other analyses", seconds: analyses, aim: 40},
    {what: "  and all else", seconds: cold - (Number.isNaN(analyses) ? 0 : analyses), aim: 25},
    {what: "a build after one changed sentence", seconds: sentence, aim: 5},
    {what: "a build with nothing changed", seconds: unchanged, aim: 2.5},
    {what: "the preview shows a changed sentence", seconds: shownSentence, aim: 1},
    {what: "the preview shows a changed query", seconds: shownFigure, aim: 3},
  ];
  return aligned([["", "seconds", "aim", ""], ...lines.map(cells)]);
}

function cells({what, seconds, aim}: Line): string[] {
  const known = seconds !== undefined && !Number.isNaN(seconds);
  return [
    what,
    known ? `${seconds.toFixed(1)} s` : "not measured",
    aim === undefined ? "" : `≤ ${aim} s`,
    known && aim !== undefined && seconds > aim ? "!" : "",
  ];
}
