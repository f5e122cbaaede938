import {existsSync, readFileSync} from "node:fs";
import {datasetNamed, datasetNames} from "../../datasets/datasets.js";
import {projectPath} from "../../engine/project/projectPath.js";

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
  {file: "risk", name: "Risk"},
  {file: "risk-by-group", name: "Risk by group"},
  {file: "recommendations", name: "Recommendations"},
  {file: "model-card", name: "Model card"},
] as const;

/** Names of the chapters: data sets that have pages, in their order. */
export function chapterNames(): string[] {
  return datasetNames().filter((id) => existsSync(projectPath("src", id)));
}

/** The list of all pages, by what chapters there are. */
export function listedPages(): ListedPage[] {
  const chapters = chapterNames();
  const review = [
    {name: "Figures", path: "/review/figures"},
    {name: "Claims", path: "/review/claims"},
    ...(quotes(chapters, "statements") ? [{name: "What the sources said", path: "/review/sources"}] : []),
    ...(quotes(chapters, "benchmarks") ? [{name: "Benchmarks", path: "/review/benchmarks"}] : []),
    {name: "Data quality", path: "/review/data-quality"},
    {name: "Provenance", path: "/review/provenance"},
    {name: "Changes", path: "/review/changes"},
  ];
  if (chapters.length === 0) return [];
  return [
    ...chapters.map((id, index) => ({
      name: datasetNamed(id).title,
      open: true,
      pages: chapterPages
        .filter(({file}) => existsSync(projectPath("src", id, `${file}.md`)))
        .filter(({file}) => !(file === "index" && index === 0))
        .map(({file, name}) => ({name, path: `/${id}/${file === "index" ? "" : file}`})),
    })),
    {name: "Score a customer", path: "/score"},
    {name: "Explore the data", path: "/explore"},
    {name: "Glossary", path: "/glossary"},
    {name: "Review", open: false, pages: review},
  ];
}

/** Whether any chapter, or the review itself, has such queries. */
function quotes(chapters: readonly string[], kind: "statements" | "benchmarks"): boolean {
  return ["review", ...chapters].some((folder) => {
    const file = projectPath("src", folder, `${kind}.sql`);
    return existsSync(file) && /^--\s*(?:statement|benchmark):/m.test(readFileSync(file, "utf8"));
  });
}
