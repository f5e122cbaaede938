import {smallestGroup} from "../chooseGroups.js";
import {
  codeText,
  type Defined,
  draftPage,
  type Facts,
  frontMatter,
  type PageDraft,
  type PageFiles,
  sqlText,
  statement,
  within,
} from "./draft.js";
import {groupFigures, portrait} from "./shared.js";

/** The summary: what was found, how clear it is, and where to read on. */
export async function summaryPage(facts: Facts, defined: Defined): Promise<PageFiles> {
  const {definition, groups, describing, hasAmounts, variables} = facts;
  const {schema, risk} = definition;
  const page = draftPage(facts, defined, "index", "Summary");
  const amounts = variables.filter(({unit}) => hasAmounts && unit === definition.currency).slice(0, 4);
  const shares = page.chart(
    `What each group has of the customers${amounts.length > 0 ? " and of the amounts" : ""} {method}`,
    "shares",
    "segmentCharts",
    `segmentShares(chapter, {${amounts.map(({name, label}) => `${name}: ${codeText(label)}`).join(", ")}})`,
  );
  const cards = await Promise.all(
    groups.map(async (group, i) => {
      const {name, customers, share} = groupFigures(facts, group.id);
      return `<div class="segment segment-${i + 1}" data-needs="${definition.id}.${group.id}.customers">

### ${name}

<p class="size">${customers} customers${groups.length > 1 ? `, ${share}` : ""}</p>

${await portrait(facts, page, group.id, 3)}

</div>`;
    }),
  );
  return page.finish(`${frontMatter(facts, "summary", false)}
<p class="eyebrow">{{${definition.id}.title}} · summary</p>

# ${await headline(facts, page)}

<div class="lead">

${await lead(facts, page)}

</div>

<div class="honesty">

${await clearness(facts, page)}

</div>

${groups.length > 1 ? shares : ""}

## ${groups.length > 1 ? "Who is in each group" : "What these customers are like"}

<div class="segments">

${cards.join("\n\n")}

</div>

[${groups.length > 1 ? "A portrait of each group" : "A portrait of the customers"}](./segments)${describing.length > 0 ? ", [who they are](./who)" : ""}, and [how the groups were looked for](./clustering).

${risk === undefined ? "" : await riskPart(facts, page)}

## What to do with this

{advice} A table cannot say what an offer costs or brings in. Show the lists to people who know the customers, and try what they propose on part of ${groups.length > 1 ? "a group" : "the list"} first. [Questions to ask, and ${groups.length > 1 ? "the list of each group" : "the list"}](./recommendations).

## How good are the data?

${await page.claim("The file keeps every rule of its contract", {
  name: "nothing-failed",
  label: "No rule of the contract failed",
  about: [`${schema}.quality_rules`],
  sql: `SELECT bool_and(failed = 0) FROM ${schema}.quality_rules`,
})}: ${page.figure("rules", "Rules of the contract", `SELECT count(*) FROM ${schema}.quality_rules`, {format: ",d"})} rules were checked. [What was found, and which columns are used](./data-quality). The report's [model card](./model-card) says what its models are for.
`);
}

async function headline(facts: Facts, page: PageDraft): Promise<string> {
  const {definition, groups, variables} = facts;
  const {schema} = definition;
  const k = `{{${definition.id}.k:Words}}`;
  if (groups.length === 1) {
    return page.claim("These customers form no distinct groups", noGroups(schema), () =>
      page.claim(
        "Apart from a few outliers, these customers form no distinct groups",
        onlyOutliers(schema),
        () => "One group of customers",
      ),
    );
  }
  const [first] = variables;
  return page.claim(
    `${k} groups of customers, set apart most by ${within(first.label, facts)}`,
    {
      name: "set-apart-by",
      label: `Of all variables, ${first.label} differs most between the groups`,
      about: [`${schema}.segment_tests WHERE variable = ${sqlText(first.name)}`],
      sql: `SELECT first(variable ORDER BY epsilon_squared DESC, variable) = ${sqlText(first.name)} FROM ${schema}.segment_tests`,
      evidence: "test",
    },
    () => `${k} groups of customers`,
  );
}

/** Where no number of groups separates the customers better than data without groups. */
function noGroups(schema: string) {
  return {
    name: "no-groups",
    label: "For no number of groups is the mean silhouette beyond the bound of data without groups",
    about: [`${schema}.silhouette_without_groups`],
    sql: `SELECT bool_and(silhouette <= bound_without_groups) FROM ${schema}.silhouette_without_groups`,
    evidence: "resampling",
  };
}

function onlyOutliers(schema: string) {
  return {
    name: "only-outliers",
    label:
      "Wherever the mean silhouette is above that of data without groups, one of the groups is a handful of customers",
    about: [`${schema}.silhouette_without_groups`],
    sql: `SELECT bool_and(w.silhouette <= w.bound_without_groups OR c.least < greatest(5, c.total / 100)) FROM ${schema}.silhouette_without_groups w
  JOIN (SELECT k, min(customers) AS least, sum(customers) AS total FROM ${schema}.k_clusters GROUP BY k) c USING (k)`,
    evidence: "resampling",
  };
}

