import {html, type Markup} from "../../engine/html/markup.js";

/**
 * A part of a list that readers can choose, and that is hidden while a search finds nothing in it.
 *
 * @param name what the choice calls it
 * @param content its heading and table
 */
export function reviewGroup(name: string, content: Markup): Markup {
  return html`<section class="review-group" data-group="${name}">\n${content}\n</section>`;
}

/**
 * The same, closed until somebody opens it: a browser does not lay out what is closed.
 *
 * @param summary what stands beside the triangle
 */
export function closedReviewGroup(name: string, summary: Markup, content: Markup): Markup {
  return html`<details class="review-group" data-group="${name}"><summary>${summary}</summary>\n${content}\n</details>`;
}
