import {isBirth} from "../profileColumns.js";
import {
  codeText,
  type Defined,
  draftPage,
  type Facts,
  formatFor,
  frontMatter,
  MOST_SHOWN,
  type PageDraft,
  type PageFiles,
  plain,
  slug,
  sqlText,
  topic,
} from "./draft.js";
import {groupFigures, portrait} from "./shared.js";

/** How the groups were looked for, how the number was chosen, and how firm they are. */
export async function clusteringPage(facts: Facts, defined: Defined): Promise<PageFiles> {
  const {definition, groups, variables} = facts;
  const {id, schema} = definition;
  const page = draftPage(facts, defined, "clustering", "Clustering");
  const tried = `{{${id}.k-from}} to {{${id}.k-to}}`;
  const sampled = Number(
    (await facts.ask(`SELECT value AS n FROM ${schema}.parameters WHERE name = 'compared_customers'`))[0].n,
  );
  const total = Number((await facts.ask(`SELECT count(*) AS n FROM ${schema}.customers`))[0].n);
  const sample =
    sampled === total
      ? ""
      : `{method} There are too many customers to compare each one with every other. Silhouettes, Ward's tree and the resamples use ${page.figure("compared", "Customers who are compared in pairs", `SELECT value FROM ${schema}.parameters WHERE name = 'compared_customers'`, {format: ",d", unit: "customers"})} customers drawn with a fixed seed; a mean over them is accurate to about a hundredth. The groups themselves, their sizes and their means use all customers.`;
  const silhouette = page.chart(
    "Mean silhouette by number of groups: higher is better separated {method}",
    "silhouette",
    "sweepChart",
    'sweepChart(chapter, "silhouette")',
  );
  const inertia = page.chart(
    "Inertia by number of groups: how much of the differences stays within the groups {method}",
    "inertia",
    "sweepChart",
    'sweepChart(chapter, "inertia")',
  );
  const without = page.chart(
    "Mean silhouette of these customers, and the bound that random data without groups stay below {method}",
    "groupless",
    "grouplessChart",
    "grouplessChart(chapter)",
  );
  const {text: why, byRule} =
    groups.length === 1 ? {text: await noneFound(facts, page), byRule: true} : await whyThese(facts, page);
  return page.finish(`${frontMatter(facts, "clustering")}
# ${groups.length === 1 ? "How groups were looked for" : `Why {{${id}.k}} groups`}

<div class="lead">

${why}

</div>

[Back to the summary](./).

{method} k-means was run on {{${id}.variables}} standardised variables, for each number of groups from ${tried}, with ${page.figure("restarts", "Random starts for each number of groups", `SELECT value FROM ${schema}.parameters WHERE name = 'restarts'`, {format: ",d"})} random starts each. A number of groups counts only if its mean silhouette is beyond what random data without groups reach (drawn from one normal distribution with the same correlations), and if each group has more than a few customers.${byRule ? " Of the numbers that count, the report takes the one with the largest mean silhouette. If none counts, there are no groups." : " The definition sets the number of groups."}

${sample}

${inertia}

${silhouette}

${without}

${groups.length === 1 ? "" : await firmness(facts, page)}

## Directions in which customers differ {method}

${await components(facts, page, variables.length)}
`);
}

async function noneFound({definition: {schema}}: Facts, page: PageDraft): Promise<string> {
  const none = await page.claim(
    "No number of groups separates these customers better than random data without groups",
    {
      name: "no-groups",
      label: "For no number of groups is the mean silhouette beyond the bound of data without groups",
      about: [`${schema}.silhouette_without_groups`],
      sql: `SELECT bool_and(silhouette <= bound_without_groups) FROM ${schema}.silhouette_without_groups`,
      evidence: "resampling",
    },
  );
  const outliers = await page.claim(
    "Wherever the customers do separate, one of the groups is just a few outliers",
    {
      name: "only-outliers",
      label:
        "Wherever the mean silhouette is above that of data without groups, one of the groups is a handful of customers",
      about: [`${schema}.silhouette_without_groups`],
      sql: `SELECT bool_and(w.silhouette <= w.bound_without_groups OR c.least < greatest(5, c.total / 100)) FROM ${schema}.silhouette_without_groups w
  JOIN (SELECT k, min(customers) AS least, sum(customers) AS total FROM ${schema}.k_clusters GROUP BY k) c USING (k)`,
      evidence: "resampling",
    },
  );
  return `${none === "" ? outliers : none}.`;
}

