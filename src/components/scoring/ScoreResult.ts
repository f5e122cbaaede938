import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {withSign, withUnit} from "../../lib/narrative/money.js";
import {variablesOf} from "../../lib/scoring/rule.js";
import {estimateName, type SavedModel} from "../../lib/scoring/savedModel.js";
import type {Score} from "../../lib/scoring/scoreCustomer.js";
import {element} from "../elements/element.js";
import {NumberTable} from "../elements/NumberTable.js";
import {segmentColor} from "../plots/segmentColor.js";

/** What the model says of one customer: segment with distances, risk with interval, and the reasons for both. */
export function ScoreResult(model: SavedModel, score: Score): HTMLElement {
  const root = element("div", {class: "score-result", "aria-live": "polite"});
  root.append(
    segmentPart(model, score),
    ...rulePart(model, score),
    ...riskPart(model, score),
    reasons(model, score),
  );
  return root;
}

function segmentPart({segments}: SavedModel, {segment, distances}: Score): HTMLElement {
  const order = distances.map((_, i) => i).sort((a, b) => distances[a] - distances[b] || a - b);
  const next = order[1] ?? segment;
  const longest = Math.max(...distances);
  const bars = order.flatMap((i) => [
    element("dt", {}, segments[i].name),
    element(
      "dd",
      {},
      element("span", {
        class: "bar",
        style: `width: ${(100 * distances[i]) / longest}%; background: ${segmentColor(i + 1)}`,
      }),
      element("span", {"data-distance": String(distances[i])}, decimal(distances[i])),
    ),
  ]);
  return element(
    "section",
    {class: "score-part"},
    element(
      "p",
      {
        class: "score-answer",
        "data-segment": segments[segment].id,
        style: `color: ${segmentColor(segment + 1)}`,
      },
      segments[segment].name,
    ),
    element(
      "p",
      {},
      `${decimal(distances[segment])} standard deviations from the middle of this segment; the next, ${segments[next].name}, is ${decimal(distances[next])} away.`,
    ),
    element("dl", {class: "distance-bars"}, ...bars),
  );
}

/** The rule's own answer, by the values that it looks at; nothing where the label is no rule. */
function rulePart(model: SavedModel, {rule: answer, given}: Score): HTMLElement[] {
  const {risk} = model;
  if (risk === undefined || estimateName(model) === "risk") return [];
  if (risk.rule === undefined)
    return [
      element(
        "section",
        {class: "score-part"},
        element("p", {class: "score-answer"}, "The rule: not applied on this page"),
        element("p", {}, `“${risk.label}” It uses more than a page can compute.`),
      ),
    ];
  const names = variablesOf(risk.rule);
  const missing = names.filter((name) => given[name] === null).map((name) => labelOf(model, name));
  const values = names
    .filter((name) => given[name] !== null)
    .map((name) => `${labelOf(model, name)} ${amountOf(model, name, given[name] ?? Number.NaN)}`);
  const part = element("section", {class: "score-part"});
  const word = answer === null ? "no answer" : answer ? "yes" : "no";
  part.append(
    element(
      "p",
      {class: "score-answer", "data-rule": word},
      answer === null ? `The rule: no answer, without ${missing.join(", ")}` : `The rule: ${word}`,
    ),
    element(
      "p",
      {},
      `“${risk.label}” ${values.length === 0 ? "" : `This customer: ${values.join(", ")}. `}${risk.evidence === "policy" ? "It is a policy of the bank, not an observed default." : "It stands for risk; it is not an observed default."}`,
    ),
  );
  return [part];
}

/** The regression's probability; nothing where the data set has no label. */
function riskPart(model: SavedModel, score: Score): HTMLElement[] {
  const {risk} = model;
  if (risk === undefined) return [];
  const {probability, lower, upper, isAboveLine, imputed} = score;
  const part = element("section", {class: "score-part"});
  const interval = `${percent(probability)} (95% interval ${percent(lower)} to ${percent(upper)})`;
  const answer = {class: "score-answer", "data-probability": String(probability)};
  if (estimateName(model) === "risk")
    part.append(
      element("p", answer, `Risk ${interval}`),
      element(
        "p",
        {},
        `How probable this is for such a customer: “${risk.label.replaceAll("“", "‘").replaceAll("”", "’")}” ${risk.evidence === "observed" ? "It was observed for the customers on whom the model was trained." : "It is not the probability of a default."} ${isAboveLine ? "Flagged" : "Not flagged"}: the line is at ${percent(risk.threshold)}.`,
      ),
    );
  else
    part.append(
      element("p", {class: "score-why"}, "What the other variables alone would guess"),
      element("p", answer, `${isAboveLine ? "Yes" : "No"}: ${interval}`),
      element("p", {}, guessNote(model, score)),
    );
  if (imputed.length > 0)
    part.append(
      element(
        "p",
        {},
        `Missing, so the median was used: ${imputed.map((name) => labelOf(model, name)).join(", ")}.`,
      ),
    );
  return [part];
}

/** What the guess is worth beside the rule. */
function guessNote(model: SavedModel, {rule, isAboveLine}: Score): string {
  const unseen = (model.risk?.definedBy ?? []).map((name) => labelOf(model, name)).join(", ");
  const beside =
    rule === null || rule === undefined
      ? ""
      : rule === isAboveLine
        ? " It agrees with the rule."
        : " The rule says otherwise, and the rule decides.";
  return `How often the rule holds for customers with such other values, by a model that does not see ${unseen}.${beside} It is not the probability of a default.`;
}

function labelOf({columns}: SavedModel, variable: string): string {
  return columns.find(({name}) => name === variable)?.label ?? variable;
}

function unitOf({columns}: SavedModel, variable: string): string {
  return columns.find(({name}) => name === variable)?.unit ?? "";
}

function amountOf(model: SavedModel, variable: string, value: number): string {
  return withUnit(unitOf(model, variable))(value, ",.4~f");
}

/** Each variable's part in both answers, the weightiest for the risk first. */
function reasons(model: SavedModel, {segmentReasons, riskReasons}: Score): HTMLElement {
  const risk = new Map(riskReasons.map(({variable, contribution}) => [variable, contribution]));
  const rows = segmentReasons
    .map(({variable, value, z, gain}) => ({
      name: `${labelOf(model, variable)}: ${withSign(unitOf(model, variable))(value, ",.4~f")}`,
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
      `The columns show how far each value is from the average, in standard deviations; by what factor it multiplies the odds ${estimateName(model) === "guess" ? "in the guess" : "of the risk"}, where a factor above 1 means more probable and below 1 less (the model adds their logarithms, the log-odds); and whether it speaks for this segment (above 0) or for the nearest other one (below 0), as the difference of the squared distances.`,
    ),
    NumberTable(
      [
        "Value",
        "From average",
        estimateName(model) === "guess" ? "Odds in the guess" : "Odds of the risk",
        "For the segment",
      ],
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
