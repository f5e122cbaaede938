import {createMarkdownIt} from "@observablehq/framework/dist/markdown.js";
import {figuresBehind} from "../evidence/checkDefinitions.js";
import {evidenceById} from "../evidence/evidenceById.js";
import type {GatheredEvidence} from "../evidence/gatherEvidence.js";
import {narrativePlugin} from "../render/narrativePlugin.js";
import {parsePage} from "../syntax/parsePage.js";
import type {Problem} from "../syntax/problem.js";
import {checkLinks, linkTargets} from "./checkLinks.js";
import {checkPage, type PageCheck, unprintedLines} from "./checkPage.js";

/** What the pages say, held against the evidence. */
export interface NarrativeCheck {
  /** References of each page, by its path from the project's root. */
  pages: Map<string, PageCheck>;
  problems: Problem[];
}

/**
 * Checks all pages: references, numerals, comparisons, claims and links.
 *
 * @param sources pages as they are written, by path
 * @param published paths of files in the site's data folder, which pages may link to
 */
export function checkNarrative(
  sources: ReadonlyMap<string, string>,
  gathered: GatheredEvidence,
  published: Iterable<string>,
): NarrativeCheck {
  const evidence = evidenceById(gathered);
  const md = createMarkdownIt({
    markdownIt: (it) => {
      narrativePlugin(it, () => evidence);
      return it;
    },
  });
  const parsed = Array.from(sources, ([file, source]) => parsePage(source, file, md));
  const targets = linkTargets(parsed, published);
  const checks = parsed.map((page) => ({page, check: checkPage(page, evidence)}));
  const pages = new Map(checks.map(({page, check}) => [page.file, check]));
  const problems = [
    ...gathered.problems,
    ...checks.flatMap(({page, check}) => {
      const unprinted = unprintedLines(page, evidence);
      return [...check.problems, ...checkLinks(page, targets).filter(({line}) => !unprinted.has(line))];
    }),
  ];
  return {pages, problems: [...problems, ...unused(gathered, pages)]};
}

function unused(gathered: GatheredEvidence, pages: ReadonlyMap<string, PageCheck>): Problem[] {
  const used = new Set(
    [...pages.values()].flatMap(({references}) => references.map(({kind, id}) => `${kind} ${id}`)),
  );
  const behindClaims = new Set(gathered.claims.flatMap(figuresBehind));
  const charts = gathered.charts.map(({id, file}) => ({id, file, line: 1, kind: "chart" as const}));
  return [...gathered.figures, ...gathered.claims, ...charts]
    .filter(({id, kind}) => !used.has(`${kind} ${id}`) && !(kind === "figure" && behindClaims.has(id)))
    .map(({id, kind, file, line}) => ({
      file,
      line,
      column: 1,
      level: "advice",
      message: `no page uses ${kind} ${id}`,
    }));
}
