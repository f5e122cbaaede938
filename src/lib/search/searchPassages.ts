import MiniSearch from "minisearch";
import type {Passage, SearchedPage} from "./passage.js";

/** A passage that was found. */
export interface Hit {
  page: SearchedPage;
  passage: Passage;
  /** Words of the passage, in small letters, that match. */
  words: string[];
}

/** Words of the trade for what the report calls otherwise. */
const otherWords: Readonly<Record<string, string>> = {
  pca: "principal components",
  scree: "principal components",
  heatmap: "correlation",
  kmeans: "k-means",
  boxplot: "box",
  countplot: "customers",
  hierarchical: "ward",
  agglomerative: "ward",
  scaler: "scale",
  standardscaler: "standardised",
  zscore: "standardised",
  nan: "missing",
  null: "missing",
  imputation: "missing",
  lda: "logistic",
  gini: "auc",
  recall: "precision",
  confusion: "flagged",
  vif: "collinear",
  multicollinearity: "collinear",
};

/** Headings and titles say what a passage is about. */
const boost = {text: 1, heading: 1.5, title: 1};
/** A passage that is a heading. */
const HEADING = 2;

interface Indexed {
  id: number;
  text: string;
  heading: string;
  title: string;
}

/**
 * Makes the search over all passages of a site. Cost: some milliseconds for a thousand passages.
 *
 * @returns a function of what is searched for: passages that hold all of its words or their beginnings, the best first; where
 *   there is none, those with some of them, or with words spelt alike
 */
export function searchPassages(pages: readonly SearchedPage[]): (query: string) => Hit[] {
  const all = pages.flatMap((page) => page.passages.map((passage) => ({page, passage})));
  const index = new MiniSearch<Indexed>({fields: ["text", "heading", "title"], processTerm: plainTerm});
  index.addAll(
    all.map(({page, passage}, id) => ({id, text: passage.text, heading: passage.heading, title: page.title})),
  );
  const find = (query: string, options: {combineWith: "AND" | "OR"; fuzzy: number | false}) =>
    index.search(query, {
      ...options,
      prefix: true,
      boost,
      boostDocument: (id) => {
        const {page, passage} = all[id];
        return page.weight * (passage.heading === "" ? HEADING : 1);
      },
    });
  return (query) => {
    const words = query.replaceAll(/\S+/g, (word) => otherWords[word.toLowerCase()] ?? word);
    const strict = find(words, {combineWith: "AND", fuzzy: false});
    const found = strict.length > 0 ? strict : find(words, {combineWith: "OR", fuzzy: 0.2});
    return found.map(({id, terms}) => ({...all[id], words: terms}));
  };
}

/** Without accents and in small letters, on both sides. */
function plainTerm(term: string): string {
  return term.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