/** Why there are as many groups; `byRule` is false where the definition asks for another number than the rule would take. */
async function whyThese(
  {definition: {id, schema}}: Facts,
  page: PageDraft,
): Promise<{text: string; byRule: boolean}> {
  const chosen = `${schema}.kmeans_sweep WHERE chosen`;
  const best = await page.claim(
    `{{${id}.k:Words}} groups have the largest mean silhouette`,
    {
      name: "best-silhouette",
      label: "No other number of groups that was tried has a larger mean silhouette",
      about: [chosen],
      sql: `SELECT first(silhouette) FILTER (chosen) >= max(silhouette) FROM ${schema}.kmeans_sweep`,
    },
    () =>
      page.claim(
        `Another number of groups has a larger mean silhouette, but is no better than random data without groups or makes a group of a few outliers`,
        {
          name: "best-of-those-that-count",
          label:
            "Each number of groups with a larger mean silhouette is not above data without groups, or has a handful of customers as a group",
          about: [chosen],
          sql: `SELECT bool_and(w.silhouette <= w.bound_without_groups OR c.least < greatest(5, c.total / 100)) FROM ${schema}.kmeans_sweep s JOIN ${schema}.silhouette_without_groups w USING (k)
  JOIN (SELECT k, min(customers) AS least, sum(customers) AS total FROM ${schema}.k_clusters GROUP BY k) c USING (k)
  WHERE s.silhouette > (SELECT silhouette FROM ${chosen})`,
          evidence: "resampling",
        },
      ),
  );
  const next = page.figure(
    "next-silhouette",
    "Largest mean silhouette of another number of groups",
    `SELECT max(silhouette) FROM ${schema}.kmeans_sweep WHERE NOT chosen`,
    {format: ".3f"},
  );
  const own = page.figure(
    "own-silhouette",
    "Mean silhouette of the groups among all numbers of groups",
    `SELECT first(silhouette) FILTER (chosen) FROM ${schema}.kmeans_sweep`,
    {format: ".3f"},
  );
  const better =
    best === ""
      ? await page.claim("Another number of groups separates the customers better", {
          name: "another-better",
          label: "Another number of groups that was tried has a larger mean silhouette",
          about: [chosen],
          sql: `SELECT first(silhouette) FILTER (chosen) < max(silhouette) FILTER (NOT chosen) FROM ${schema}.kmeans_sweep`,
        })
      : "";
  if (better !== "")
    return {
      text: `${better}: its mean silhouette is ${next}, against ${own} for the {{${id}.k}} groups of the definition.`,
      byRule: false,
    };
  const clear = await page.claim(
    "The choice is clear",
    {
      name: "clear-choice",
      label: "No other number of groups comes within two hundredths of the mean silhouette",
      about: [chosen],
      sql: `SELECT first(silhouette) FILTER (chosen) - max(silhouette) FILTER (NOT chosen) > 0.02 FROM ${schema}.kmeans_sweep`,
    },
    () =>
      page.claim("The choice is not clear", {
        name: "unclear-choice",
        label: "Another number of groups comes within two hundredths of the mean silhouette, or is above it",
        about: [chosen],
        sql: `SELECT first(silhouette) FILTER (chosen) - max(silhouette) FILTER (NOT chosen) <= 0.02 FROM ${schema}.kmeans_sweep`,
      }),
  );
  return {
    text: `${best}. ${clear}: the mean silhouette is ${own}, against ${next} for the runner-up.`,
    byRule: true,
  };
}

