import {serveNpmFromNodeModules} from "./data-loaders/offline/npmFromNodeModules.js";

await serveNpmFromNodeModules();

export default {
  root: "src",
  title: "Cardlens",
  globalStylesheets: [],
  search: true,
  preserveExtension: true,
  interpreters: {".ts": ["node", "--import", "tsx"]},
  duckdb: {extensions: {json: null, parquet: null}},
  footer: "",
};
