import {html, joined, markupFrom} from "../../engine/html/markup.js";
import {contentsList} from "./contentsList.js";
import type {Report} from "./gatherReport.js";

/** Rules that a document without the site's shell needs. */
const css = `
body{max-width:52rem;margin:2rem auto;padding:0 1.25rem;background:var(--theme-background);color:var(--theme-foreground)}
article{border-top:1px solid var(--rule);margin-top:4rem;padding-top:1rem}
nav ol{list-style:none;padding-left:1rem}
`;

/**
 * The whole report as one HTML file that opens from the disk, without a server and without scripts: all text, numbers, static
 * charts and lists.
 */
export function singleFile(report: Report): string {
  const sections = report.sections.map(
    (section) =>
      html`<article id="${section.id}" aria-label="${section.id}">\n${markupFrom(section.html)}\n</article>`,
  );
  return String(html`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">
<meta name="color-scheme" content="light dark">
<title>${report.title}</title>
<style>${markupFrom(report.css + css)}</style></head>
<body><header><p class="eyebrow">${report.title}</p><p class="hint">${report.inputs}</p></header>
<nav aria-label="Contents">${contentsList(report.sections)}</nav>
<main id="observablehq-main">
${joined(sections, "\n")}
</main></body></html>
`);
}
