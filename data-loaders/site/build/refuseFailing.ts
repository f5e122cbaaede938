import type {NarrativeCheck} from "../../narrative/check/checkNarrative.js";
import {describeFailing, failingInAll, totalFailing} from "../../narrative/check/failingSentences.js";

/** Too many sentences of the pages fail for the site to be put in place. */
export class FailingSentencesError extends Error {
  constructor(check: NarrativeCheck, allowed: number) {
    const failing = failingInAll(check);
    const total = totalFailing(failing);
    const pages = Array.from(check.pages, ([file, page]) => ({file, failing: page.failing}))
      .filter((page) => totalFailing(page.failing) > 0)
      .sort((a, b) => totalFailing(b.failing) - totalFailing(a.failing) || (a.file < b.file ? -1 : 1))
      .map((page) => `  ${page.file}: ${describeFailing(page.failing)}`);
    super(
      [
        `${describeFailing(failing)}${allowed === 0 ? "" : ` (${total} in all; ${allowed} allowed)`}.`,
        ...pages,
        "The pages were written for other data. npm run check lists the sentences, npm run dev shows them in their pages: change them, or take them out.",
        `To publish the site as it is, with each of them marked: npm run build -- --publish-with-failing ${total}`,
      ].join("\n"),
    );
    this.name = "FailingSentencesError";
  }
}

/**
 * Lets a site pass whose pages hold no more failing sentences than its publisher has said to know of.
 *
 * @param allowed what `--publish-with-failing` names; 0 without it
 * @throws FailingSentencesError
 */
export function refuseFailing(check: NarrativeCheck, allowed: number): void {
  if (totalFailing(failingInAll(check)) > allowed) throw new FailingSentencesError(check, allowed);
}
