import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join, posix} from "node:path";
import {JSDOM} from "jsdom";
import {SettingError} from "../../engine/project/settingError.js";
import {basicFonts} from "../pages/fonts.js";

/** A page of the report, cut to what paper can hold. */
export interface ReportSection {
  /** Id of the section in the one document. */
  id: string;
  title: string;
  /** Group in the list of pages, such as a chapter; empty for pages that stand alone. */
  chapter: string;
  html: string;
}

/** The whole report in pieces, read from the built site. */
export interface Report {
  title: string;
  /** What the footer of each page says: the inputs and whether they are synthetic. */
  inputs: string;
  sections: ReportSection[];
  /** Style sheet of the site, with its typefaces in it. */
  css: string;
}

/** A drawing that is higher than this cannot be read in a third of a page. */
const tallFrom = 450;

/** What needs a script, a click or another page, and the shell's own parts. */
const interactive =
  "script, noscript, form, button, input, .no-print, .by-script, .needs-script, .observablehq, .evidence-mark, .synthetic";

/**
 * Reads all pages of a built site that can be read on paper, in the order of its list of pages. Ids are made unique, links
 * between pages lead within the document, and links to what it does not hold become text.
 *
 * @param folder the built site
 * @param leftOut tells pages, by their path in the site, that are left out
 * @throws SettingError where there is no built site
 */
export async function gatherReport(folder: string, leftOut: (path: string) => boolean): Promise<Report> {
  if (!existsSync(join(folder, "index.html")))
    throw new SettingError(`there is no built site in ${folder}; run npm run build first`);
  const front = await openPage(folder, "index.html");
  const listed = pagesInOrder(front.window.document).filter(({path}) => !leftOut(path));
  const inside = new Set(listed.map(({path}) => path));
  const sections: ReportSection[] = [];
  for (const {path, title, chapter} of listed) {
    const {window} = await openPage(folder, path);
    sections.push({id: sectionId(path), title, chapter, html: sectionHtml(window.document, path, inside)});
    window.close();
  }
  const {document} = front.window;
  const report = {
    title: document.querySelector(".report-title")?.textContent?.trim() ?? document.title,
    inputs: Array.from(
      document.querySelectorAll("#observablehq-footer p"),
      ({textContent}) => textContent ?? "",
    ).join(" "),
    sections,
    css: await styles(folder, document),
  };
  front.window.close();
  return report;
}

async function openPage(folder: string, path: string): Promise<JSDOM> {
  return new JSDOM(await readFile(join(folder, path), "utf8"));
}

function pagesInOrder(document: Document): {path: string; title: string; chapter: string}[] {
  const pages = [{path: "index.html", title: firstHeading(document), chapter: ""}];
  for (const link of document.querySelectorAll("#observablehq-sidebar .observablehq-link a")) {
    const path = pathOf(link.getAttribute("href") ?? "", "index.html");
    if (path === undefined || pages.some((page) => page.path === path)) continue;
    const chapter = link.closest("section, details")?.querySelector("summary")?.textContent?.trim() ?? "";
    pages.push({path, title: link.textContent?.trim() ?? "", chapter});
  }
  return pages;
}

function firstHeading(document: Document): string {
  return document.querySelector("#observablehq-main h1")?.textContent?.trim() ?? document.title;
}

