import {smallestCell} from "../../../publish/disclosure/withholdCells.js";
import {NOT_STATED} from "../../../source/describingValues.js";
import {
  codeText,
  type Defined,
  draftPage,
  type Facts,
  formatFor,
  frontMatter,
  type PageDraft,
  type PageFiles,
  plain,
  slug,
  sqlText,
  topic,
  within,
} from "./draft.js";
import {amountSign, publishedLevels, withheldEnds} from "./shared.js";

type Measure = Facts["variables"][number];
type Column = Facts["describing"][number];

/** Names of variables that readers will ask after by group. */
const asked = /score|rating|bonit|punkte|points/i;

/** Share of the variance between levels below which a variable is not worth a picture. */
const LEAST_BETWEEN = 0.01;

/** Each variable by age band, occupation and whatever else describes the customers; undefined where nothing does. */
export async function valuesByLevelPage(facts: Facts, defined: Defined): Promise<PageFiles | undefined> {
  const {definition, describing, variables} = facts;
  const {id, schema} = definition;
  if (describing.length === 0) return undefined;
  const page = draftPage(facts, defined, "values-by-level", "Values by profile");
  const score = variables.find(({label}) => asked.test(label));
  const parts = await Promise.all(
    describing.map(async (column) => {
      const [most] = await facts.ask(
        `SELECT measure, between_share FROM ${schema}.level_values WHERE variable = ${sqlText(column.name)} ORDER BY between_share DESC, measure LIMIT 1`,
      );
      const first = variables.find(({name}) => name === most?.measure);
      const shown = [
        ...new Set([...(score === undefined ? [] : [score]), ...(first === undefined ? [] : [first])]),
      ];
      const sections = await Promise.all(
        shown.map((measure) => measureByLevel(facts, page, column, measure, measure === first)),
      );
      return `## By ${topic(column, facts)}

${await nothingDiffers(facts, page, column)}

${sections.join("\n\n")}`;
    }),
  );
  return page.finish(`${frontMatter(facts, "values by profile")}
# The variables by what describes the customers

<div class="lead">

{method} The mean of a variable for each level of the columns that describe: a score by age band, an amount by occupation. Levels may differ because their customers differ in other ways.

</div>

[Back to the summary](./). [Who the customers are](./who).

## Look at one variable by one column

<div class="chart">

<p class="chart-title">Choose a variable and a column to see its means, with 95% intervals</p>

\`\`\`js
import {describedPictures} from "../components/elements/describedPictures.js";
import {rowsFromColumns} from "../components/elements/rowsFromColumns.js";
import {LevelMeans} from "../components/plots/LevelMeans.js";

const [values, columns, variables] = await Promise.all([
  FileAttachment("../data/${id}/level_values.json").json().then(rowsFromColumns),
  FileAttachment("../data/${id}/describing_columns.json").json().then(rowsFromColumns),
  FileAttachment("../data/${id}/variables.json").json().then(rowsFromColumns),
]);
\`\`\`

\`\`\`js
const measured = variables.filter((v) => v.in_distances);
const first = measured.find(({name}) => name === ${codeText((score ?? variables[0]).name)}) ?? measured[0];
const variable = view(Inputs.select(measured, {label: "Variable", format: (v) => v.label, value: first}));
const column = view(Inputs.select(columns, {label: "By", format: (c) => c.label, value: columns[0]}));
\`\`\`

\`\`\`js
display(
  resize((width) =>
    describedPictures(
      LevelMeans(
        values
          .filter((row) => row.measure === variable.name && row.variable === column.name && row.mean !== null)
          .map((row) => ({...row, name: row.level})),
        variable.unit === "" ? variable.label : \`\${variable.label} (\${variable.unit})\`,
        {width},
      ),
      \`Means of \${variable.label} by \${column.label}\`,
    ),
  ),
);
\`\`\`

</div>

${parts.join("\n\n")}
`);
}

function nothingDiffers(facts: Facts, page: PageDraft, column: Column): Promise<string> {
  const {schema} = facts.definition;
  const rows = `${schema}.level_values WHERE variable = ${sqlText(column.name)}`;
  return page.sentence(`No variable differs much by ${topic(column, facts)}`, () => ".", {
    name: `level-none-${slug(column.name)}`,
    label: `For no variable is more than a hundredth of the variance between the levels of ${column.label}`,
    about: [rows],
    sql: `SELECT max(between_share) < ${LEAST_BETWEEN} FROM ${rows}`,
  });
}

