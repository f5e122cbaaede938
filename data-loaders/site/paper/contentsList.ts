import {html, joined, type Markup} from "../../engine/html/markup.js";
import type {ReportSection} from "./gatherReport.js";

/**
 * The table of contents: pages that stand alone, and chapters with their pages.
 *
 * @param numbers page number of each section, where it is printed
 */
export function contentsList(
  sections: readonly ReportSection[],
  numbers?: ReadonlyMap<string, number>,
): Markup {
  const items: Markup[] = [];
  let chapter = "";
  for (const section of sections) {
    if (section.chapter !== chapter && section.chapter !== "")
      items.push(html`<li class="chapter">${section.chapter}</li>`);
    chapter = section.chapter;
    const number = numbers?.get(section.id);
    const place = number === undefined ? "" : html`<span class="page">${number}</span>`;
    items.push(
      html`<li${chapter === "" ? "" : html` class="within"`}><a href="#${section.id}">${section.title}</a>${place}</li>`,
    );
  }
  return html`<ol>${joined(items, "\n")}</ol>`;
}
