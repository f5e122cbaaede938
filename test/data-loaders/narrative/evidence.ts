import {createMarkdownIt} from "@observablehq/framework/dist/markdown.js";
import type {ChartMarkup} from "../../../data-loaders/narrative/evidence/drawCharts.js";
import type {Claim, Figure} from "../../../data-loaders/narrative/evidence/evaluateQueries.js";
import type {NarrativeEvidence} from "../../../data-loaders/narrative/evidence/narrativeEvidence.js";
import {narrativePlugin} from "../../../data-loaders/narrative/render/narrativePlugin.js";
import {formatProblem, type Problem} from "../../../data-loaders/narrative/syntax/problem.js";
import {formatFigure} from "../../../src/lib/narrative/formatFigure.js";

/** A figure by its id. */
export function figure(id: string, value: Figure["value"], format = ""): [string, Figure] {
  const place = {file: "src/bank/figures.sql", line: 1, sqlLine: 3, about: []};
  const query = {kind: "figure" as const, id, label: id, headers: {format}, sql: "SELECT …", ...place};
  return [id, {...query, value, text: formatFigure(value, format)}];
}

function claim(id: string, verdict: Claim["verdict"]): [string, Claim] {
  const place = {file: "src/bank/claims.sql", line: 7, sqlLine: 9, about: []};
  return [id, {kind: "claim", id, label: `What ${id} says`, headers: {}, sql: "SELECT …", ...place, verdict}];
}

/** Evidence of a small made-up chapter. */
export const evidence: NarrativeEvidence = {
  figures: new Map([
    figure("bank.customers", 660, ",d"),
    figure("bank.share", 0.0757, ".1%"),
    figure("bank.name", 'Premium <"online">'),
    figure("bank.mean-limit", null, "$,.0f"),
  ]),
  claims: new Map([
    claim("bank.grows", "holds"),
    claim("bank.shrinks", "fails"),
    claim("bank.nobody", "untestable"),
  ]),
  reviews: new Map(),
  failures: new Map(),
  charts: new Map<string, ChartMarkup>([
    ["bank.shares", {id: "bank.shares", file: "src/bank/charts.ts", html: "<svg></svg>"}],
  ]),
};

/** Framework's Markdown with the report's references. */
export const markdown = createMarkdownIt({
  markdownIt: (md) => {
    narrativePlugin(md, () => evidence);
    return md;
  },
});

/** Problems as they are printed, one a line. */
export function printed(problems: readonly Problem[]): string {
  return problems.map(formatProblem).join("\n");
}
