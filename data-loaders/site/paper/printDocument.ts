import {html, joined, markupFrom} from "../../engine/html/markup.js";
import {contentsList} from "./contentsList.js";
import type {Report} from "./gatherReport.js";

/**
 * What a printed page looks like: a chapter begins on a new page, and nothing small is split between two. So that no page ends
 * half empty, charts float: one that does not fit moves to the top of the next page, and the text after it fills the place. A
 * chart that is all there is under its heading stays there. Actions are set small, so that three fill a page.
 */
const css = `
@page{size:A4;margin:22mm 20mm 20mm;@bottom-right{content:counter(page);font:9pt var(--sans-serif)}}
@page cover{@bottom-right{content:""}}
:root{color-scheme:light}
body{margin:0;max-width:none;background:#fff;font-size:10pt;line-height:1.45}
#observablehq-main,#observablehq-main>*,article,article>*{max-width:none!important}
article+article{margin-top:3rem}
.cover{page:cover;height:225mm;display:flex;flex-direction:column;justify-content:center}
.cover h1{font-size:30pt}
.contents{break-before:page}
.contents ol{list-style:none;padding:0}
.contents li{display:flex;justify-content:space-between;gap:1rem;padding:0.15rem 0}
.contents .chapter{font-weight:600;margin-top:0.8rem}
.contents .within{padding-left:1.2rem}
details.chart-data,.chart-narrow{display:none!important}
.chart-wide{display:block!important}
.chart svg{max-width:100%;max-height:74mm;width:auto;height:auto}
.chart.tall svg{max-height:110mm}
.chart-wide:has(svg~svg){max-width:80%}
.chart{margin:0.5rem 0}
article>figure.chart,article>.chart-pair{float:left;width:100%}
.chart-pair .chart-wide{display:none!important}
.chart-pair .chart-narrow{display:block!important}
.chart-pair{display:grid;grid-template-columns:1fr 1fr;gap:0 8mm;break-inside:avoid}
article>:is(h2,h3)+:is(figure.chart,.chart-pair):has(+:is(h2,h3)){float:none;clear:both}
article>h1{clear:both}
.segment,.segment p{font-size:9.5pt;line-height:1.4}
.action{padding:0.1rem 0 0.3rem}
.action h3{margin:0.4rem 0 0}
.action dl{grid-template-columns:20mm 1fr;gap:0.1rem 0.6rem;margin:0.2rem 0 0}
.action dd,.action dd p{font-size:9pt;line-height:1.35}
.action dt{font-size:8pt;line-height:1.5}
.table-scroll{overflow:visible!important;max-height:none!important}
data[data-figure]{white-space:normal}
table{font-size:8.5pt}
h1{font-size:20pt}h2{font-size:14pt;margin-top:1.4rem}h3{font-size:11pt;margin:0.8rem 0 0.2rem}
h1,h2,h3,figcaption{break-after:avoid;break-inside:avoid}
figure,tr,.segment,.action,.honesty,blockquote{break-inside:avoid}
p,li{orphans:3;widows:3}
a{color:inherit}
`;

/**
 * The report as one document for print: a cover, contents, and each page of the site as a section.
 *
 * @param numbers first printed page of each section; without them the contents have no numbers
 */
export function printDocument(report: Report, numbers?: ReadonlyMap<string, number>): string {
  const chapters = [...new Set(report.sections.map(({chapter}) => chapter))];
  const heads = chapters.map((chapter, index) => {
    const head = [report.title, chapter].filter((part) => part !== "").join(" · ");
    return `@page chapter-${index}{@top-left{content:"${head.replaceAll(/["\\\n<]/g, "")}";font:8.5pt var(--sans-serif);color:#555}}.chapter-${index}{page:chapter-${index}}`;
  });
  const sections = report.sections.map(
    (section) =>
      html`<article id="${section.id}" class="chapter-${chapters.indexOf(section.chapter)}">\n${markupFrom(section.html)}\n</article>`,
  );
  return String(html`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${report.title}</title>
<style>${markupFrom(report.css + css + heads.join("\n"))}</style></head>
<body>
<div class="cover"><p class="eyebrow">${report.title}</p><h1>${report.sections[0]?.title ?? ""}</h1><p class="hint">${report.inputs}</p></div>
<nav class="contents" aria-label="Contents"><h2>Contents</h2>${contentsList(report.sections, numbers)}</nav>
<main id="observablehq-main">
${joined(sections, "\n")}
</main></body></html>
`);
}
