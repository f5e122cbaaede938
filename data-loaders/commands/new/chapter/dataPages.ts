import {partlyNumbers} from "../profileColumns.js";
import {
  type Defined,
  draftPage,
  type Facts,
  formatFor,
  frontMatter,
  isSaid,
  MOST_SHOWN,
  ours,
  type PageFiles,
  plain,
  slug,
  sqlText,
} from "./draft.js";
import {amountSign} from "./shared.js";

/** What the file holds, what was checked, and what is left out. */
export async function dataPage(facts: Facts, defined: Defined): Promise<PageFiles> {
  const {definition, leftOut} = facts;
  const {id, schema} = definition;
  const page = draftPage(facts, defined, "data-quality", "Data and quality");
  const features = definition.contract.columns.filter(({role}) => role === "feature");
  const rows = features.map(({name, header, label, unit}) => {
    const sign = amountSign(facts, unit);
    const overall = facts.variables.find((variable) => variable.name === name)?.overall ?? 0;
    const value = (end: string, column: string) =>
      sign +
      page.figure(
        `range.${slug(name)}-${end}`,
        `${end === "from" ? "Smallest" : end === "to" ? "Largest" : "Median"} value of ${label}`,
        `SELECT ${column} FROM ${schema}.variable_summary WHERE variable = ${sqlText(name)}`,
        {format: formatFor(overall), unit},
      );
    return `| ${plain(label)} | ${code(header)} | ${value("from", "min")} | ${value("middle", "median")} | ${value("to", "max")} |`;
  });
  const missing = await facts.ask(
    `SELECT s.variable, v.label FROM ${schema}.variable_summary s JOIN ${schema}.variables v ON v.name = s.variable WHERE s.imputed > 0 ORDER BY s.imputed DESC, s.variable LIMIT 10`,
  );
  const gaps = missing.map(
    ({variable, label}) =>
      `- **${plain(String(label))}**: ${page.figure(
        `missing.${slug(String(variable))}`,
        `Customers without a value of ${label}`,
        `SELECT imputed FROM ${schema}.variable_summary WHERE variable = ${sqlText(String(variable))}`,
        {format: ",d", unit: "customers"},
      )} customers without a value; the median is used for them.`,
  );
  const describing = definition.contract.columns.filter(({role}) => role === "describe");
  const logs = features.filter(({scale}) => scale === "log");
  const [{noted}] = await facts.ask(`SELECT count(*) AS noted FROM ${schema}.quality_rules WHERE noted > 0`);
  const withNotes =
    Number(noted) === 0
      ? ""
      : `; rules that noted something, which was accepted: ${page.figure(
          "rules-noted",
          "Rules with something noted",
          `SELECT count(*) FROM ${schema}.quality_rules WHERE noted > 0`,
          {format: ",d"},
        )}`;
  return page.finish(`${frontMatter(facts, "data and quality")}
# ${await page.claim("The file keeps its contract", nothingFailed(schema), () => "The data")}

<div class="lead">

{{${id}.customers}} customers, with {{${id}.variables}} variables in which groups are looked for. Rules checked: {{${id}.rules}}${withNotes}.

</div>

[Back to the summary](./).

## The variables

<div class="table-scroll" tabindex="0">

| Variable | Column of the file | Smallest | Median | Largest |
| --- | --- | ---: | ---: | ---: |
${rows.join("\n")}

</div>

${logs.length === 0 ? "" : `{method} For variables with a long tail the distances use the logarithm, so that a few large values do not decide everything: ${logs.map(({label}) => plain(label)).join(", ")}. The tables and charts show the values themselves. To use the values as they are, delete the line \`scale: log\` from the column in \`data-loaders/datasets/${id}/dataset.yaml\`.`}

## Missing values

${gaps.length === 0 ? await page.claim("The variables have no missing values.", {name: "no-gaps", label: "No variable in which groups are looked for has a missing value", about: [`${schema}.variable_summary`], sql: `SELECT sum(imputed) = 0 FROM ${schema}.variable_summary`}, () => "") : gaps.join("\n")}

${
  describing.length === 0
    ? ""
    : `## Columns that describe the customers

{method} These columns say who the customers are. They enter no distance, so they form no group. Numbers and dates are published in bands, and values that few customers share become one level.

${describing.map(({label, header, type}) => `- **${plain(label)}** (${code(header)}, ${type === "date" ? "a date" : type === "text" ? "a text" : "a number"})`).join("\n")}`
}

${
  leftOut.length === 0
    ? ""
    : `## Columns that are not used {method}

${leftOut.map(({header, why}) => `- {method} ${header === "" ? "A column without a name" : code(header)}: ${ours(toldToReaders(why))}.`).join("\n")}`
}

## What was checked

{method} Types, ranges, gaps, spelling, keys and repeated rows. A value that cannot be true stops the build; one that is possible but outside the range of the first file is kept and noted. [All rules and what they found](../review/data-quality).
`);
}

export function nothingFailed(schema: string) {
  return {
    name: "nothing-failed",
    label: "No rule of the contract failed",
    about: [`${schema}.quality_rules`],
    sql: `SELECT bool_and(failed = 0) FROM ${schema}.quality_rules`,
  };
}

/** Why a column is not used. What stands in single cells is for the person who has the file, and is not published. */
function toldToReaders(why: string): string {
  return why.startsWith(partlyNumbers) ? partlyNumbers : why;
}

/** A header as code, or in quotes. */
function code(text: string): string {
  return isSaid(text) ? plain(text) : `<code>${plain(text).replaceAll(/[“”]/g, "")}</code>`;
}

/** How the variables are spread, and what goes with what. */
export async function explorationPage(facts: Facts, defined: Defined): Promise<PageFiles> {
  const {definition, variables, groups} = facts;
  const {id, schema} = definition;
  const page = draftPage(facts, defined, "exploration", "Exploration");
  const many = variables.length > MOST_SHOWN;
  const restricted = many && groups.length > 1 ? `, ${MOST_SHOWN}` : "";
  const [pair] =
    await facts.ask(`SELECT first_variable, second_variable, a.label AS one, b.label AS other, coefficient FROM ${schema}.correlations
    JOIN ${schema}.variables a ON a.name = first_variable JOIN ${schema}.variables b ON b.name = second_variable
    WHERE method = 'spearman' AND a.in_distances AND b.in_distances AND first_variable < second_variable AND coefficient IS NOT NULL
    ORDER BY abs(coefficient) DESC, first_variable, second_variable LIMIT 1`);
  const pairSentence =
    pair === undefined
      ? ""
      : `${await page.claim(
          `${plain(String(pair.one))} and ${plain(String(pair.other))} go together most${Number(pair.coefficient) < 0 ? ", in opposite directions" : ""}`,
          {
            name: "strongest-pair",
            label: `No pair of variables has a larger rank correlation than ${pair.one} and ${pair.other}`,
            about: [
              `${schema}.correlations WHERE method = 'spearman' AND first_variable = ${sqlText(String(pair.first_variable))} AND second_variable = ${sqlText(String(pair.second_variable))}`,
            ],
            sql: `SELECT abs(first(coefficient) FILTER (first_variable = ${sqlText(String(pair.first_variable))} AND second_variable = ${sqlText(String(pair.second_variable))})) >= max(abs(coefficient))${Number(pair.coefficient) < 0 ? ` AND first(coefficient) FILTER (first_variable = ${sqlText(String(pair.first_variable))} AND second_variable = ${sqlText(String(pair.second_variable))}) < 0` : ""}
FROM ${schema}.correlations WHERE method = 'spearman' AND first_variable <> second_variable AND first_variable IN (SELECT name FROM ${schema}.variables WHERE in_distances) AND second_variable IN (SELECT name FROM ${schema}.variables WHERE in_distances)`,
          },
        )}: their rank correlation is ${page.figure(
          "strongest-correlation",
          `Rank correlation of ${pair.one} and ${pair.other}`,
          `SELECT coefficient FROM ${schema}.correlations WHERE method = 'spearman' AND first_variable = ${sqlText(String(pair.first_variable))} AND second_variable = ${sqlText(String(pair.second_variable))}`,
          {format: ".2f"},
        )}.`;
  const tails = `FROM ${schema}.variable_summary s JOIN ${schema}.variables v ON v.name = s.variable WHERE v.in_distances`;
  const [{skewed}] = await facts.ask(`SELECT count(*) AS skewed ${tails} AND abs(s.skewness) > 1`);
  const spread =
    Number(skewed) === 0
      ? await page.claim("No variable has a long tail.", {
          name: "no-tails",
          label: "No variable has a skewness above one",
          about: [`${schema}.variables WHERE in_distances`],
          sql: `SELECT count(*) = 0 ${tails} AND abs(s.skewness) > 1`,
        })
      : `Variables with a long tail to one side: ${page.figure(
          "skewed",
          "Variables with a skewness above one",
          `SELECT count(*) ${tails} AND abs(s.skewness) > 1`,
          {format: ",d", unit: "variables"},
        )} of {{${id}.variables}}. Their mean is not what a customer in the middle has. {method}`;
  const legend = groups
    .map((group, i) => `<span class="segment-${i + 1}">{{${id}.${group.id}.name}}</span>`)
    .join("");
  const correlations =
    variables.length > 1 && (!many || groups.length > 1)
      ? page.chart(
          `Rank correlations above the diagonal, Pearson's below it${many ? `, for the variables that set the groups apart most` : ""} {method}`,
          "correlations",
          "correlationChart",
          `correlationChart(chapter${restricted})`,
        )
      : "";
  return page.finish(`${frontMatter(facts, "exploration")}
# How the variables are spread, and what goes with what

<div class="lead">

${spread} ${pairSentence}

</div>

[Back to the summary](./).

## Look at one variable

<div class="chart">

<p class="chart-title">${groups.length > 1 ? "Choose a variable to see its distribution in each group" : "Choose a variable to see its distribution"}</p>

\`\`\`js
import {describedPictures} from "../components/elements/describedPictures.js";
import {rowsFromColumns} from "../components/elements/rowsFromColumns.js";
import {SegmentHistogram} from "../components/plots/SegmentHistogram.js";

const [distributions, variables] = await Promise.all([
  FileAttachment("../data/${id}/distributions.json").json().then(rowsFromColumns),
  FileAttachment("../data/${id}/variables.json").json().then(rowsFromColumns),
]);
\`\`\`

\`\`\`js
const measured = variables.filter((v) => v.in_distances);
const variable = view(Inputs.select(measured, {label: "Variable", format: (v) => v.label, value: measured[0]}));
const heights = view(Inputs.radio(["Customers", "Shares"], {label: "Show", value: "Customers"}));
\`\`\`

\`\`\`js
const classes = distributions.filter((row) => row.variable === variable.name && row.customers !== null);
\`\`\`

\`\`\`js
display(
  classes.every(({customers}) => customers === 0) ? html\`<p class="hint">Counts below ten are withheld, and there are no others to draw.</p>\` :
  resize((width) =>
    describedPictures(
      SegmentHistogram(
        classes,
        {width, label: variable.unit === "" ? variable.label : \`\${variable.label} (\${variable.unit})\`, asShares: heights === "Shares"},
      ),
      \`Histogram of \${variable.label}${groups.length > 1 ? ", by group" : ""}\`,
    ),
  ),
);
\`\`\`

<div class="legend">${legend}</div>

</div>

${correlations === "" ? "" : `## What goes with what\n\n{method} Above the diagonal ranks are compared, so that one very large value decides nothing.\n\n${correlations}`}

${describingFilter(facts)}
`);
}

/** Customers chosen by the columns that describe, and what groups they are in. */
function describingFilter({definition: {id}, describing, groups}: Facts): string {
  if (describing.length === 0) return "";
  return `## Choose customers by what describes them

<div class="chart">

<p class="chart-title">${groups.length > 1 ? "Choose levels: which groups are these customers in?" : "Choose levels: how many customers have them?"}</p>

\`\`\`js
import {LevelFilter} from "../components/customers/LevelFilter.js";

const [levels, columns, segments] = await Promise.all([
  FileAttachment("../data/${id}/segment_levels.json").json().then(rowsFromColumns),
  FileAttachment("../data/${id}/describing_columns.json").json().then(rowsFromColumns),
  FileAttachment("../data/${id}/segments.json").json().then(rowsFromColumns),
]);
const pairs = () => FileAttachment("../data/${id}/level_pairs.json").json().then(rowsFromColumns);
display(LevelFilter(columns, segments, levels, pairs));
\`\`\`

</div>`;
}