/** Path in the site that a link on a page leads to; undefined for other hosts and other schemes. */
function pathOf(href: string, from: string): string | undefined {
  if (/^[a-z]+:|^\/\//i.test(href)) return undefined;
  const [target] = href.split(/[?#]/);
  if (target === "") return from;
  const path = posix.join(posix.dirname(from), target);
  const folderPath = path === "." || path.endsWith("/") ? posix.join(path, "index") : path;
  return posix.extname(folderPath) === "" ? `${folderPath}.html` : folderPath;
}

function sectionId(path: string): string {
  return path.replace(/\.html$/, "").replaceAll(/[^\w-]/g, "-");
}

function sectionHtml(document: Document, path: string, inside: ReadonlySet<string>): string {
  const main = document.querySelector("#observablehq-main");
  if (main === null) return "";
  for (const element of main.querySelectorAll(interactive)) element.remove();
  // what a script would draw: its title alone promises a chart
  for (const chart of main.querySelectorAll("div.chart"))
    if (chart.querySelector("svg") === null) chart.remove();
  removeEmptyHeadings(main);
  arrangeCharts(main);
  const prefix = `${sectionId(path)}--`;
  for (const anchor of main.querySelectorAll("a.observablehq-header-anchor"))
    anchor.replaceWith(...anchor.childNodes);
  for (const link of main.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href") ?? "";
    const target = pathOf(href, path);
    if (target === undefined) continue;
    const heading = href.split("#")[1];
    if (!inside.has(target)) link.replaceWith(...link.childNodes);
    else link.setAttribute("href", `#${sectionId(target)}${heading === undefined ? "" : `--${heading}`}`);
  }
  for (const element of main.querySelectorAll("*"))
    for (const {name, value} of Array.from(element.attributes)) {
      if (name === "id") element.id = prefix + value;
      else if (["for", "aria-labelledby", "aria-describedby", "aria-controls"].includes(name))
        element.setAttribute(
          name,
          value
            .split(/\s+/)
            .map((id) => prefix + id)
            .join(" "),
        );
      else if (value.includes("url(#"))
        element.setAttribute(name, value.replaceAll("url(#", `url(#${prefix}`));
      else if (name === "href" && element.namespaceURI?.endsWith("/svg") && value.startsWith("#"))
        element.setAttribute(name, `#${prefix}${value.slice(1)}`);
    }
  return main.innerHTML;
}

/** A heading whose whole section was a form or a drawing by script promises what is not there. */
function removeEmptyHeadings(main: Element): void {
  for (const heading of Array.from(main.querySelectorAll(":scope > :is(h2, h3, h4)")).reverse()) {
    const next = heading.nextElementSibling;
    if (next === null || (/^H[1-4]$/.test(next.tagName) && next.tagName <= heading.tagName)) heading.remove();
  }
}

/**
 * Charts that follow one another share a line, two by two, drawn as on a phone; one that is left over has a line of its own.
 * What is tall is marked so, as it needs more of a page to be read, and shares no line.
 */
function arrangeCharts(main: Element): void {
  for (const chart of main.querySelectorAll("figure.chart"))
    if (drawnHeight(chart) > tallFrom) chart.classList.add("tall");
  for (const chart of main.querySelectorAll(":scope > figure.chart:not(.tall)")) {
    const next = chart.nextElementSibling;
    if (chart.parentElement !== main || next === null || !next.matches("figure.chart:not(.tall)")) continue;
    if ([chart, next].some((each) => each.querySelector(".chart-narrow svg") === null)) continue;
    const pair = main.ownerDocument.createElement("div");
    pair.className = "chart-pair";
    chart.replaceWith(pair);
    pair.append(chart, next);
  }
}

/** Height of a chart's tallest drawing in the units of its drawing. */
function drawnHeight(chart: Element): number {
  const heights = Array.from(chart.querySelectorAll(".chart-wide svg"), (svg) =>
    Number(svg.getAttribute("viewBox")?.split(" ")[3] ?? 0),
  );
  return Math.max(0, ...heights);
}

async function styles(folder: string, document: Document): Promise<string> {
  const links = Array.from(
    document.querySelectorAll('link[rel="stylesheet"]'),
    (link) => link.getAttribute("href") ?? "",
  );
  const sheets = await Promise.all(links.map((href) => readFile(join(folder, href.split("?")[0]), "utf8")));
  const faces = Array.from(document.querySelectorAll("head style"), ({textContent}) => textContent ?? "");
  const css = [...faces, ...sheets].join("\n");
  const fonts = await Promise.all(
    basicFonts.map(async (name) => {
      const bytes = await readFile(join(folder, `fonts/${name}.woff2`));
      return [`./fonts/${name}.woff2`, `data:font/woff2;base64,${bytes.toString("base64")}`] as const;
    }),
  );
  const embedded = fonts.reduce((text, [address, data]) => text.replaceAll(address, data), css);
  // typefaces of other scripts stay with the site: here the system's own stand in
  return embedded.replaceAll(/@font-face\{[^}]*url\("\.\/fonts\/[^}]*\}/g, "");
}
