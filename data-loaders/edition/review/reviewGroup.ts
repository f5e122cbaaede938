import {escapeHtml} from "../../engine/html/escapeHtml.js";

/**
 * A part of a list that readers can choose, and that is hidden while a search finds nothing in it.
 *
 * @param name what the choice calls it
 * @param html its heading and table
 */
export function reviewGroup(name: string, html: string): string {
  return `<section class="review-group" data-group="${escapeHtml(name)}">\n${html}\n</section>`;
}

/**
 * The same, closed until somebody opens it: a browser does not lay out what is closed.
 *
 * @param summary what stands beside the triangle
 */
export function closedReviewGroup(name: string, summary: string, html: string): string {
  return `<details class="review-group" data-group="${escapeHtml(name)}"><summary>${summary}</summary>\n${html}\n</details>`;
}
