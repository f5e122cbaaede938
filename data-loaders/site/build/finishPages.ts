import {JSDOM} from "jsdom";
import type {CurrentEvidence} from "../pages/currentEvidence.js";
import {insertMarkup} from "../pages/deferredMarkup.js";
import {basicFonts} from "../pages/fonts.js";
import {scriptHash, withSearchScript} from "./searchScript.js";

/**
 * Mends what Framework's shell lacks, and gives each page its content security policy.
 *
 * Mended: the page's language, zooming on phones, names of landmarks and of the search field, a list that
 * holds something else than items, and file times, which would make two builds of the same text differ.
 * Charts and lists, which Framework did not see, are put in.
 *
 * @param pages HTML as Framework built it, by path
 * @param search name of the search's script
 * @throws Error naming every page in which Framework reports an error: its build succeeds all the same
 */
export function finishPages(
  pages: ReadonlyMap<string, string>,
  evidence: CurrentEvidence,
  search: string,
): Map<string, string> {
  const errors: string[] = [];
  const finished = Array.from(pages, ([path, html]) => {
    const dom = new JSDOM(withSearchScript(withoutTimes(html), search));
    const {document} = dom.window;
    for (const error of document.querySelectorAll(".observablehq--error, .narrative-error"))
      errors.push(`${path.slice(1)}.html: ${error.textContent?.trim()}`);
    mendShell(document);
    preloadFonts(document);
    addPolicy(document);
    const whole = insertMarkup(dom.serialize(), evidence);
    dom.window.close();
    return [path, whole] as const;
  });
  if (errors.length > 0) throw new Error(`pages contain errors:\n${errors.join("\n")}`);
  return new Map(finished);
}

function withoutTimes(html: string): string {
  return html.replace(/,"lastModified":[\d.]+/g, "");
}

function mendShell(document: Document): void {
  document.documentElement.lang = "en";
  document
    .querySelector('meta[name="viewport"]')
    ?.setAttribute("content", "width=device-width, initial-scale=1");
  name(document, "#observablehq-sidebar", "Pages");
  name(document, "#observablehq-toc nav", "On this page");
  name(document, "#observablehq-toc", "Contents");
  name(document, "#observablehq-footer nav", "Previous and next page");
  name(document, '#observablehq-search input[type="search"]', "Search the report");
  name(document, "#observablehq-sidebar-toggle", "Show the list of pages");
  const skip = document.createElement("a");
  Object.assign(skip, {className: "skip-link", href: "#observablehq-main", textContent: "Skip to the text"});
  document.body.prepend(skip);
  document.querySelector("#observablehq-main")?.setAttribute("tabindex", "-1");
  const close = document.querySelector("ol > #observablehq-sidebar-close");
  close?.parentElement?.before(close);
}

/** The browser fetches the typefaces before it has read the styles. Framework would give such links another address. */
function preloadFonts(document: Document): void {
  const root = document.querySelector<HTMLMetaElement>('meta[name="cardlens-root"]')?.content ?? "./";
  for (const font of basicFonts) {
    const link = document.createElement("link");
    Object.assign(link, {rel: "preload", type: "font/woff2", crossOrigin: "anonymous"});
    link.setAttribute("as", "font");
    link.setAttribute("href", `${root}fonts/${font}.woff2`);
    document.head.append(link);
  }
}

function name(document: Document, selector: string, label: string): void {
  document.querySelector(selector)?.setAttribute("aria-label", label);
}

/**
 * The placeholders `::0`, `::1`, … which the package htl, and so Observable Inputs, puts for a moment where an
 * event handler will be. They are no script, but a browser would report each as one.
 */
const placeholders = Array.from({length: 16}, (_, index) => scriptHash(`::${index}`)).join(" ");

/** Only this site's own scripts run, and nothing is asked of another host. */
function addPolicy(document: Document): void {
  const inline = Array.from(document.querySelectorAll("script:not([src])"), ({textContent}) =>
    scriptHash(textContent ?? ""),
  );
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' ${inline.join(" ")} 'unsafe-hashes' ${placeholders}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
  ].join("; ");
  document.querySelector("meta[charset]")?.after(meta);
}
