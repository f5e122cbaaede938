/** The rooms of `data-loaders/` in the order in which they build on each other: none imports one that comes after it. */
const rooms = [
  "engine",
  "datasets",
  "source",
  "model",
  "publish",
  "pipeline.ts",
  "narrative",
  "edition",
  "site",
  "commands",
];

/** The same for `src/`; whatever else is there is a chapter. */
const shared = ["lib", "components", "charts"];
const loaders = ["data", "fonts", "models", "review"];

const after = (names, index) => `(?:${names.slice(index + 1).join("|")})`;
const chapter = `^src/(?!(?:${[...shared, ...loaders].join("|")})/)[^/]+/`;

const dataset = "^data-loaders/datasets/(?!sampling/)[^/]+/";

/** What lies in such a folder is imported from the same folder only. */
const ownFolderOnly = (name, folder, owned) => [
  {name, severity: "error", from: {pathNot: folder}, to: {path: owned}},
  {
    name,
    severity: "error",
    from: {path: folder},
    to: {path: owned, pathNot: folder.replace("([^/]+)", "$1")},
  },
];

/** The import rules; `test/architecture/imports.test.ts` asks for them. */
export default {
  forbidden: [
    {name: "no-circle-of-files", severity: "error", from: {}, to: {circular: true}},
    {name: "no-circle-of-folders", severity: "error", scope: "folder", from: {}, to: {circular: true}},
    ...rooms.slice(0, -1).map((room, index) => ({
      name: `order-of-rooms:${room}`,
      severity: "error",
      from: {path: `^data-loaders/${room}(?:/|$)`},
      to: {path: `^data-loaders/${after(rooms, index)}(?:/|$)`},
    })),
    ...shared.map((folder, index) => ({
      name: `order-of-folders:${folder}`,
      severity: "error",
      from: {path: `^src/${folder}/`},
      to: {path: `^data-loaders/|${chapter}|^src/${after([...shared, "-"], index)}/`},
    })),
    {
      name: "no-node-in-the-browser",
      severity: "error",
      from: {path: `^src/(?:${shared.join("|")})/|${chapter}`},
      to: {dependencyTypes: ["core"]},
    },
    ...ownFolderOnly("only-a-data-set-knows-itself", "^data-loaders/datasets/([^/]+)/", dataset),
    ...ownFolderOnly("only-a-chapter-knows-itself", "^src/([^/]+)/", chapter),
    {
      name: "one-hash",
      severity: "error",
      from: {pathNot: "^data-loaders/(?:engine/|source/pseudonym)"},
      to: {path: "^crypto$"},
    },
    {
      name: "every-import-leads-somewhere",
      severity: "error",
      from: {},
      to: {couldNotResolve: true, path: "^[.]"},
    },
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: {path: "node_modules"},
    // what Framework keeps
    exclude: {path: "^src/[.]observablehq/"},
    enhancedResolveOptions: {extensions: [".ts", ".js"]},
  },
};
