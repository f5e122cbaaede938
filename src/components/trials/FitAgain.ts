import {type Kernels, loadKernels} from "../../lib/kernels/loadKernels.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {adjustedRand} from "../../lib/statistics/clustering/adjustedRand.js";
import {
  bestOfStarts,
  checkedOptions,
  type Kmeans,
  type KmeansOptions,
} from "../../lib/statistics/clustering/kmeans.js";
import {seedingDraws} from "../../lib/statistics/clustering/seedCentroids.js";
import {matrixFromColumns} from "../../lib/statistics/matrices/matrix.js";
import {type CanonicalRows, canonicalRows} from "../../lib/statistics/matrices/rowOrder.js";
import {standardise} from "../../lib/statistics/matrices/standardise.js";
import {element} from "../elements/element.js";
import {Slider} from "../elements/Slider.js";

/** A row of the published table `kmeans_sweep`. */
export interface SweepRow {
  k: number;
  inertia: number;
  restarts: number;
  chosen: boolean;
}

/** The report's own search, and the published files that it is done again from; these are read when they are needed. */
export interface PublishedFit {
  sweep: readonly SweepRow[];
  /** Seed of the report's first start. */
  seed: number;
  /** Rows of the table `variables`: those that enter the distances are used. */
  variables: readonly {name: string; in_distances: boolean}[];
  /** The table `customers` by column. */
  customers: {json(): Promise<Columns>};
  /** The compiled kernels, `data/kernels.wasm`. */
  kernels: {arrayBuffer(): Promise<ArrayBuffer>};
}

type Columns = Readonly<Record<string, readonly number[]>>;

/** A reader waits for so many starts without losing patience. */
const MOST_STARTS = 25;

/**
 * Divides the customers again in the reader's browser, by the code and the compiled kernels of the build, and holds the
 * result against what is printed.
 */
export function FitAgain(published: PublishedFit): HTMLElement {
  const {sweep, seed: firstSeed, variables} = published;
  const ks = sweep.map((row) => row.k);
  const chosen = sweep.find((row) => row.chosen) ?? sweep[0];
  const slider = (label: string, min: number, max: number, value: number) =>
    Slider({label, min, max, step: 1, value, format: (shown) => formatFigure(shown, "d")});
  const k = slider("Groups", Math.min(...ks), Math.max(...ks), chosen.k);
  const starts = slider("Random starts", 1, MOST_STARTS, 10);
  const seed = slider("Seed of the first", firstSeed, firstSeed + 99, firstSeed);
  const button = element("button", {type: "button"}, "Fit again here");
  const answer = element("div", {class: "fit-answer", "aria-live": "polite"});
  let prepared: Promise<{customers: Columns; canonical: CanonicalRows; engine: Kernels}> | undefined;
  const prepare = async () => {
    const [customers, bytes] = await Promise.all([
      published.customers.json(),
      published.kernels.arrayBuffer(),
    ]);
    if (customers.kmeans_cluster.length === 0)
      throw new Error("no customer's row of this report is published");
    const names = variables.filter(({in_distances}) => in_distances).map(({name}) => name);
    const {z} = standardise(matrixFromColumns(names.map((name) => customers[name])));
    return {customers, canonical: canonicalRows(z), engine: await loadKernels(bytes)};
  };
  const search = async () => {
    answer.replaceChildren(element("p", {}, "Reading the customers …"));
    prepared ??= prepare();
    const {customers, canonical, engine} = await prepared;
    const options = {k: k.value, restarts: starts.value, seed: seed.value};
    const begin = performance.now();
    const result = await fitInSteps(canonical, options, engine, (done) => {
      answer.replaceChildren(element("p", {}, `Start ${done} of ${options.restarts} …`));
    });
    const seconds = (performance.now() - begin) / 1000;
    const reported = sweep.find((row) => row.k === options.k);
    answer.replaceChildren(...describe(result, seconds, customers.kmeans_cluster, reported));
  };
  button.addEventListener("click", () => {
    button.disabled = true;
    search()
      .catch((error: unknown) => {
        prepared = undefined;
        answer.replaceChildren(
          element("p", {}, `It could not be fitted here: ${error instanceof Error ? error.message : error}`),
        );
      })
      .finally(() => {
        button.disabled = false;
      });
  });
  return element("div", {class: "fit-again no-print"}, k, starts, seed, button, answer);
}

/** `kmeans`, with a breath after each start so that the page stays alive. */
async function fitInSteps(
  canonical: CanonicalRows,
  options: KmeansOptions,
  {kmeansStart}: Kernels,
  tell: (done: number) => void,
): Promise<Kmeans> {
  const {k, restarts, seed, maxIterations} = checkedOptions(canonical, options);
  const runs = [];
  for (let r = 0; r < restarts; r++) {
    runs.push(kmeansStart(canonical.rows, k, seedingDraws(k, seed + r), maxIterations));
    tell(r + 1);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return bestOfStarts(runs, canonical.order);
}

function describe(
  {inertia, inertias, sizes, labels, restartsAtBest}: Kmeans,
  seconds: number,
  clusters: readonly number[],
  reported: SweepRow | undefined,
): HTMLElement[] {
  const segments = Int32Array.from(clusters, (cluster) => cluster - 1);
  const agreement = formatFigure(adjustedRand(labels, segments), ".4f");
  const starts = inertias.length === 1 ? "1 start" : `${inertias.length} starts`;
  return [
    element("p", {}, ...(reported === undefined ? [] : verdict(inertia, reported))),
    element(
      "p",
      {},
      `Group sizes: ${Array.from(sizes, (size) => formatFigure(size, ",d")).join(", ")}. `,
      `Agreement with the segments of the report (adjusted Rand index, 1 is the same): ${agreement}. `,
      `${starts} in ${formatFigure(seconds, ".2f")} seconds, of which ${restartsAtBest} reached the best.`,
    ),
  ];
}

function verdict(inertia: number, {k, inertia: printed, restarts}: SweepRow): (Node | string)[] {
  const difference = inertia / printed - 1;
  const text = `Inertia for ${k} groups: ${formatFigure(inertia, ",.6f")}. The report has ${formatFigure(printed, ",.6f")}, the best of ${restarts} starts: `;
  if (Math.abs(difference) < 1e-12) return [text, element("strong", {}, "the same"), "."];
  const size = formatFigure(Math.abs(difference), ".2~%");
  return difference > 0
    ? [text, element("strong", {}, `higher by ${size}`), ". Another seed, or more starts, may reach it."]
    : [text, element("strong", {}, `lower by ${size}`), ". The report's search has missed this solution."];
}
