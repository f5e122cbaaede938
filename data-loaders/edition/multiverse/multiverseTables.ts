import {firmnessSentence, hangsOn, shareHolding} from "../../../src/lib/narrative/claimFirmness.js";
import type {DatasetDefinition} from "../../datasets/dataset.js";
import {double, integer, type PublishedTable, table, text} from "../../engine/tables/publishedTable.js";
import {type Departure, departures} from "./choiceWords.js";
import type {Multiverse} from "./multiverse.js";
import type {Analysis} from "./runAnalysis.js";
import {byShareHolding, countsOf, shareOf} from "./sharesOfAnalyses.js";

/** The tables on other analyses: one row for each analysis, and one for each claim. */
export function multiverseTables(
  {analyses, firmness}: Pick<Multiverse, "analyses" | "firmness">,
  definition: Pick<DatasetDefinition, "k" | "contract">,
): PublishedTable[] {
  const ordered = byShareHolding(analyses);
  const departs = (choice: Departure["choice"]) => (analysis: Analysis) =>
    departures(analysis.choices, definition)
      .flatMap((departure) => (departure.choice === choice ? departure.words : []))
      .join(" and ") || null;
  return [
    table(
      "other_analyses",
      "Other analyses that a reasonable analyst might have chosen, and how many of the report's claims hold in each: those first in which most hold. What they do as the report does is NULL.",
      ordered,
      [
        integer("analysis", "Number of the analysis, from 1.", (_, i) => i + 1),
        integer("k", "Number of groups.", (r) => r.choices.k),
        text(
          "groups",
          "Its number of groups in words, where it is not that of the report.",
          departs("groups"),
        ),
        text("outliers", "What it does to outliers.", departs("outliers")),
        text("scale", "The scale on which it measures distances.", departs("scale")),
        text("variables", "The variables that it leaves out.", departs("variables")),
        text("left_out", "The customers that it leaves out.", departs("customers")),
        integer("customers", "Customers that it keeps.", (r) => r.customers),
        double(
          "adjusted_rand",
          "Adjusted Rand index of its groups against those of the report: 1 is the same groups, 0 is chance.",
          (r) => r.agreement,
        ),
        integer("holds", "Claims that hold.", (r) => countsOf(r).holds),
        integer("fails", "Claims that do not hold.", (r) => countsOf(r).fails),
        integer("untestable", "Claims that have nothing to test.", (r) => countsOf(r).untestable),
        double("share_holding", "Share of the claims that can be tested which hold.", shareOf),
      ],
    ),
    table(
      "claims_in_other_analyses",
      "How each claim of the report fares in other analyses. Only analyses count that change what it reads.",
      [...firmness],
      [
        text("claim", "Identifier of the claim.", ([claim]) => claim),
        text(
          "dependence",
          "tested: other analyses change what it reads; none: no analysis does; not repeated: it says how firm the report's own groups are.",
          ([, {dependence}]) => dependence,
        ),
        integer("analyses", "Analyses that change what it reads.", ([, r]) => r.analyses),
        integer("holds", "Analyses in which it holds.", ([, r]) => r.holds),
        integer("fails", "Analyses in which it does not hold.", ([, r]) => r.fails),
        integer("untestable", "Analyses in which it has nothing to test.", ([, r]) => r.untestable),
        double(
          "share_holding",
          "Share of the analyses that can test it in which it holds; NULL where there is none.",
          ([, r]) => shareHolding(r),
        ),
        text("summary", "The same as a sentence.", ([, r]) => firmnessSentence(r)),
        text("hangs_on", "The choices with which it always fails; empty where there is none.", ([, r]) =>
          hangsOn(r),
        ),
      ],
    ),
  ];
}