async function lead(facts: Facts, page: PageDraft): Promise<string> {
  const {definition, groups} = facts;
  const {id, schema} = definition;
  const customers = `{{${id}.customers}}`;
  if (groups.length === 1)
    return `${customers} customers, described by {{${id}.variables}} variables, were divided into {{${id}.k-from}} to {{${id}.k-to}} groups. Each division was compared with divisions of random data that have no groups. {method} ${await page.claim("None of them separates the customers any better", noGroups(schema), () => page.claim("Where one of them does, it makes a group of a few outliers", onlyOutliers(schema)))}. This report describes all customers together. {method}`;
  const largest = await facts.ask(
    `SELECT segment, name FROM ${schema}.segments ORDER BY customers DESC, position LIMIT 1`,
  );
  const largestId = String(largest[0].segment);
  const {name, share} = groupFigures(facts, largestId);
  return [
    `${customers} customers fall into {{${id}.k}} groups, by {{${id}.variables}} variables of the file.`,
    `${await page.claim("These groups are further apart than those that random data without groups give", {
      name: "beyond-groupless",
      label: "The mean silhouette is beyond the bound of data without groups",
      about: [`${schema}.silhouette_without_groups WHERE k = (SELECT count(*) FROM ${schema}.segments)`],
      sql: `SELECT silhouette > bound_without_groups FROM ${schema}.silhouette_without_groups WHERE k = (SELECT count(*) FROM ${schema}.segments)`,
      evidence: "resampling",
    })}.`,
    await page.sentence(`The largest group is ${name}`, () => `, with ${share} of the customers.`, {
      name: "largest-group",
      label: `The group ${largestId} has more customers than any other`,
      about: [`${schema}.segments WHERE segment = ${sqlText(largestId)}`],
      sql: `SELECT customers > (SELECT max(customers) FROM ${schema}.segments WHERE segment <> ${sqlText(largestId)}) FROM ${schema}.segments WHERE segment = ${sqlText(largestId)}`,
    }),
  ]
    .filter((sentence) => sentence !== "" && sentence !== ".")
    .join(" ");
}

/** How far the groups are apart, in words that the mean silhouette decides. */
async function clearness({definition, groups}: Facts, page: PageDraft): Promise<string> {
  const {schema} = definition;
  if (groups.length === 1)
    return "{method} Any table can be cut into groups; this report shows only those that the data support. It still has the averages, the correlations and the list of customers.";
  const chosen = `${schema}.kmeans_sweep WHERE chosen`;
  const width = page.figure(
    "silhouette",
    "Mean silhouette of the groups",
    `SELECT silhouette FROM ${chosen}`,
    {
      format: ".2f",
    },
  );
  const bounds = [
    ["well-apart", "The groups are well apart", "silhouette >= 0.5"],
    ["overlap", "The groups overlap at their borders", "silhouette >= 0.25 AND silhouette < 0.5"],
    ["one-cloud", "The groups are slices of one cloud rather than islands", "silhouette < 0.25"],
  ] as const;
  for (const [name, sentence, condition] of bounds) {
    const found = await page.claim(sentence, {
      name,
      label: `${sentence}: the mean silhouette is ${condition.replaceAll("silhouette ", "").replaceAll(">=", "at least").replaceAll("<", "below").replaceAll(" AND", " and")}`,
      about: [chosen],
      sql: `SELECT ${condition} FROM ${chosen}`,
    });
    if (found !== "")
      return `${found}: the mean silhouette is ${width}, where \`1\` is islands and \`0\` is one cloud. Use the groups to decide how to address customers; one near a border may belong to either side. {advice}`;
  }
  return "";
}

async function riskPart(facts: Facts, page: PageDraft): Promise<string> {
  const {definition, groups} = facts;
  const {schema, risk} = definition;
  if (risk === undefined) return "";
  const share = page.figure(
    "risk.share",
    "Share of the customers with the outcome",
    `SELECT avg(CAST(high_risk AS INTEGER)) FROM ${schema}.customers`,
    {format: ".1%", unit: "%"},
  );
  const [worst] = await facts.ask(
    `SELECT segment FROM ${schema}.customers WHERE high_risk IS NOT NULL GROUP BY segment HAVING count(*) >= ${smallestGroup(1)} ORDER BY avg(CAST(high_risk AS INTEGER)) DESC, segment LIMIT 1`,
  );
  const most =
    groups.length > 1 && worst !== undefined
      ? await page.sentence(
          `It is most frequent in the group ${groupFigures(facts, String(worst.segment)).name}`,
          () => ".",
          {
            name: "risk.worst-group",
            label: `The outcome is most frequent in the group ${worst.segment}`,
            about: [`${schema}.customers WHERE high_risk IS NOT NULL`],
            sql: `SELECT first(share) FILTER (segment = ${sqlText(String(worst.segment))}) > max(share) FILTER (segment <> ${sqlText(String(worst.segment))}) FROM (SELECT segment, avg(CAST(high_risk AS INTEGER)) AS share FROM ${schema}.customers WHERE high_risk IS NOT NULL GROUP BY segment)`,
          },
        )
      : "";
  return `## The outcome

${statement(risk.sentence)}: this was observed for ${share} of the customers. ${most} [What goes with it, and how well a model predicts it](./risk).`;
}
