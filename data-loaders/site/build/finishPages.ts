import * as Plot from "@observablehq/plot";
import {JSDOM} from "jsdom";
import {insertMarkup} from "../pages/deferredMarkup.js";
import type {PageEvidence} from "../pages/pageEvidence.js";
import {fontsFirst} from "./fontsFirst.js";
import {sourceHash, withSearchScript} from "./searchScript.js";

/**
 * Mends what Framework's shell lacks, and gives each page its content security policy.
 *
 * Mended: the page's language, zooming on phones, names of landmarks and of the search field, a list that
 * holds something else than items, header cells that are empty, and file times, which would make two builds of the same text differ.
 * Charts and lists, which Framework did not see, are put in.
 *
 * @param pages HTML as Framework built it, by path
 * @param search name of the search's script
 * @throws Error naming every page in which Framework reports an error: its build succeeds all the same
 */
export function finishPages(
  pages: ReadonlyMap<string, string>,
  evidence: PageEvidence,
  search: string,
): Map<string, string> {
  const errors: string[] = [];
  const plotStyle = styleOfPlot();
  const finished = Array.from(pages, ([path, html]) => {
    const dom = new JSDOM(withSearchScript(withoutTimes(html), search));
    const {document} = dom.window;
    for (const error of document.querySelectorAll(".observablehq--error, .narrative-error"))
      errors.push(`${path.slice(1)}.html: ${error.textContent?.trim()}`);
    mendShell(document);
    fontsFirst(document);
    describePage(document);
    showBeforeScripts(document);
    addPolicy(document);
    const whole = withStylePolicy(insertMarkup(dom.serialize(), evidence), plotStyle);
    dom.window.close();
    return [path, whole] as const;
  });
  if (errors.length > 0) throw new Error(`pages contain errors:\n${errors.join("\n")}`);
  return new Map(finished);
}

function withoutTimes(html: string): string {
  return html.replace(/,"lastModified":[\d.]+/g, "");
}

/** What a page shows needs no script, so scripts wait for its styles and typefaces on a slow line. */
function showBeforeScripts(document: Document): void {
  for (const link of document.querySelectorAll('link[rel="modulepreload"]'))
    link.setAttribute("fetchpriority", "low");
}

function mendShell(document: Document): void {
  document.documentElement.lang = "en";
  document
    .querySelector('meta[name="viewport"]')
    ?.setAttribute("content", "width=device-width, initial-scale=1");
  holdListOfPages(document);
  name(document, "#observablehq-toc nav", "On this page");
  name(document, "#observablehq-toc", "Contents");
  name(document, "#observablehq-footer nav", "Previous and next page");
  name(document, '#observablehq-search input[type="search"]', "Search the report");
  name(document, "#observablehq-sidebar-toggle", "Show the list of pages");
  const skip = document.createElement("a");
  Object.assign(skip, {className: "skip-link", href: "#observablehq-main", textContent: "Skip to the text"});
  document.body.prepend(skip);
  document.querySelector("#observablehq-main")?.setAttribute("tabindex", "-1");
  nameNeighbours(document);
  emptyCells(document);
  // a pointer takes a heading's address there; for a keyboard it would be one stop for each heading
  for (const anchor of document.querySelectorAll("a.observablehq-header-anchor"))
    anchor.setAttribute("tabindex", "-1");
  const close = document.querySelector("ol > #observablehq-sidebar-close");
  close?.parentElement?.before(close);
}

/**
 * The check box that opens the list of pages stands in one landmark with it; Framework leaves it outside all. They stay
 * siblings, as Framework's style sheet wants them; what that sheet says of the text beside them is in `src/style.css` again.
 */
function holdListOfPages(document: Document): void {
  const list = document.querySelector("#observablehq-sidebar");
  const toggle = document.querySelector("#observablehq-sidebar-toggle");
  const backdrop = document.querySelector("#observablehq-sidebar-backdrop");
  if (list === null || toggle === null || backdrop === null) return;
  const landmark = document.createElement("nav");
  landmark.className = "list-of-pages";
  landmark.setAttribute("aria-label", "Pages");
  toggle.before(landmark);
  landmark.append(toggle, backdrop, list);
  list.setAttribute("role", "none");
}

/** A cell that is empty heads nothing, though Markdown has no other for the corner of a table. */
function emptyCells(document: Document): void {
  for (const head of document.querySelectorAll("th:empty")) {
    const cell = document.createElement("td");
    for (const {name, value} of head.attributes) if (name !== "scope") cell.setAttribute(name, value);
    head.replaceWith(cell);
  }
}

