import {double, type PublishedTable, table, text} from "../../engine/tables/publishedTable.js";
import {FLAG_THRESHOLD} from "../../model/risk/flagThreshold.js";
import type {Findings} from "./findings.js";

/** Name, value and meaning of a parameter. */
type Parameter = [string, number, string];

function scaled(name: string, log: boolean): string {
  return log ? `log(1 + ${name})` : name;
}

/** What was chosen, and what standardising needs: enough to do the same again. */
export function parametersTable({
  definition,
  clusters,
  features,
}: Pick<Findings, "definition" | "features"> & {
  clusters: Pick<Findings["clusters"], "compared" | "agreement">;
}): PublishedTable {
  const {k, search, resampling, constants, treatment} = definition;
  const filledBy = {
    median: "the median",
    mean: "the mean",
    neighbours: "the nearest customers",
    dropped: "the median",
  }[treatment?.missing ?? "median"];
  const imputedBy = (name: string) => `Missing values of ${name} imputed by ${filledBy}`;
  const unit =
    treatment?.scaling === undefined || treatment.scaling === "deviation"
      ? "Population standard deviation"
      : "Unit";
  const parameters: Parameter[] = [
    ["k", k, "Chosen number of segments"],
    ["k_from", search.from, "Smallest number of clusters tried"],
    ["k_to", search.to, "Largest number of clusters tried"],
    ["restarts", search.restarts, "Random starts of k-means for each k"],
    ["seed", search.seed, "Seed of the first start"],
    ["references", resampling.references, "Data sets without clusters for the gap statistic"],
    ["variables", features.names.length, "Variables that enter the distances"],
    [
      "compared_customers",
      clusters.compared.length,
      "Customers who are compared in pairs, for silhouettes, trees and resamples: all, or a sample drawn with the seed",
    ],
    [
      "adjusted_rand_kmeans_ward",
      clusters.agreement,
      "Adjusted Rand index of k-means against Ward at the chosen k: 1 is the same partition, 0 is chance",
    ],
    ...(definition.risk === undefined
      ? []
      : [
          [
            "flag_threshold",
            definition.risk.threshold ?? FLAG_THRESHOLD,
            "Probability from which the saved model flags a customer",
          ] satisfies Parameter,
        ]),
    ...Object.entries(constants).map(
      ([name, {value, definition: meaning}]): Parameter => [name, value, meaning],
    ),
    ...features.names.flatMap((name, j): Parameter[] => [
      [
        `mean_${name}`,
        features.means[j],
        `Mean of ${scaled(name, features.logs[j])}, taken off in standardising`,
      ],
      [
        `scale_${name}`,
        features.scales[j],
        `${unit} of ${scaled(name, features.logs[j])}, divided by in standardising`,
      ],
      [`imputed_${name}`, features.imputed[j], imputedBy(name)],
    ]),
    ...features.leftOut.map(({name, imputed}): Parameter => [`imputed_${name}`, imputed, imputedBy(name)]),
  ];
  return table("parameters", "Choices and constants of the models.", parameters, [
    text("name", "Name of the parameter.", ([name]) => name),
    double("value", "Its value.", ([, value]) => value),
    text("definition", "What it means.", ([, , meaning]) => meaning),
  ]);
}
