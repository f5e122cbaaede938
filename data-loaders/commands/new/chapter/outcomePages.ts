import {smallestCell} from "../../../publish/disclosure/withholdCells.js";
import {NOT_STATED} from "../../../source/describingValues.js";
import {
  codeText,
  type Defined,
  draftPage,
  type Facts,
  frontMatter,
  MOST_SHOWN,
  type PageFiles,
  plain,
  slug,
  sqlText,
  statement,
  topic,
} from "./draft.js";
import {publishedLevels, withheldEnds} from "./shared.js";

/** What is said of the outcome in a heading of a chart. */
const withOutcome = "Share with the outcome";

/** The model of an observed outcome; undefined where there is none. */
export async function riskPage(facts: Facts, defined: Defined): Promise<PageFiles | undefined> {
  const {definition, groups, describing, variables} = facts;
  const {id, schema, risk} = definition;
  if (risk === undefined) return undefined;
  const page = draftPage(facts, defined, "risk", "Risk");
  const metric = (name: string, of: string, label: string, format: string) =>
    page.figure(
      name,
      label,
      `SELECT value FROM ${schema}.risk_metrics WHERE model = 'honest' AND metric = ${sqlText(of)}`,
      {format},
    );
  const [{crossed}] = await facts.ask(
    `SELECT count(*) > 0 AS crossed FROM ${schema}.risk_metrics WHERE model = 'honest' AND metric = 'cv_pooled_auc' AND value IS NOT NULL`,
  );
  const hasCross = crossed === true;
  // what a model says of customers that it was fitted to proves nothing
  const auc = hasCross ? "cv_pooled_auc" : "auc";
  const named = hasCross ? "cross-validated area" : "area";
  const model = `${schema}.risk_metrics WHERE model = 'honest' AND metric = '${auc}_low' AND value IS NOT NULL`;
  const isBeyond = {
    name: "risk.tells",
    label: `The 95% interval of the ${named} under the ROC curve is above 0.5`,
    about: [model],
    sql: `SELECT value > 0.5 FROM ${schema}.risk_metrics WHERE model = 'honest' AND metric = '${auc}_low'`,
    evidence: hasCross ? "resampling" : "test",
  };
  const tells = await page.claim(
    "A model tells customers with this outcome from the others better than chance",
    isBeyond,
    () =>
      page.claim("A model is no better than chance at telling customers with this outcome from the others", {
        name: "risk.tells-not",
        label: `The 95% interval of the ${named} under the ROC curve is not above 0.5`,
        about: [model],
        sql: `SELECT value <= 0.5 FROM ${schema}.risk_metrics WHERE model = 'honest' AND metric = '${auc}_low'`,
        evidence: hasCross ? "resampling" : "test",
      }),
  );
  const validated = `${schema}.risk_metrics WHERE model = 'honest' AND metric = 'cv_pooled_auc' AND value IS NOT NULL`;
  const loss = `first(value) FILTER (metric = 'auc') - first(value) FILTER (metric = 'cv_pooled_auc')`;
  const unseen = await page.claim(
    "The model is about as good on customers it has not seen",
    {
      name: "risk.holds-unseen",
      label:
        "The cross-validated area under the ROC curve is at most three hundredths below that on the customers of the fit",
      about: [validated],
      sql: `SELECT ${loss} <= 0.03 FROM ${schema}.risk_metrics WHERE model = 'honest'`,
      evidence: "resampling",
    },
    () =>
      page.claim("The model is worse on customers it has not seen", {
        name: "risk.worse-unseen",
        label:
          "The cross-validated area under the ROC curve is more than three hundredths below that on the customers of the fit",
        about: [validated],
        sql: `SELECT ${loss} > 0.03 FROM ${schema}.risk_metrics WHERE model = 'honest'`,
        evidence: "resampling",
      }),
  );
  const strongest = await facts.ask(`SELECT term, coefficient FROM ${schema}.risk_coefficients
    WHERE model = 'honest' AND term <> '(intercept)' AND coefficient IS NOT NULL ORDER BY abs(coefficient / std_error) DESC, term LIMIT 1`);
  const [sign] = strongest;
  const strongestSentence =
    sign === undefined || !(await page.holds(isBeyond))
      ? ""
      : await page.sentence(
          `The clearest sign ${Number(sign.coefficient) > 0 ? "of" : "against"} it is ${termName(facts, String(sign.term))}`,
          () => ", with everything else in the model held equal. {method}",
          {
            name: "risk.surest",
            label: `Of all terms of the model, ${sign.term} is the furthest from zero in standard errors, and its 95% interval lies on one side`,
            about: [
              `${schema}.risk_coefficients WHERE model = 'honest' AND term = ${sqlText(String(sign.term))} AND coefficient IS NOT NULL`,
            ],
            sql: `SELECT first(term ORDER BY abs(coefficient / std_error) DESC, term) = ${sqlText(String(sign.term))}
  AND first(coefficient ORDER BY abs(coefficient / std_error) DESC, term) ${Number(sign.coefficient) > 0 ? "> 0" : "< 0"}
  AND first(coefficient_low * coefficient_high ORDER BY abs(coefficient / std_error) DESC, term) > 0
FROM ${schema}.risk_coefficients WHERE model = 'honest' AND term <> '(intercept)' AND coefficient IS NOT NULL`,
            evidence: "test",
          },
        );
  const unseenTenths = `${schema}.calibration_unseen WHERE model = 'honest'`;
  const hasTenths = Number((await facts.ask(`SELECT count(*) AS n FROM ${unseenTenths}`))[0].n) > 0;
  const tenths = hasTenths ? unseenTenths : `${schema}.calibration WHERE model = 'honest'`;
  const calibrated = await page.claim(
    "In each tenth of the customers, the predicted and the observed share are within ten points",
    {
      name: "risk.calibrated",
      label: `In each tenth of the customers the mean ${hasTenths ? "cross-validated " : ""}probability and the share with the outcome are within ten points`,
      about: [tenths],
      sql: `SELECT bool_and(abs(predicted - observed) <= 0.1) FROM ${tenths}`,
      evidence: hasTenths ? "resampling" : "description",
    },
    () =>
      page.claim(
        "In at least one tenth of the customers, the predicted and the observed share are more than ten points apart",
        {
          name: "risk.not-calibrated",
          label: `In a tenth of the customers the mean ${hasTenths ? "cross-validated " : ""}probability and the share with the outcome are more than ten points apart`,
          about: [tenths],
          sql: `SELECT bool_or(abs(predicted - observed) > 0.1) FROM ${tenths}`,
          evidence: hasTenths ? "resampling" : "description",
        },
        () => "Predicted and observed shares, by tenths of the customers {method}",
      ),
  );
  const [{shown}] = await facts.ask(`SELECT min(customers) >= ${smallestCell} AS shown FROM ${tenths}`);
  const [{lifts}] = await facts.ask(`SELECT count(*) AS lifts FROM ${schema}.risk_lift
    WHERE model = 'honest' AND customers >= ${smallestCell} AND (positives = 0 OR positives >= ${smallestCell})`);
  const calibrationChart = page.chart(
    calibrated,
    "risk-calibration",
    "riskCharts",
    `...riskCharts(chapter, {honest: "predicts the outcome"${hasTenths ? ", isUnseen: true" : ""}})`,
  );
  const levels = describing.length > 0 ? " and the levels of the columns that describe" : "";
  const references = await facts.ask(
    describing.length === 0
      ? "SELECT NULL AS label WHERE false"
      : `SELECT d.label, l.level FROM ${schema}.describing_columns d JOIN ${schema}.segment_levels l ON l.variable = d.name AND l.segment = 'all'
    WHERE NOT EXISTS (SELECT 1 FROM ${schema}.risk_coefficients c WHERE c.model = 'honest' AND c.term = d.name || '=' || l.level)
      AND EXISTS (SELECT 1 FROM ${schema}.risk_coefficients c WHERE c.model = 'honest' AND starts_with(c.term, d.name || '=')) ORDER BY d.rowid`,
  );
  const reference =
    references.length === 0
      ? ""
      : `{method} Each level is compared with a reference level, the most frequent one: ${references.map(({label, level}) => `${plain(String(label))}: “${plain(String(level)).replaceAll(/[“”]/g, "")}”`).join("; ")}.`;
  return page.finish(`${frontMatter(facts, "risk")}
# ${tells}

<div class="lead">

${statement(risk.sentence)}: this was observed for {{${id}.risk.share}} of the customers. The area under the model's ROC curve (AUC)${hasCross ? ", on customers that the model has not seen," : ""} is ${metric("risk.unseen-auc", auc, `The ${named} under the ROC curve`, ".3f")}, with a 95% interval from ${metric("risk.auc-low", `${auc}_low`, `Lower end of the 95% interval of the ${named} under the ROC curve`, ".3f")} to ${metric("risk.auc-high", `${auc}_high`, `Upper end of the 95% interval of the ${named} under the ROC curve`, ".3f")}. ${strongestSentence}

</div>

<div class="honesty">

{method} The outcome is what the file says happened. What goes with it need not be its cause: changing one of these values would not change the customer. Before a model is used to decide about anybody, test it on later customers, and test whether it treats groups of people fairly.

</div>

[Back to the summary](./).

${groups.length > 1 ? `## By group\n\n${page.chart("Share of each group with the outcome {method}", "flagged", "describingCharts", `labelBySegment(chapter, ${codeText(withOutcome)})`)}` : ""}

## What goes with it

{method} A logistic regression on the variables${levels}, fitted on ${metric("risk.rows", "rows", "Customers that the model was fitted on", ",d")} customers with a known outcome and all values. Variables are in standard deviations. In the chart, an interval that crosses one means that the data show no clear effect. ${reference}

${page.chart(`How each term multiplies the odds of the outcome${variables.length + describing.length > MOST_SHOWN ? ", for the clearest terms" : ""} {method}`, "risk-odds", "describingCharts", `outcomeOdds(chapter, ${MOST_SHOWN}, ${describing.length > 0})`)}

## How well it predicts

${hasCross ? `The customers were divided into ${metric("risk.folds", "folds", "Folds of the cross-validation", "words")} parts, and each part was predicted by a model fitted to the others. {method} ${unseen}: the AUC is {{${id}.risk.unseen-auc}} there, and ${metric("risk.auc", "auc", "Area under the ROC curve on the customers of the fit", ".3f")} on those that it was fitted to. The mean squared error of these probabilities (Brier score) is ${metric("risk.cv-brier", "cv_brier_score", "Brier score of the cross-validated probabilities", ".3f")}; predicting the overall share for each customer would give ${metric("risk.base-brier", "brier_baseline", "Brier score of the overall share as every customer's probability", ".3f")}. The chart of predicted and observed shares uses the same probabilities, each from a model that has not seen the customer. {method}` : ""}

${shown === true ? calibrationChart : `${calibrated.replace(/ \{method\}$/, "")}. The counts by tenths are below ten, and withheld. {method}`}

${Number(lifts) >= 5 ? `![How much more frequent the outcome is in the tenths with the highest probabilities {method}](chart:${id}.risk-lift)` : ""}

![The ROC curve: how many of those with the outcome are found, against how many of the others are flagged by mistake {method}](chart:${id}.risk-roc)

[Score a customer](../score), or take [the model](../models/${id}.json) or [its SQL](../models/${id}.sql) with you; [its card](./model-card) says what it is for.
`);
}

function termName({variables, describing}: Facts, term: string): string {
  const [column, level] = term.split("=");
  const variable = variables.find(({name}) => name === term);
  if (variable !== undefined) return plain(variable.label);
  const label = describing.find(({name}) => name === column)?.label ?? column;
  return `${plain(label)} “${plain(level ?? "").replaceAll(/[“”]/g, "")}”`;
}

/** The outcome by age band, occupation and whatever else describes the customers; undefined where there is nothing to show. */
export async function riskByGroupPage(facts: Facts, defined: Defined): Promise<PageFiles | undefined> {
  const {definition, describing} = facts;
  const {schema, risk} = definition;
  if (risk === undefined || describing.length === 0) return undefined;
  const page = draftPage(facts, defined, "risk-by-group", "Risk by group");
  const parts = await Promise.all(
    describing.map(async ({name, label, kind}) => {
      const what = topic({label, kind}, facts);
      const rows = `${schema}.label_by_level WHERE variable = ${sqlText(name)} AND customers >= ${smallestCell} AND level <> ${sqlText(NOT_STATED)}`;
      const extremes = await facts.ask(
        `SELECT level, share FROM ${rows} ORDER BY share DESC, level_position`,
      );
      const [high, low] = [extremes[0], extremes.at(-1)];
      if (high === undefined || low === undefined || extremes.length < 2) return "";
      const published = await publishedLevels(facts, "label_by_level", `variable = ${sqlText(name)}`);
      const isTold = published.has(String(high.level)) && published.has(String(low.level));
      const share = (end: string, level: string) =>
        page.figure(
          `label-${end}-${slug(name)}`,
          `Share with the outcome where ${label} is “${level}”`,
          `SELECT share FROM ${schema}.label_by_level WHERE variable = ${sqlText(name)} AND level = ${sqlText(level)}`,
          {format: ".1%", unit: "%"},
        );
      const [highest, lowest] = [String(high.level), String(low.level)];
      const quoted = (level: string) => `“${plain(level).replaceAll(/[“”]/g, "")}”`;
      const order = !isTold
        ? ""
        : await page.claim(
            `The outcome is most frequent for ${quoted(highest)} and least frequent for ${quoted(lowest)}`,
            {
              name: `label-order-${slug(name)}`,
              label: `Of the levels of ${label}, “${highest}” has the largest share with the outcome and “${lowest}” the smallest`,
              about: [rows],
              sql: `SELECT first(share) FILTER (level = ${sqlText(highest)}) > coalesce(max(share) FILTER (level <> ${sqlText(highest)}), -1)
  AND first(share) FILTER (level = ${sqlText(lowest)}) < coalesce(min(share) FILTER (level <> ${sqlText(lowest)}), 2) FROM ${rows}`,
            },
          );
      const apart =
        order === ""
          ? ""
          : await page.claim(
              "the intervals of the two do not overlap",
              {
                name: `label-apart-${slug(name)}`,
                label: `The 95% intervals of “${highest}” and “${lowest}” do not overlap`,
                about: [rows],
                sql: `SELECT first(share_low) FILTER (level = ${sqlText(highest)}) > first(share_high) FILTER (level = ${sqlText(lowest)}) FROM ${rows}`,
                evidence: "test",
              },
              () =>
                page.claim("their intervals overlap, so the order may be chance", {
                  name: `label-overlap-${slug(name)}`,
                  label: `The 95% intervals of “${highest}” and “${lowest}” overlap`,
                  about: [rows],
                  sql: `SELECT first(share_low) FILTER (level = ${sqlText(highest)}) <= first(share_high) FILTER (level = ${sqlText(lowest)}) FROM ${rows}`,
                  evidence: "test",
                }),
            );
      return `## By ${what}

${!isTold ? withheldEnds : order === "" ? "" : `${order}: ${share("highest", highest)} against ${share("lowest", lowest)}; ${apart}.`}

${page.chart(`${withOutcome} by ${what} {method}`, `label-by-${slug(name)}`, "describingCharts", `labelByLevel(chapter, ${codeText(name)}, ${codeText(label)}, ${codeText(withOutcome)})`)}`;
    }),
  );
  return page.finish(`${frontMatter(facts, "risk by group")}
# The outcome by what describes the customers

<div class="lead">

{method} How often the outcome was observed for each level of the columns that describe: age, occupation, region and so on, one at a time. Levels may differ because their customers differ in other ways; [the model](./risk) compares them with everything else held equal.

</div>

[Back to the summary](./).

${parts.join("\n\n")}
`);
}

/** The right questions, and the list of each group. */
export async function recommendationsPage(facts: Facts, defined: Defined): Promise<PageFiles> {
  const {definition, groups, describing} = facts;
  const {id, schema, risk} = definition;
  const page = draftPage(facts, defined, "recommendations", "Recommendations");
  const compared = await facts.ask(`SELECT count(*) FILTER (silhouette IS NULL) AS without,
    count(*) FILTER (silhouette < 0.1) AS near FROM ${schema}.customers`);
  const nobodyNear = Number(compared[0].near) === 0;
  const among = Number(compared[0].without) > 0 ? " of those compared" : "";
  const parts = groups.map((group) => {
    const name = `{{${id}.${group.id}.name}}`;
    const near =
      groups.length === 1 || nobodyNear
        ? ""
        : ` About as near to another group: ${page.figure(
            `${group.id}.near-border`,
            `Customers of the group ${group.id} who are about as near to another group`,
            `SELECT count(*) FROM ${schema}.customers WHERE segment = ${sqlText(group.id)} AND silhouette < 0.1`,
            {format: ",d", unit: "customers"},
          )}${among}.`;
    return `<div data-needs="${id}.${group.id}.customers">

## ${name}

{{${id}.${group.id}.customers}} customers${groups.length > 1 ? `, {{${id}.${group.id}.share}} of all` : ""}.${near} [${groups.length > 1 ? "What sets them apart" : "What they are like"}](./segments). <a href="../data/${id}/targets/${group.id}.csv" download>The list of their pseudonyms (CSV)</a>

- {advice} What do these customers want${groups.length > 1 ? " that the others do not" : ""}? Who has asked them?
- {advice} Which offer, service or message is for them, and who would act on it?
- {advice} What does it cost for each customer, and what does one who responds bring in? Write both down before anything is sent.
- {advice} How would you see that it works? Give it to one part of the list, chosen at random, leave the other as it is, and compare after a set time.

</div>`;
  });
  return page.finish(`${frontMatter(facts, "recommendations")}
# Questions to ask before anything is done, and ${groups.length > 1 ? "a list for each group" : "the list of customers"}

<div class="lead">

{method} No file says what an offer costs or brings in, and this page invents no amounts. It asks what you need to know, and gives the list of ${groups.length > 1 ? "each group" : "customers"}.

</div>

[Back to the summary](./).

${parts.join("\n\n")}

${risk === undefined ? "" : `## The outcome\n\n- {advice} Who looks at customers with a high probability, and what can they do for them? [How well the model predicts](./risk).\n- {advice} Is it fair to treat customers differently because of it? ${describing.length > 0 ? "Look at [the shares by what describes them](./risk-by-group) first." : "Check this before you use it."}`}

## When you have the answers

{advice} Write an action for each into \`data-loaders/datasets/${id}/actions.yaml\`: whom it is for, what it can change, what you assume, and how a trial would show it. The site then sizes the trial and gives the list. The project's \`docs/reference/definition.md\` lists what an action holds.
`);
}