/** The previous and the next page say of which part they are, where that is another: every chapter has a summary. */
function nameNeighbours(document: Document): void {
  const partOf = (link: Element | null | undefined) =>
    link?.closest("details")?.querySelector("summary")?.textContent?.trim() ?? "";
  const links = Array.from(document.querySelectorAll("#observablehq-sidebar li a"));
  const own = partOf(links.find((link) => link.closest(".observablehq-link-active") !== null));
  for (const neighbour of document.querySelectorAll("#observablehq-footer nav a")) {
    const part = partOf(links.find((link) => link.getAttribute("href") === neighbour.getAttribute("href")));
    const name = neighbour.querySelector("span");
    if (name !== null && part !== "" && part !== own) name.prepend(`${part}: `);
  }
}

/** Characters that programs show of a description. */
const LONGEST = 200;

/** The first sentences of a page describe it, where it has no words of its own for that. */
function describePage(document: Document): void {
  if (document.querySelector('meta[name="description"]') !== null) return;
  const first = Array.from(
    document.querySelectorAll("#observablehq-main :is(.lead p, .answer dd, p:not([class]))"),
    ({textContent}) => (textContent ?? "").replaceAll(/\s+/g, " ").trim(),
  ).find((text) => text.length > 40);
  if (first === undefined) return;
  const end = first.length <= LONGEST ? first.length : first.lastIndexOf(" ", LONGEST);
  const text = end < first.length ? `${first.slice(0, end)} …` : first;
  for (const [attribute, value] of [
    ["name", "description"],
    ["property", "og:description"],
  ]) {
    const meta = document.createElement("meta");
    meta.setAttribute(attribute, value);
    meta.content = text;
    document.head.append(meta);
  }
}

function name(document: Document, selector: string, label: string): void {
  document.querySelector(selector)?.setAttribute("aria-label", label);
}

/** Filled in when the whole page is there, with the charts and lists that Framework did not see. */
const styleHashes = "STYLE-HASHES";

/**
 * Only this site's own scripts run, only style sheets of the page itself are used, and nothing is asked of another host.
 * Style attributes are let pass, which charts have: they can load nothing that the policy does not allow.
 */
function addPolicy(document: Document): void {
  const inline = Array.from(document.querySelectorAll("script:not([src])"), ({textContent}) =>
    sourceHash(textContent ?? ""),
  );
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' ${inline.join(" ")}`,
    ...handlerPolicy(document),
    "style-src 'self' 'unsafe-inline'",
    `style-src-elem 'self' ${styleHashes}`,
    "img-src 'self' data: blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
  ].join("; ");
  document.querySelector("meta[charset]")?.after(meta);
}

/** Values of a template before which htl may write a handler: Inputs has three at most, and templates of a page hardly more. */
const placeholders = Array.from({length: 16}, (_, i) => `::${i}`);

/**
 * htl, of which Inputs is made, writes a placeholder where a template has an event handler, `<button onclick=::0>`, before it
 * puts the function in its place. The browser takes it for a script, though it is none in any language: it is allowed by its
 * hash where htl is loaded.
 */
function handlerPolicy(document: Document): string[] {
  return document.querySelector('link[rel="modulepreload"][href*="/_npm/htl@"]') === null
    ? []
    : [`script-src-attr 'unsafe-hashes' ${placeholders.map(sourceHash).join(" ")}`];
}

/** Allows the style sheets that a page holds, and that which Plot puts into every chart that a reader draws anew. */
function withStylePolicy(html: string, plotStyle: string): string {
  // CodeMirror writes style sheets as it goes, and takes no other way outside a shadow tree; a table of Inputs, which also shows
  // the result of a query in Markdown, writes one for its columns
  if (html.includes("/_npm/@codemirror/") || html.includes("Inputs.table("))
    return html.replace(styleHashes, "'unsafe-inline'");
  const styles = Array.from(html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g), ([, text]) => text);
  return html.replace(styleHashes, [...new Set([...styles, plotStyle])].map(sourceHash).join(" "));
}

/** The style sheet within each of Plot's charts; it is the same in all. */
function styleOfPlot(): string {
  const {window} = new JSDOM("");
  const style = Plot.plot({document: window.document, marks: []}).querySelector("style")?.textContent ?? "";
  window.close();
  return style;
}
