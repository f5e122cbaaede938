import {html, joined} from "../../engine/html/markup.js";
import {
  describeFailing,
  type FailingSentences,
  totalFailing,
} from "../../narrative/check/failingSentences.js";
import type {PageEvidence} from "./pageEvidence.js";

/**
 * What the front page opens with where sentences of the report fail: how many, and why. Empty on other pages, and where all
 * sentences hold.
 *
 * @param path of the page, from the site's root
 */
export function failingNotice(
  failing: FailingSentences,
  inputs: PageEvidence["inputs"],
  path: string,
): string {
  if (path !== "/index" || totalFailing(failing) === 0) return "";
  // the text was written for the samples: what differs is the other files
  const others = inputs.filter(({synthetic}) => !synthetic);
  const named = others.length > 0 ? others : inputs;
  const names = joined(
    named.map(({name}) => html`<code>${name}</code>`),
    html` and `,
  );
  return String(
    html`<div class="failing" role="note"><p><strong>In this report, ${describeFailing(failing)}.</strong> It was built from ${names}: other data than its text was written for. Each such sentence is marked where it stands; all other claims hold. <a href="./review/claims">All claims, those that fail first</a></p></div>\n`,
  );
}