/** What the models are, what they are for, and how to have them again. */
export async function modelCardPage(facts: Facts, defined: Defined): Promise<PageFiles> {
  const {definition, groups, describing} = facts;
  const {id, schema, risk} = definition;
  const page = draftPage(facts, defined, "model-card", "Model card");
  const file = page.figure("file", "Name of the file", `SELECT name FROM ${schema}.input_file`);
  const risky =
    risk === undefined
      ? "{method} There is no risk model: no outcome was named, and none is invented."
      : `{method} A logistic regression of ${statement(risk.sentence)}, an observed outcome, on all variables${describing.length > 0 ? " and the levels of the columns that describe, each against the most frequent level" : ""}. ${defined.figures.has("risk.folds") ? `On customers it has not seen its AUC is {{${id}.risk.unseen-auc}}. ` : ""}[What it found](./risk).`;
  return page.finish(`${frontMatter(facts, "model card")}
# What these models are for, and what not

<div class="lead">

{method} The models of this chapter describe the customers of one file. They do not explain, and they must not decide about anybody.

</div>

[Back to the summary](./).

## Data {method}

{{${id}.customers}} customers of the file <code>${file}</code>, with {{${id}.variables}} variables in which groups are looked for. [What the file holds and what was checked](./data-quality).

## Groups

${groups.length === 1 ? "{method} None: no number of groups separates the customers. All of them are one group." : `{{${id}.k:Words}} groups by k-means on standardised variables. A customer belongs to the group with the nearest centre. {method}`} [How they were looked for, and how firm they are](./clustering).

## Risk

${risky}

## Limits {method}

${
  groups.length > 1
    ? `- {method} The groups are those of this file. Other customers, another year or other columns may give others.
- {method} Each group is named after a variable that sets it apart; people who know the customers will find better names, and can write them into the definition.
`
    : ""
}- {method} A column that describes people may stand for something that must not be used to decide about them, such as sex or origin. Check before you use a list.

## To reproduce it {method}

{method} The same file and definition give the same numbers, to the last digit. Definition: \`data-loaders/datasets/${id}/dataset.yaml\`. Saved model: [data](../models/${id}.json) and [SQL](../models/${id}.sql). What the pages print: [figures](../review/figures) and [claims](../review/claims).
`);
}