async function firmness(facts: Facts, page: PageDraft): Promise<string> {
  const {definition, groups} = facts;
  const {schema} = definition;
  const stability = await facts.ask(
    `SELECT segment, jaccard FROM ${schema}.stability ORDER BY jaccard, segment`,
  );
  const weakest = String(stability[0].segment);
  const all = await page.claim(
    "Every group is found again in other samples",
    {
      name: "all-stable",
      label: "The mean Jaccard index of every group over the resamples is above 0.85",
      about: [`${schema}.stability`],
      sql: `SELECT bool_and(jaccard > 0.85) FROM ${schema}.stability`,
      evidence: "resampling",
    },
    () =>
      page.claim(
        "At least one group is not reliable",
        {
          name: "some-unstable",
          label: "The mean Jaccard index of a group over the resamples is below 0.6",
          about: [`${schema}.stability`],
          sql: `SELECT bool_or(jaccard < 0.6) FROM ${schema}.stability`,
          evidence: "resampling",
        },
        () =>
          page.claim("The groups are found again in other samples, some less surely than others", {
            name: "mostly-stable",
            label: "The mean Jaccard index of every group is at least 0.6, of some not above 0.85",
            about: [`${schema}.stability`],
            sql: `SELECT bool_and(jaccard >= 0.6) AND bool_or(jaccard <= 0.85) FROM ${schema}.stability`,
            evidence: "resampling",
          }),
      ),
  );
  const least = page.figure(
    "least-jaccard",
    "Mean Jaccard index of the group that is found again least surely",
    `SELECT min(jaccard) FROM ${schema}.stability`,
    {format: ".2f"},
  );
  const ward = page.figure(
    "ward-agreement",
    "Adjusted Rand index of the groups against Ward's tree",
    `SELECT value FROM ${schema}.parameters WHERE name = 'adjusted_rand_kmeans_ward'`,
    {format: ".2f"},
  );
  const agree = await page.claim(
    "A second method, Ward's tree, gives nearly the same groups",
    {
      name: "ward-agrees",
      label: "The adjusted Rand index of k-means and Ward's tree is above 0.8",
      about: [`${schema}.parameters WHERE name = 'adjusted_rand_kmeans_ward'`],
      sql: `SELECT value > 0.8 FROM ${schema}.parameters WHERE name = 'adjusted_rand_kmeans_ward'`,
      evidence: "two methods",
    },
    () =>
      page.claim("A second method, Ward's tree, agrees only in part", {
        name: "ward-partly",
        label: "The adjusted Rand index of k-means and Ward's tree is at most 0.8",
        about: [`${schema}.parameters WHERE name = 'adjusted_rand_kmeans_ward'`],
        sql: `SELECT value <= 0.8 FROM ${schema}.parameters WHERE name = 'adjusted_rand_kmeans_ward'`,
        evidence: "two methods",
      }),
  );
  return `## How firm the groups are

${all}: the Jaccard index of ${await page.claim(
    `the group ${groupFigures(facts, weakest).name}, the lowest`,
    {
      name: "least-stable-group",
      label: `No group has a lower mean Jaccard index than ${weakest}`,
      about: [`${schema}.stability WHERE segment = ${sqlText(weakest)}`],
      sql: `SELECT first(segment ORDER BY jaccard, segment) = ${sqlText(weakest)} FROM ${schema}.stability`,
      evidence: "resampling",
    },
  )}, is ${least}. Customers were drawn at random with replacement and grouped again, many times. {method} The index says how much of a group is found again: above \`0.85\` it is very stable, below \`0.6\` not reliable. {method}

${page.chart("How surely each group is found again {method}", "stability", "segmentCharts", "segmentStability(chapter)")}

${agree}: the adjusted Rand index is ${ward}. At \`1\` the two would be identical. {method}

${groups.length <= 6 ? page.chart("The groups against the clusters of Ward's tree {method}", "agreement", "segmentCharts", "wardAgreement(chapter)") : ""}`;
}

async function components(
  {definition: {id, schema}}: Facts,
  page: PageDraft,
  variables: number,
): Promise<string> {
  if (variables < 2) return "{method} There is only one variable.";
  const first = page.figure(
    "two-components",
    "Share of the variance in the first two principal components",
    `SELECT max(cumulative_share) FROM ${schema}.components WHERE component <= 2`,
    {format: ".0%", unit: "%"},
  );
  return `{method} The first two principal components hold ${first} of the variance; the picture shows customers by them, in the colours of their groups.

<div class="chart">

\`\`\`js
import {rowsFromColumns} from "../components/elements/rowsFromColumns.js";
import {ClusterScatter} from "../components/plots/ClusterScatter.js";

const [scores, segments, customers] = await Promise.all([
  FileAttachment("../data/${id}/component_scores.json").json(),
  FileAttachment("../data/${id}/segments.json").json().then(rowsFromColumns),
  FileAttachment("../data/${id}/customers.json").json(),
]);
const step = Math.ceil(scores.row_number.length / 1500);
const some = scores.row_number.map((_, i) => i).filter((i) => i % step === 0);
const sample = {
  component_1: some.map((i) => scores.component_1[i]),
  component_2: some.map((i) => scores.component_2[i]),
  kmeans_cluster: some.map((i) => customers.kmeans_cluster[i]),
};
const axis = (name, label) => ({name, label, unit: "standard deviations"});
\`\`\`

\`\`\`js
display(
  resize((width) =>
    ClusterScatter(sample, {
      width,
      x: axis("component_1", "First component"),
      y: axis("component_2", "Second component"),
      scale: "linear",
      color: (row) => \`var(--segment-\${sample.kmeans_cluster[row]})\`,
      describe: (row) => segments[sample.kmeans_cluster[row] - 1].name,
    }),
  ),
);
\`\`\`

</div>`;
}

