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
} from "./draft.js";

/** What is said of the outcome in a heading of a chart. */
const withOutcome = "Share with the outcome";

/** The model of an observed outcome; undefined where there is none. */
export async function riskPage(facts: Facts, defined: Defined): Promise<PageFiles | undefined> {
  const {definition, groups, describing, variables} = facts;
  const {id, schema, title, risk} = definition;
  if (risk === undefined) return undefined;
  const page = draftPage(facts, defined, "risk", "Risk");
  const metric = (name: string, of: string, label: string, format: string) =>
    page.figure(
      name,
      label,
      `SELECT value FROM ${schema}.risk_metrics WHERE model = 'honest' AND metric = ${sqlText(of)}`,
      {format},
    );
  const model = `${schema}.risk_metrics WHERE model = 'honest' AND metric = 'auc_low' AND value IS NOT NULL`;
  const tells = await page.claim(
    "The model tells them apart better than chance",
    {
      name: "risk.tells",
      label: "The 95% interval of the area under the ROC curve is above 0.5",
      about: [model],
      sql: `SELECT value > 0.5 FROM ${schema}.risk_metrics WHERE model = 'honest' AND metric = 'auc_low'`,
      evidence: "test",
    },
    () =>
      page.claim("The model does not tell them apart from chance", {
        name: "risk.tells-not",
        label: "The 95% interval of the area under the ROC curve is not above 0.5",
        about: [model],
        sql: `SELECT value <= 0.5 FROM ${schema}.risk_metrics WHERE model = 'honest' AND metric = 'auc_low'`,
        evidence: "test",
      }),
  );
  const validated = `${schema}.risk_metrics WHERE model = 'honest' AND metric = 'cv_auc' AND value IS NOT NULL`;
  const unseen = await page.claim(
    "It is about as good on customers whom it has not seen",
    {
      name: "risk.holds-unseen",
      label:
        "The cross-validated area under the ROC curve is within three hundredths of that on the customers of the fit",
      about: [validated],
      sql: `SELECT abs(first(value) FILTER (metric = 'auc') - first(value) FILTER (metric = 'cv_auc')) <= 0.03 FROM ${schema}.risk_metrics WHERE model = 'honest'`,
      evidence: "resampling",
    },
    () =>
      page.claim("It is worse on customers whom it has not seen", {
        name: "risk.worse-unseen",
        label:
          "The cross-validated area under the ROC curve is more than three hundredths below that on the customers of the fit",
        about: [validated],
        sql: `SELECT first(value) FILTER (metric = 'auc') - first(value) FILTER (metric = 'cv_auc') > 0.03 FROM ${schema}.risk_metrics WHERE model = 'honest'`,
        evidence: "resampling",
      }),
  );
  const hasCross = unseen !== "";
  const strongest = await facts.ask(`SELECT term, coefficient FROM ${schema}.risk_coefficients
    WHERE model = 'honest' AND term <> '(intercept)' AND coefficient IS NOT NULL ORDER BY abs(coefficient / std_error) DESC, term LIMIT 1`);
  const [sign] = strongest;
  const named = sign === undefined ? "" : termName(facts, String(sign.term));
  const strongestSentence =
    sign === undefined
      ? ""
      : `${await page.claim(
          Number(sign.coefficient) > 0
            ? `The surest sign of it is ${named}: more of it, more of the outcome`
            : `The surest sign against it is ${named}: more of it, less of the outcome`,
          {
            name: "risk.surest",
            label: `Of all terms of the model, ${sign.term} is the farthest from none in its standard errors, and its 95% interval is on one side`,
            about: [
              `${schema}.risk_coefficients WHERE model = 'honest' AND term = ${sqlText(String(sign.term))} AND coefficient IS NOT NULL`,
            ],
            sql: `SELECT first(term ORDER BY abs(coefficient / std_error) DESC, term) = ${sqlText(String(sign.term))}
  AND first(coefficient ORDER BY abs(coefficient / std_error) DESC, term) ${Number(sign.coefficient) > 0 ? "> 0" : "< 0"}
  AND first(coefficient_low * coefficient_high ORDER BY abs(coefficient / std_error) DESC, term) > 0
FROM ${schema}.risk_coefficients WHERE model = 'honest' AND term <> '(intercept)' AND coefficient IS NOT NULL`,
            evidence: "test",
          },
        )}.`;
  const calibrated = await page.claim(
    "What it foretells is what is found, within ten points in each tenth of the customers",
    {
      name: "risk.calibrated",
      label:
        "In each tenth of the customers the mean probability and the share with the outcome are within ten points",
      about: [`${schema}.calibration WHERE model = 'honest'`],
      sql: `SELECT bool_and(abs(predicted - observed) <= 0.1) FROM ${schema}.calibration WHERE model = 'honest'`,
    },
    () => "What it foretells, and what is found, by tenths of the customers {method}",
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
      : `{method} Each level is held against a reference level, the most frequent one: ${references.map(({label, level}) => `${plain(String(label))}: “${plain(String(level)).replaceAll(/[“”]/g, "")}”`).join("; ")}.`;
  return page.finish(`${frontMatter(`${title}: risk`)}
# ${tells}

<div class="lead">

${statement(risk.sentence)}: this was observed for {{${id}.risk.share}} of the customers. ${tells}: the area under its ROC curve (AUC) is ${metric("risk.auc", "auc", "Area under the ROC curve", ".3f")}, with a 95% interval from ${metric("risk.auc-low", "auc_low", "Lower end of the 95% interval of the area under the ROC curve", ".3f")} to ${metric("risk.auc-high", "auc_high", "Upper end of the 95% interval of the area under the ROC curve", ".3f")}. ${strongestSentence}

</div>

<div class="honesty">

{method} The outcome is what the file says happened. What goes with it need not be its cause: a customer who is changed in one of these columns is not therefore another customer. Before a model decides on anybody, it has to be tried on later customers, and on whether it treats groups of people fairly.

</div>

[Back to the summary](./).

${groups.length > 1 ? `## By group\n\n${page.chart("Share of each group with the outcome {method}", "flagged", "describingCharts", `labelBySegment(chapter, ${codeText(withOutcome)})`)}` : ""}

## What goes with it

{method} A logistic regression on the variables${levels}, fitted on ${metric("risk.rows", "rows", "Customers that the model was fitted on", ",d")} customers with a known outcome and all values. Variables are in standard deviations. In the chart a line that crosses one means that no effect can be told. ${reference}

${page.chart(`Factors of the odds${variables.length + describing.length > MOST_SHOWN ? ", of the surest terms" : ""} {method}`, "risk-odds", "describingCharts", `outcomeOdds(chapter, ${MOST_SHOWN}, ${describing.length > 0})`)}

## How well it tells

${hasCross ? `The customers were divided into parts, and each part was told by a model fitted on the others. {method} ${unseen}: the AUC is ${metric("risk.cv-auc", "cv_auc", "Cross-validated area under the ROC curve", ".3f")}.` : ""}

${page.chart(calibrated, "risk-calibration", "riskCharts", '...riskCharts(chapter, {honest: "foretells the outcome"})')}

![How much richer in the outcome the tenths with the highest probabilities are {method}](chart:${id}.risk-lift)

![The ROC curve: of those with the outcome, how many are found, against how many of the others are flagged by mistake {method}](chart:${id}.risk-roc)

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
  const {schema, title, risk} = definition;
  if (risk === undefined || describing.length === 0) return undefined;
  const page = draftPage(facts, defined, "risk-by-group", "Risk by group");
  const parts = await Promise.all(
    describing.map(async ({name, label}) => {
      const rows = `${schema}.label_by_level WHERE variable = ${sqlText(name)} AND share IS NOT NULL`;
      const extremes = await facts.ask(
        `SELECT level, share_low, share_high FROM ${rows} ORDER BY share DESC, level_position`,
      );
      const [high, low] = [extremes[0], extremes.at(-1)];
      if (high === undefined || low === undefined || extremes.length < 2) return "";
      const share = (end: string, level: string) =>
        page.figure(
          `label-${end}-${slug(name)}`,
          `Share with the outcome where ${label} is “${level}”`,
          `SELECT share FROM ${schema}.label_by_level WHERE variable = ${sqlText(name)} AND level = ${sqlText(level)}`,
          {format: ".1%", unit: "%"},
        );
      const [highest, lowest] = [String(high.level), String(low.level)];
      const quoted = (level: string) => `“${plain(level).replaceAll(/[“”]/g, "")}”`;
      const order = await page.claim(
        `The outcome is most frequent for ${quoted(highest)} and least for ${quoted(lowest)}`,
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
                page.claim("their intervals overlap: the order may be chance", {
                  name: `label-overlap-${slug(name)}`,
                  label: `The 95% intervals of “${highest}” and “${lowest}” overlap`,
                  about: [rows],
                  sql: `SELECT first(share_low) FILTER (level = ${sqlText(highest)}) <= first(share_high) FILTER (level = ${sqlText(lowest)}) FROM ${rows}`,
                  evidence: "test",
                }),
            );
      return `## By ${plain(label)}

${order === "" ? "" : `${order}: ${share("highest", highest)} against ${share("lowest", lowest)}; ${apart}.`}

${page.chart(`${withOutcome} by ${plain(label)} {method}`, `label-by-${slug(name)}`, "describingCharts", `labelByLevel(chapter, ${codeText(name)}, ${codeText(label)}, ${codeText(withOutcome)})`)}`;
    }),
  );
  return page.finish(`${frontMatter(`${title}: risk by group`)}
# The outcome by what describes the customers

<div class="lead">

{method} How often the outcome was observed for each level of the columns that describe: age, occupation, region and their like, one at a time. Levels may differ because their customers differ in other ways; [the model](./risk) holds them against each other with all else alike.

</div>

[Back to the summary](./).

${parts.join("\n\n")}
`);
}

/** The right questions, and the list of each group. */
export async function recommendationsPage(facts: Facts, defined: Defined): Promise<PageFiles> {
  const {definition, groups} = facts;
  const {id, schema, title, risk} = definition;
  const page = draftPage(facts, defined, "recommendations", "Recommendations");
  const parts = groups.map((group) => {
    const name = `{{${id}.${group.id}.name}}`;
    const near = page.figure(
      `${group.id}.near-border`,
      `Customers of the group ${group.id} who are about as near to another group`,
      `SELECT count(*) FROM ${schema}.customers WHERE segment = ${sqlText(group.id)} AND silhouette < 0.1`,
      {format: ",d", unit: "customers"},
    );
    return `## ${name}

{{${id}.${group.id}.customers}} customers, {{${id}.${group.id}.share}} of all${groups.length > 1 ? `; ${near} of those compared are about as near to another group` : ""}. [What sets them apart](./segments). <a href="../data/${id}/targets/${group.id}.csv" download>The list of their pseudonyms (CSV)</a>

- {advice} What do these customers want that the others do not? Who has asked them?
- {advice} Which offer, service or message is meant for them, and who would act on it?
- {advice} What does it cost for each customer, and what does one who responds bring? Write both down before anything is sent.
- {advice} How would it show that it works? Give it to one part of the list, chosen at random, leave the other as it is, and compare after a set time.`;
  });
  return page.finish(`${frontMatter(`${title}: recommendations`)}
# Questions to ask before anything is done, and a list for each ${groups.length > 1 ? "group" : "customer"}

<div class="lead">

{method} No file holds what an offer costs or brings. This page has no amounts that nobody measured: it asks what has to be known, and gives the list of each group.

</div>

[Back to the summary](./).

${parts.join("\n\n")}

${risk === undefined ? "" : `## The outcome\n\n- {advice} Who looks at customers with a high probability, and what can they do for them? [How well the model tells](./risk).\n- {advice} Is it fair to treat customers differently by it? Look at the shares by age, place and their like first.`}

## When you have the answers

{advice} Write an action for each into \`data-loaders/datasets/${id}/actions.yaml\`: whom it is for, what it can change, what you assume, and how a trial would show it. The site then sizes the trial and gives the list. The two demonstration chapters have examples, and the reference lists what an action holds.
`);
}

/** What the models are, what they are for, and how to have them again. */
export async function modelCardPage(facts: Facts, defined: Defined): Promise<PageFiles> {
  const {definition, groups, describing} = facts;
  const {id, schema, title, risk} = definition;
  const page = draftPage(facts, defined, "model-card", "Model card");
  const file = page.figure("file", "Name of the file", `SELECT name FROM ${schema}.input_file`);
  const risky =
    risk === undefined
      ? "{method} There is no risk model: the file has no outcome that was named, and none is invented."
      : `{method} A logistic regression of ${statement(risk.sentence)}, an observed outcome, on all variables${describing.length > 0 ? " and the levels of the columns that describe, each against the most frequent level" : ""}. On customers whom it has not seen its AUC is {{${id}.risk.cv-auc}}. [Its pages](./risk).`;
  return page.finish(`${frontMatter(`${title}: model card`)}
# What these models are for, and what not

<div class="lead">

{method} The models of this chapter sort the customers of one file. They describe; they do not explain, and they decide on nobody.

</div>

[Back to the summary](./).

## Data {method}

{{${id}.customers}} customers of the file <code>${file}</code>, with {{${id}.variables}} variables that make the groups. [What the file holds and what was checked](./data-quality).

## Groups

${groups.length === 1 ? "{method} None: no number of groups stands apart. All customers are one group." : `{{${id}.k:Words}} groups by k-means on standardised variables. A customer belongs to the group whose centre is at the least distance. {method}`} [How they were looked for, and how firm they are](./clustering).

## Risk

${risky}

## Limits {method}

- {method} Groups are those of this file. Other customers, another year or other columns may give others.
- {method} Names of the groups were made from the variable that sets each apart; whoever knows the customers will find better ones, and can write them into the definition.
- {method} Columns that describe people may stand for what must not decide. Check before you use a list.

## To have it again {method}

{method} From this file and this definition come these numbers, to the last digit. Definition: \`data-loaders/datasets/${id}/dataset.yaml\`. Saved model: [data](../models/${id}.json) and [SQL](../models/${id}.sql). What the pages print: [figures](../review/figures) and [claims](../review/claims).
`);
}