/** What else could have been done to the data before the groups were looked for, and what that would change. */
export async function preparationPage(facts: Facts, defined: Defined): Promise<PageFiles> {
  const {definition, groups} = facts;
  const {id, schema} = definition;
  const page = draftPage(facts, defined, "preparation", "Preparation");
  if (groups.length === 1)
    return page.finish(`${frontMatter(facts, "preparation")}
# How the variables were prepared

{method} Gaps are filled with the median, and each variable is standardised: mean zero, standard deviation one. Nothing is taken out. There are no groups, so another preparation has none to change. [Back to the summary](./).
`);
  const chosen = `${schema}.preparations WHERE chosen AND preparation <> 'report'`;
  const extremes = await facts.ask(
    `SELECT preparation, label FROM ${chosen} ORDER BY adjusted_rand DESC, preparation`,
  );
  const agreement = (name: string, end: string, of: "min" | "max") =>
    page.figure(
      name,
      `${end} agreement of the groups after another preparation with those of the report`,
      `SELECT ${of}(adjusted_rand) FROM ${chosen}`,
      {format: ".2f"},
    );
  const least = () => agreement("preparation-least-agreement", "Least", "min");
  const same = await page.sentence(
    `Every other preparation that was tried gives nearly the same groups, with an agreement of at least ${least()}`,
    () => ".",
    {
      name: "preparations-agree",
      label: "The adjusted Rand index of the groups after each other preparation is at least 0.9",
      about: [chosen],
      sql: `SELECT bool_and(adjusted_rand >= 0.9) FROM ${chosen}`,
      evidence: "two methods",
    },
  );
  /** Names the preparation at one end, where it stands there alone. */
  const atEnd = (row: (typeof extremes)[number], end: "most" | "least") =>
    page.sentence(`“${String(row.label)}” changes the groups ${end}`, () => ".", {
      name: `preparation-${end}`,
      label: `No other preparation changes the groups as ${end === "most" ? "much" : "little"} as ${row.preparation}`,
      about: [`${chosen} AND preparation = ${sqlText(String(row.preparation))}`],
      sql: `SELECT first(adjusted_rand) FILTER (preparation = ${sqlText(String(row.preparation))}) ${end === "most" ? "< min" : "> max"}(adjusted_rand) FILTER (preparation <> ${sqlText(String(row.preparation))}) FROM ${chosen}`,
      evidence: "two methods",
    });
  const [first, last] = [extremes[0], extremes.at(-1)];
  const differ = async () =>
    first === undefined || last === undefined
      ? ""
      : `The agreement with the report's groups is between ${least()} and ${agreement("preparation-most-agreement", "Greatest", "max")}. ${await atEnd(last, "most")} ${await atEnd(first, "least")}`;
  return page.finish(`${frontMatter(facts, "preparation")}
# How firm the groups are against other ways to prepare the data

<div class="lead">

${same === "" ? await differ() : same}

</div>

[Back to the summary](./).

{method} The report fills gaps with the median and standardises each variable: mean zero, standard deviation one. It takes nothing out. Other preparations were run at build time, each followed by k-means. Agreement with the report's groups is the adjusted Rand index: \`1\` is the same division, \`0\` is chance.

${page.chart("How far other preparations agree with the report's groups {method}", "preparations", "preparationCharts", "...preparationCharts(chapter)")}

![How large the groups are after each preparation {method}](chart:${id}.preparation-sizes)

{method} No preparation is right in itself. Where several agree, the groups do not depend on the choice; where one differs, ask which question it answers.
`);
}