/** What each group is like. */
export async function segmentsPage(facts: Facts, defined: Defined): Promise<PageFiles> {
  const {definition, groups, variables} = facts;
  const {id} = definition;
  const page = draftPage(facts, defined, "segments", "Segments");
  const most = variables.length > MOST_SHOWN && groups.length > 1 ? `, ${MOST_SHOWN}` : "";
  const profile =
    groups.length > 1
      ? page.chart(
          `How far each group is from the average customer${most === "" ? "" : `, in the variables that differ most`} {method}`,
          "profiles",
          "segmentCharts",
          `segmentProfiles(chapter${most})`,
        )
      : "";
  const parts = await Promise.all(
    groups.map(async (group, i) => {
      const {name, customers, share} = groupFigures(facts, group.id);
      return `<div class="segment segment-${i + 1}" data-needs="${id}.${group.id}.customers">

## ${name}

<p class="size">${customers} customers${groups.length > 1 ? `, ${share}` : ""}</p>

${await portrait(facts, page, group.id, 8)}

<a href="../data/${id}/targets/${group.id}.csv" download>The list of their pseudonyms (CSV)</a>

</div>`;
    }),
  );
  return page.finish(`${frontMatter(facts, "segments")}
# ${groups.length > 1 ? "What sets each group apart" : "What these customers are like"}

<div class="lead">

${groups.length > 1 ? "{method} A name says what stands out in a group, not what each member does. Under each name come the variable that it was named after and those in which the group is furthest from the average customer." : "{method} The averages of the variables, over all customers."}

</div>

[Back to the summary](./). [How the groups were looked for](./clustering).

${profile}

${parts.join("\n\n")}
`);
}

/** Who the groups are, by the columns that describe; undefined where there are none. */
export async function whoPage(facts: Facts, defined: Defined): Promise<PageFiles | undefined> {
  const {definition, describing, groups} = facts;
  const {schema} = definition;
  if (describing.length === 0) return undefined;
  const page = draftPage(facts, defined, "who", "Who they are");
  const parts = await Promise.all(
    describing.map(async ({name, label, kind}) => {
      const tests = await facts.ask(
        `SELECT method FROM ${schema}.describing_tests WHERE variable = ${sqlText(name)}`,
      );
      const differ =
        groups.length > 1 && tests.length > 0 ? await difference(facts, page, {name, label, kind}) : "";
      const medians = kind === "text" ? "" : await medianSentences(facts, page, {name, label, kind});
      const counts = await levelCounts(facts, page, {name, label, kind});
      return `## ${plain(label)}

${differ}

${medians}

${counts}`;
    }),
  );
  return page.finish(`${frontMatter(facts, "who they are")}
# Who the customers are

<div class="lead">

${groups.length > 1 ? "{method} These columns did not form the groups. Where the groups differ in them, that is a finding, and a test says how likely it is to be chance. The tests are corrected for their number (Holm)." : "{method} These columns describe the customers; they were not used to look for groups."}

</div>

[Back to the summary](./). [The variables by age, occupation and whatever else describes the customers](./values-by-level). The data of each chart hold the shares with their intervals; counts below ten are withheld. {method}

${parts.join("\n\n")}
`);
}

