import type MarkdownIt from "markdown-it";
import {readSiteConfig, siteTitle} from "./data-loaders/datasets/siteConfig.js";
import {chapterParts} from "./data-loaders/narrative/render/chapterParts.js";
import {narrativePlugin} from "./data-loaders/narrative/render/narrativePlugin.js";
import {needsPlugin} from "./data-loaders/narrative/render/needsPlugin.js";
import {noticePlugin} from "./data-loaders/narrative/render/noticePlugin.js";
import {tablesPlugin} from "./data-loaders/narrative/render/tablesPlugin.js";
import {withholdAdvice} from "./data-loaders/narrative/render/withholdAdvice.js";
import {withoutChapters} from "./data-loaders/narrative/render/withoutChapters.js";
import {chapterNames, chaptersForPages, listedPages} from "./data-loaders/site/pages/chapters.js";
import {databaseTags} from "./data-loaders/site/pages/databaseTags.js";
import {deferMarkup} from "./data-loaders/site/pages/deferredMarkup.js";
import {editionCatalogs} from "./data-loaders/site/pages/editionCatalogs.js";
import {failingNotice} from "./data-loaders/site/pages/failingNotice.js";
import {fontFaces} from "./data-loaders/site/pages/fonts.js";
import {footer, pageHeader, publishedRowsNotice, syntheticNotice} from "./data-loaders/site/pages/footer.js";
import {isFrontPageMade} from "./data-loaders/site/pages/frontPage.js";
import {serveNpmFromNodeModules} from "./data-loaders/site/pages/npmFromNodeModules.js";
import {ownColours} from "./data-loaders/site/pages/ownColours.js";
import {pageEvidence} from "./data-loaders/site/pages/pageEvidence.js";
import {refusalNotice} from "./data-loaders/site/pages/refusal.js";
import {shareTags} from "./data-loaders/site/pages/shareTags.js";
import {stableFiles} from "./data-loaders/site/pages/stableFiles.js";

await serveNpmFromNodeModules();

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="7" cy="7" r="5" fill="none" stroke="#0072b2" stroke-width="2.5"/><path d="M11 11l4 4" stroke="#c75300" stroke-width="2.5"/></svg>';

const isPreview = process.argv.includes("preview");

/** Path from a page to the site's root. */
function pageToRoot(path: string): string {
  return "../".repeat(path.split("/").length - 2) || "./";
}

/** The same for files; in a preview they are served from another place than pages. */
function toRoot(path: string): string {
  return isPreview ? "/_file/" : pageToRoot(path);
}

const site = readSiteConfig();
const colours = ownColours(site);

export default {
  root: "src",
  output: process.env.CARDLENS_OUTPUT ?? "dist",
  title: siteTitle(site),
  style: "style.css",
  globalStylesheets: [],
  search: true,
  preserveExtension: true,
  toc: {label: "On this page"},
  interpreters: {".ts": ["node", "--import", "tsx"]},
  duckdb: {extensions: {json: null, parquet: null}},
  pages: listedPages(isFrontPageMade()),
  dynamicPaths: () => stableFiles(),
  markdownIt: (md: MarkdownIt) => {
    narrativePlugin(md, isPreview ? pageEvidence : () => deferMarkup(pageEvidence()));
    withholdAdvice(md, pageEvidence);
    needsPlugin(md, pageEvidence);
    tablesPlugin(md, editionCatalogs, toRoot);
    chapterParts(md, chaptersForPages);
    withoutChapters(md, () => chapterNames().length);
    noticePlugin(md, (path) => syntheticNotice(pageEvidence().inputs, path, pageToRoot(path)));
    noticePlugin(md, (path) => publishedRowsNotice(pageEvidence().inputs, path, pageToRoot(path)));
    noticePlugin(md, (path) => failingNotice(pageEvidence().failing, pageEvidence().inputs, path));
    if (isPreview) noticePlugin(md, refusalNotice);
    return md;
  },
  head: ({path, title}: {path: string; title: string | null}) =>
    [
      `<meta name="cardlens-root" content="${toRoot(path)}">`,
      databaseTags(editionCatalogs()),
      '<script type="module" async src="/components/evidence/checkEvidence.js"></script>',
      '<script type="module" async src="/components/keyboard/pageStops.js"></script>',
      `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}">`,
      '<meta name="color-scheme" content="light dark">',
      shareTags(site, title, path),
      `<style data-faces>${fontFaces(`${toRoot(path)}fonts/`)}</style>`,
      colours === "" ? "" : `<style>${colours}</style>`,
    ].join("\n"),
  header: ({path}: {path: string}) =>
    // a preview prints nothing
    pageHeader(
      site,
      pageToRoot(path),
      site.pdf && !isPreview && path === "/index" ? "report.pdf" : undefined,
    ),
  footer: () => footer(pageEvidence().inputs),
};
