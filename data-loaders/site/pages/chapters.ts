import {existsSync, readFileSync} from "node:fs";
import {datasetNamed, datasetNames} from "../../datasets/datasets.js";
import {projectPath} from "../../engine/project/projectPath.js";
import type {ChapterPart} from "../../narrative/render/chapterParts.js";

/** A page or a group of pages in the list beside every page, as Framework takes them. */
export type ListedPage = {name: string; path: string} | {name: string; open: boolean; pages: ListedPage[]};

/** The pages that a chapter may have, in their order. */
const chapterPages = [
  {file: "index", name: "Summary"},
  {file: "data-quality", name: "Data and quality"},
  {file: "exploration", name: "Exploration"},
  {file: "preparation", name: "Preparation"},
  {file: "clustering", name: "Clustering"},
  {file: "segments", name: "Segments"},
  {file: "who", name: "Who they are"},
  {file: "values-by-level", name: "Values by profile"},
  {file: "risk", name: "Risk"},
  {file: "risk-by-group", name: "Risk by group"},
  {file: "recommendations", name: "Recommendations"},
  {file: "model-card", name: "Model card"},
] as const;

/** Names of the chapters: data sets that have pages, in their order. */
export function chapterNames(): string[] {
  return datasetNames().filter((id) => existsSync(projectPath("src", id)));
}

/**
 * The list of all pages, by what chapters there are.
 *
 * @param frontPageMade whether the front page is the first chapter's summary
 */
export function listedPages(frontPageMade: boolean): ListedPage[] {
  const chapters = chapterNames();
  const review = [
    {name: "Figures", path: "/review/figures"},
    {name: "Claims", path: "/review/claims"},
    {name: "Other analyses", path: "/review/other-analyses"},
    ...(quotes(chapters, "statements") ? [{name: "What the sources said", path: "/review/sources"}] : []),
    ...(quotes(chapters, "benchmarks") ? [{name: "Benchmarks", path: "/review/benchmarks"}] : []),
    {name: "Data quality", path: "/review/data-quality"},
    {name: "Provenance", path: "/review/provenance"},
    {name: "Colophon", path: "/review/colophon"},
    {name: "Changes", path: "/review/changes"},
  ];
  if (chapters.length === 0) return [];
  return [
    ...chapters.map((id, index) => ({
      name: datasetNamed(id).title,
      open: true,
      pages: chapterPages
        .filter(({file}) => existsSync(projectPath("src", id, `${file}.md`)))
        .filter(({file}) => !(file === "index" && index === 0 && frontPageMade))
        .map(({file, name}) => ({name, path: `/${id}/${file === "index" ? "" : file}`})),
    })),
    {name: "Score a customer", path: "/score"},
    {name: "Try to break it", path: "/lab"},
    {name: "Explore the data", path: "/explore"},
    {name: "Glossary", path: "/glossary"},
    {name: "Review", open: false, pages: review},
  ];
}

/** Whether any chapter has statements of sources, or benchmarks. */
function quotes(chapters: readonly string[], kind: "statements" | "benchmarks"): boolean {
  const name = kind === "statements" ? "statements.sql" : "benchmarks.csv";
  return chapters.some((id) => existsSync(projectPath("src", id, name)));
}

/** What the shared pages say of each chapter. */
export function chaptersForPages(): ChapterPart[] {
  return chapterNames().map((id) => ({
    id,
    title: datasetNamed(id).title,
    hasCard: existsSync(projectPath("src", id, "model-card.md")),
    examples: exampleQueries(projectPath("src", id, "examples.sql")),
  }));
}

/** The queries of a chapter's `examples.sql`: each below a line `-- example: question`. */
function exampleQueries(file: string): ChapterPart["examples"] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split(/^-- example: /m)
    .slice(1)
    .map((part) => {
      const [title, ...lines] = part.split("\n");
      return {title: title.trim(), sql: lines.join("\n").trim().replace(/;$/, "")};
    });
}