async function difference(facts: Facts, page: PageDraft, {name, label, kind}: Described): Promise<string> {
  const {schema} = facts.definition;
  const what = topic({label, kind}, facts);
  const about = [`${schema}.describing_tests WHERE variable = ${sqlText(name)}`];
  const effect = page.figure(
    `effect-${slug(name)}`,
    `Size of the difference between the groups in ${label}`,
    `SELECT effect FROM ${schema}.describing_tests WHERE variable = ${sqlText(name)}`,
    {format: ".2f", definition: "ε² for numbers and dates, Cramér's V for texts; from 0 to 1"},
  );
  const found = await page.claim(
    `The groups differ in ${what}`,
    {
      name: `differ-${slug(name)}`,
      label: `The groups differ in ${label} by more than chance (corrected p below 0.05)`,
      about,
      sql: `SELECT adjusted_p_value < 0.05 FROM ${schema}.describing_tests WHERE variable = ${sqlText(name)}`,
      evidence: "test",
    },
    () =>
      page.claim(`The test finds no difference between the groups in ${what}`, {
        name: `alike-${slug(name)}`,
        label: `A difference between the groups in ${label} may be chance (corrected p of 0.05 or more)`,
        about,
        sql: `SELECT adjusted_p_value >= 0.05 FROM ${schema}.describing_tests WHERE variable = ${sqlText(name)}`,
        evidence: "test",
      }),
  );
  const differs = found.endsWith(`(claim:${page.id(`differ-${slug(name)}`)})`);
  const size = !differs
    ? ""
    : await page.claim(
        "the difference is large",
        sizeClaim(schema, name, label, "large", "effect >= 0.3"),
        () =>
          page.claim(
            "the difference is moderate",
            sizeClaim(schema, name, label, "moderate", "effect >= 0.1 AND effect < 0.3"),
            () =>
              page.claim("the difference is small", sizeClaim(schema, name, label, "small", "effect < 0.1")),
          ),
      );
  return `${found}${size === "" ? "" : `; ${size}`}. The size of the difference is ${effect}, where \`0\` is none and \`1\` the largest possible. {method}`;
}

function sizeClaim(schema: string, name: string, label: string, size: string, condition: string) {
  return {
    name: `size-${size}-${slug(name)}`,
    label: `The size of the difference in ${label} is ${size}: ${condition.replaceAll("effect ", "").replaceAll(">=", "at least").replaceAll("<", "below").replaceAll(" AND", " and")}`,
    about: [`${schema}.describing_tests WHERE variable = ${sqlText(name)}`],
    sql: `SELECT ${condition} FROM ${schema}.describing_tests WHERE variable = ${sqlText(name)}`,
    evidence: "test",
  };
}

type Described = Facts["describing"][number];

/** The chart of a column's levels; where each level has a group of fewer than ten, a sentence that says so. */
async function levelCounts(facts: Facts, page: PageDraft, {name, label, kind}: Described): Promise<string> {
  const {schema} = facts.definition;
  const levels = `${schema}.segment_levels WHERE variable = ${sqlText(name)} AND segment <> 'all'`;
  const withheld = await page.sentence(
    `For each level of ${topic({label, kind}, facts)}, at least one group has fewer than ten customers`,
    () => ": the counts are withheld. {method}",
    {
      name: `withheld-${slug(name)}`,
      label: `For each level of ${label} at least one count is withheld`,
      about: [levels],
      sql: `SELECT bool_and(withheld > 0) FROM (SELECT count(*) FILTER (customers IS NULL) AS withheld FROM ${levels} GROUP BY level)`,
    },
  );
  return withheld === ""
    ? page.chart(
        `Customers by ${topic({label, kind}, facts)}${facts.groups.length > 1 ? ", and the groups that they are in" : ""} {method}`,
        `levels-${slug(name)}`,
        "describingCharts",
        `levelSegments(chapter, ${codeText(name)}, ${codeText(label)})`,
      )
    : withheld;
}

async function medianSentences(
  facts: Facts,
  page: PageDraft,
  {name, label, kind}: Described,
): Promise<string> {
  const {definition, groups} = facts;
  const {schema, contract} = definition;
  const unit = contract.columns.find((column) => column.name === name)?.unit ?? "";
  const after = unit === "years" ? " years" : "";
  const [{middle}] = await facts.ask(
    `SELECT median AS middle FROM ${schema}.segment_numbers WHERE variable = ${sqlText(name)} AND segment = 'all'`,
  );
  const isYear = unit === "" && Number(middle) >= 1900 && Number(middle) <= 2100;
  const median = (segment: string) =>
    page.figure(
      `${segment}.median-${slug(name)}`,
      `Median of ${label} in ${segment === "all" ? "all customers" : `the group ${segment}`}`,
      `SELECT median FROM ${schema}.segment_numbers WHERE variable = ${sqlText(name)} AND segment = ${sqlText(segment)}`,
      {format: isYear ? ".0f" : formatFor(Number(middle))},
    );
  const ofGroups =
    groups.length === 1
      ? ""
      : `; ${groups.map((group) => `${groupFigures(facts, group.id).name}: ${median(group.id)}`).join("; ")}`;
  const header = contract.columns.find((column) => column.name === name)?.header ?? "";
  const what =
    kind !== "date"
      ? "Median in the whole file"
      : `Median ${isBirth(header) ? "age" : "time since then"}, in the whole file`;
  return `${what}: ${median("all")}${after}${ofGroups}.`;
}
