import type MarkdownIt from "markdown-it";
import {narrativePlugin} from "./data-loaders/narrative/narrativePlugin.js";
import {serveNpmFromNodeModules} from "./data-loaders/offline/npmFromNodeModules.js";
import {currentEvidence} from "./data-loaders/site/currentEvidence.js";
import {fontFaces} from "./data-loaders/site/fonts.js";
import {footer} from "./data-loaders/site/footer.js";
import {stableFiles} from "./data-loaders/site/stableFiles.js";

await serveNpmFromNodeModules();

const isPreview = process.argv.includes("preview");

/** Path from a page to the site's root; in a preview files are served from another place than pages. */
function toRoot(path: string): string {
  return isPreview ? "/_file/" : "../".repeat(path.split("/").length - 2) || "./";
}

export default {
  root: "src",
  output: process.env.CARDLENS_OUTPUT ?? "dist",
  title: "Cardlens",
  style: "style.css",
  globalStylesheets: [],
  search: true,
  preserveExtension: true,
  toc: {label: "On this page"},
  interpreters: {".ts": ["node", "--import", "tsx"]},
  duckdb: {extensions: {json: null, parquet: null}},
  pages: [
    {name: "AllLife Bank", open: true, pages: [{name: "Clustering", path: "/alllife/clustering"}]},
    {name: "Explore the data", path: "/explore"},
  ],
  dynamicPaths: () => stableFiles(),
  markdownIt: (md: MarkdownIt) => {
    narrativePlugin(md, currentEvidence);
    return md;
  },
  head: ({path}: {path: string}) =>
    [
      `<meta name="cardlens-root" content="${toRoot(path)}">`,
      '<meta name="color-scheme" content="light dark">',
      `<style>${fontFaces(`${toRoot(path)}fonts/`)}</style>`,
    ].join("\n"),
  footer: () => footer(currentEvidence().inputs),
};
