import type {ChoiceName} from "../../lib/lab/labSettings.js";

export const choiceTitles: Readonly<Record<ChoiceName, string>> = {
  method: "Method",
  missing: "A missing value",
  outliers: "Outliers",
  scaling: "Scale of the variables",
  order: "Order of the rows",
};

export const choiceTexts: Readonly<Record<ChoiceName, Readonly<Record<string, string>>>> = {
  method: {
    kmeans: "k-means",
    ward: "Ward’s tree",
    complete: "complete linkage",
    average: "average linkage",
  },
  missing: {
    median: "becomes the variable’s median",
    mean: "becomes the variable’s mean",
    neighbours: "comes from the five nearest customers",
    dropped: "leaves the customer out",
  },
  outliers: {
    kept: "stay as they are",
    fences: "are capped at the fences",
    robust: "are capped at robust limits",
    tails: "are capped at the first and last hundredth",
    removed: "leave their customers out",
  },
  scaling: {
    deviation: "standard deviations",
    range: "from smallest to largest",
    robust: "robust spread",
    none: "as they are",
  },
  order: {file: "as in the file", shuffled: "shuffled"},
};

/** What the published analysis uses, and why. */
export const choiceNotes: Readonly<Record<ChoiceName, string>> = {
  method: "Published: k-means, because its groups have centres to which a new customer can be assigned.",
  missing: "Published: the median, which one extreme value does not move.",
  outliers: "Published: they stay. A value that can be true is a customer, not a slip.",
  scaling: "Published: standard deviations, so that no variable counts more because of its unit.",
  order:
    "Published: as in the file. No method here depends on the order; only sentences about the row number do.",
};
