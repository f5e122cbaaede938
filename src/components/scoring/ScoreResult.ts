import {create} from "npm:d3";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import type {SavedModel} from "../../lib/scoring/savedModel.js";
import type {Score} from "../../lib/scoring/scoreCustomer.js";
import {element} from "../elements/element.js";
import {NumberTable} from "../elements/NumberTable.js";
import {segmentColor} from "../plots/segmentColor.js";

/** What the model says of one customer: segment with distances, risk with interval, and the reasons for both. */
export function ScoreResult(model: SavedModel, score: Score): HTMLElement {
  const root = element("div", {class: "score-result", "aria-live": "polite"});
  root.append(segmentPart(model, score), ...riskPart(model, score), reasons(model, score));
  return root;
}

function segmentPart({segments}: SavedModel, {segment, distances}: Score): HTMLElement {
  const order = distances.map((_, i) => i).sort((a, b) => distances[a] - distances[b] || a - b);
  const part = create("section").attr("class", "score-part");
  part
    .append("p")
    .attr("class", "score-answer")
    .attr("data-segment", segments[segment].id)
    .style("color", segmentColor(segment + 1))
    .text(segments[segment].name);
  part
    .append("p")
    .text(
      `${decimal(distances[segment])} standard deviations from the middle of this segment; the next, ${segments[order[1] ?? segment].name}, is ${decimal(distances[order[1] ?? segment])} away.`,
    );
  const longest = Math.max(...distances);
  const bars = part.append("dl").attr("class", "distance-bars");
  for (const i of order) {
    bars.append("dt").text(segments[i].name);
    const bar = bars.append("dd");
    bar
      .append("span")
      .attr("class", "bar")
      .style("width", `${(100 * distances[i]) / longest}%`)
      .style("background", segmentColor(i + 1));
    bar.append("span").attr("data-distance", distances[i]).text(decimal(distances[i]));
  }
  return part.node() as HTMLElement;
}

/** Nothing where the data set has no label. */
function riskPart({risk}: SavedModel, {probability, lower, upper, flagged, imputed}: Score): HTMLElement[] {
  if (risk === undefined) return [];
  const part = create("section").attr("class", "score-part");
  part
    .append("p")
    .attr("class", "score-answer")
    .attr("data-probability", probability)
    .text(`Risk ${percent(probability)} (95% interval ${percent(lower)} to ${percent(upper)})`);
  part
    .append("p")
    .text(
      `How probable this is for such a customer: “${risk.label}” ${risk.evidence === "observed" ? "It was observed for the customers on whom the model was trained." : "It is not the probability of a default."} ${flagged ? "Flagged" : "Not flagged"}: the line is at ${percent(risk.threshold)}.`,
    );
  if (imputed.length > 0) part.append("p").text(`Missing, so the median was used: ${imputed.join(", ")}.`);
  return [part.node() as HTMLElement];
}

/** Each variable's part in both answers, the weightiest for the risk first. */
function reasons(model: SavedModel, {segmentReasons, riskReasons}: Score): HTMLElement {
  const {columns} = model;
  const risk = new Map(riskReasons.map(({variable, contribution}) => [variable, contribution]));
  const rows = segmentReasons
    .map(({variable, value, z, gain}) => ({
      name: `${columns.find(({name}) => name === variable)?.label ?? variable}: ${formatFigure(value, ",.4~f")}`,
      z,
      gain,
      contribution: risk.get(variable),
    }))
    .concat(describedRows(model, riskReasons))
    .sort((a, b) => Math.abs(b.contribution ?? 0) - Math.abs(a.contribution ?? 0));
  const part = element("section", {class: "score-part"});
  const paragraph = (name: string, text: string) => element("p", {class: name}, text);
  part.append(
    paragraph("score-why", "Why"),
    paragraph(
      "score-note",
      "The columns show how far each value is from the average, in standard deviations; by what factor it multiplies the odds of the risk, where a factor above 1 means more probable and below 1 less (the model adds their logarithms, the log-odds); and whether it speaks for this segment (above 0) or for the nearest other one (below 0), as the difference of the squared distances.",
    ),
    NumberTable(
      ["Value", "From average", "Odds of the risk", "For the segment"],
      rows.map(({name, z, gain, contribution}) => [
        name,
        Number.isNaN(z) ? "" : formatFigure(z, "+,.2f"),
        contribution === undefined ? "not seen" : `× ${formatFigure(Math.exp(contribution), ".2f")}`,
        Number.isNaN(gain) ? "" : formatFigure(gain, "+,.2f"),
      ]),
    ),
  );
  return part;
}

/** What each column that describes adds: its levels together, of which the customer has one. */
function describedRows({describing = []}: SavedModel, riskReasons: Score["riskReasons"]) {
  return describing.map(({name, label, reference}) => {
    const own = riskReasons.filter(({variable, level}) => variable === name && level !== undefined);
    const level = own.find(({value}) => value === 1)?.level ?? reference;
    return {
      name: `${label}: ${level}`,
      z: Number.NaN,
      gain: Number.NaN,
      contribution: own.reduce((sum, {contribution}) => sum + contribution, 0),
    };
  });
}

function decimal(value: number): string {
  return formatFigure(value, ",.2f");
}

function percent(share: number): string {
  return formatFigure(share, ".1%");
}
