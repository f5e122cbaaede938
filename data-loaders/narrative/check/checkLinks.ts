import {posix} from "node:path";
import {siteAddress} from "../../publish/siteAddress.js";
import {suggestion} from "../syntax/nearest.js";
import {decoded, pageLinks} from "../syntax/pageLinks.js";
import type {ParsedPage} from "../syntax/parsePage.js";
import type {Problem} from "../syntax/problem.js";

/** What a link may lead to: paths of the site, and the anchors of each page. */
export interface LinkTargets {
  anchors: ReadonlyMap<string, ReadonlySet<string>>;
  files: ReadonlySet<string>;
}

/** Collects what the pages and the data folder offer to link to. */
export function linkTargets(pages: readonly ParsedPage[], published: Iterable<string>): LinkTargets {
  return {
    anchors: new Map(pages.map(({file, anchors}) => [sitePath(file), anchors])),
    files: new Set([
      ...Array.from(published, (path) => `/${siteAddress(path)}`),
      "/models/model.schema.json",
      "/manifest.json",
    ]),
  };
}

/** Path of a page in the site, without extension. */
function sitePath(file: string): string {
  return file
    .replace(/^src/, "")
    .replace(/\.md$/, "")
    .replace(/\/index$/, "/");
}

/** Finds links inside the site that lead nowhere. */
export function checkLinks(page: ParsedPage, targets: LinkTargets): Problem[] {
  const {file} = page;
  return pageLinks(page).flatMap(({href, line, column}) => {
    const message = brokenLink(href, file, targets);
    return message === undefined ? [] : [{file, line, column, level: "error" as const, message}];
  });
}

function brokenLink(href: string, file: string, {anchors, files}: LinkTargets): string | undefined {
  if (/^\w+:/.test(href)) return undefined;
  const [address, fragment = ""] = href.split("#");
  const path = decoded(address.replace(/\?.*$/, ""));
  const anchor = decoded(fragment);
  if (path.endsWith(".md")) return `link to a source file: ${decoded(href)}; write it without .md`;
  const here = sitePath(file);
  const target =
    path === ""
      ? here
      : posix.resolve(here.endsWith("/") ? here : posix.dirname(here), path) + (/\/$/.test(path) ? "/" : "");
  const page = target
    .replace(/\.html$/, "")
    .replace(/\/index$/, "/")
    .replace(/\/+$/, "/");
  if (files.has(target)) return undefined;
  const known = anchors.get(page) ?? anchors.get(`${page}/`);
  if (known === undefined)
    return `link to no page: ${decoded(href)}${suggestion(page, [...anchors.keys(), ...files])}`;
  if (anchor !== "" && !known.has(anchor))
    return `link to no heading of ${page}: #${anchor}${suggestion(anchor, known)}`;
  return undefined;
}