/** What one variable is like for the levels of one column, in a sentence and a chart. */
async function measureByLevel(
  facts: Facts,
  page: PageDraft,
  column: Column,
  measure: Measure,
  isFirst: boolean,
): Promise<string> {
  const {schema} = facts.definition;
  const of = `variable = ${sqlText(column.name)} AND measure = ${sqlText(measure.name)}`;
  const rows = `${schema}.level_values WHERE ${of} AND customers >= ${smallestCell} AND level <> ${sqlText(NOT_STATED)}`;
  const levels = await facts.ask(
    `SELECT level, between_share FROM ${rows} ORDER BY mean DESC, level_position`,
  );
  const [high, low] = [levels[0], levels.at(-1)];
  if (high === undefined || low === undefined || levels.length < 2) return "";
  if (Number(high.between_share) < LEAST_BETWEEN && !asked.test(measure.label)) return "";
  const name = `${slug(measure.name)}-by-${slug(column.name)}`;
  const [highest, lowest] = [String(high.level), String(low.level)];
  const quoted = (level: string) => `“${plain(level).replaceAll(/[“”]/g, "")}”`;
  const value = (end: string, level: string) =>
    amountSign(facts, measure.unit) +
    page.figure(
      `level-${end}-${name}`,
      `Mean of ${measure.label} where ${column.label} is “${level}”`,
      `SELECT mean FROM ${schema}.level_values WHERE ${of} AND level = ${sqlText(level)}`,
      {format: formatFor(measure.overall), unit: measure.unit},
    );
  const lead = isFirst
    ? await page.sentence(
        `The variable that differs most by ${topic(column, facts)} is ${within(measure.label, facts)}`,
        () => ".",
        {
          name: `level-most-${slug(column.name)}`,
          label: `Of all variables, ${measure.label} has the largest share of its variance between the levels of ${column.label}`,
          about: [rows],
          sql: `SELECT first(measure ORDER BY between_share DESC, measure) = ${sqlText(measure.name)} FROM ${schema}.level_values WHERE variable = ${sqlText(column.name)}`,
        },
      )
    : "";
  const meanOf = (level: string) => `first(mean) FILTER (level = ${sqlText(level)})`;
  const published = await publishedLevels(facts, "level_values", of);
  const isTold = published.has(highest) && published.has(lowest);
  const order = !isTold
    ? ""
    : await page.claim(
        `The mean of ${within(measure.label, facts)} is highest for ${quoted(highest)} and lowest for ${quoted(lowest)}`,
        {
          name: `level-order-${name}`,
          label: `Of the levels of ${column.label}, “${highest}” has the highest mean of ${measure.label} and “${lowest}” the lowest`,
          about: [rows],
          sql: `SELECT ${meanOf(highest)} > max(mean) FILTER (level <> ${sqlText(highest)}) AND ${meanOf(lowest)} < min(mean) FILTER (level <> ${sqlText(lowest)}) FROM ${rows}`,
        },
      );
  const overlap = (sign: string) =>
    `SELECT first(mean_low) FILTER (level = ${sqlText(highest)}) ${sign} first(mean_high) FILTER (level = ${sqlText(lowest)}) FROM ${rows}`;
  const apart =
    order === ""
      ? ""
      : await page.claim(
          "the intervals of the two do not overlap",
          {
            name: `level-apart-${name}`,
            label: `The 95% intervals of the mean of ${measure.label} for “${highest}” and “${lowest}” do not overlap`,
            about: [rows],
            sql: overlap(">"),
            evidence: "test",
          },
          () =>
            page.claim("their intervals overlap, so the order may be chance", {
              name: `level-overlap-${name}`,
              label: `The 95% intervals of the mean of ${measure.label} for “${highest}” and “${lowest}” overlap`,
              about: [rows],
              sql: overlap("<="),
              evidence: "test",
            }),
        );
  const sentence = !isTold
    ? withheldEnds
    : order === ""
      ? ""
      : `${order}: ${value("high", highest)} against ${value("low", lowest)}; ${apart}.`;
  const chart = page.chart(
    `Mean of ${within(measure.label, facts)} by ${topic(column, facts)}, with 95% intervals {method}`,
    `values-${name}`,
    "describingCharts",
    `levelMeans(chapter, ${codeText(column.name)}, ${codeText(column.label)}, ${codeText(measure.name)}, ${codeText(measure.label)})`,
  );
  return `${lead} ${sentence}\n\n${chart}`;
}
