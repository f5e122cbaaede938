import type {DatasetDefinition} from "../../datasets/dataset.js";
import {silentProgress} from "../../engine/progress/progress.js";
import {cachePath} from "../../engine/project/cachePath.js";
import {openStages} from "../../engine/stages/runStage.js";
import {departures} from "./choiceWords.js";
import type {CurveRow} from "./drawCurve.js";
import type {Multiverse} from "./multiverse.js";
import {byShareHolding, countsOf, shareOf} from "./sharesOfAnalyses.js";
import * as stage from "./stages.js";

/** The specification curve of a chapter as HTML. */
export async function multiverseCurve(
  {id, analyses}: Pick<Multiverse, "id" | "analyses">,
  definition: Pick<DatasetDefinition, "k" | "contract">,
): Promise<string> {
  const names = (analysis: (typeof analyses)[number]) =>
    departures(analysis.choices, definition).map(({name}) => name);
  const rows = byShareHolding(analyses).map(
    (analysis, i): CurveRow => ({
      analysis: i + 1,
      choices: names(analysis).join("\n"),
      share: shareOf(analysis),
      ...countsOf(analysis),
      adjustedRand: analysis.agreement,
    }),
  );
  const order = ["groups", "outliers", "scale", "variables", "customers"];
  const choices = analyses
    .flatMap(({choices}) => departures(choices, definition))
    .sort((a, b) => order.indexOf(a.choice) - order.indexOf(b.choice));
  const {value} = await openStages(cachePath("stages"), silentProgress).runInThread(
    `${id} curve of other analyses`,
    stage.curve,
    rows,
    [...new Set(choices.map(({name}) => name))],
  );
  return value;
}
