import {escapeHtml} from "../../engine/html/escapeHtml.js";
import type {ReportSection} from "./gatherReport.js";

/**
 * The table of contents: pages that stand alone, and chapters with their pages.
 *
 * @param numbers page number of each section, where it is printed
 */
export function contentsList(
  sections: readonly ReportSection[],
  numbers?: ReadonlyMap<string, number>,
): string {
  const items: string[] = [];
  let chapter = "";
  for (const section of sections) {
    if (section.chapter !== chapter && section.chapter !== "")
      items.push(`<li class="chapter">${escapeHtml(section.chapter)}</li>`);
    chapter = section.chapter;
    const number = numbers?.get(section.id);
    const place = number === undefined ? "" : `<span class="page">${number}</span>`;
    const title = chapter === "" ? escapeHtml(section.title) : `${escapeHtml(section.title)}`;
    items.push(
      `<li${chapter === "" ? "" : ' class="within"'}><a href="#${section.id}">${title}</a>${place}</li>`,
    );
  }
  return `<ol>${items.join("\n")}</ol>`;
}
