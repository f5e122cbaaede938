import {integer, table, text} from "../../../engine/tables/publishedTable.js";
import {withholdCells} from "../../../publish/disclosure/withholdCells.js";
import {type Facts, formatFor, type PageDraft, plain, slug, sqlText} from "./draft.js";

/** What is said in place of the highest and lowest levels where the site withholds one of these. */
export const withheldEnds =
  "Neither the highest nor the lowest is named here: one of them is withheld, as it would give away a level with few customers. {method}";

/**
 * The levels of one column whose numbers the site publishes: each has ten customers or more, and gives away no level that has
 * fewer.
 *
 * @param name the table, each of whose rows has a level and its customers
 */
export async function publishedLevels(
  facts: Facts,
  name: "label_by_level" | "level_values",
  where: string,
): Promise<Set<string>> {
  const rows = await facts.ask(
    `SELECT level, customers FROM ${facts.definition.schema}.${name} WHERE ${where}`,
  );
  const {columns} = withholdCells(
    table(name, "", rows, [
      text("level", "", ({level}) => String(level)),
      integer("customers", "", ({customers}) => Number(customers)),
    ]),
  ).table;
  const [levels, customers] = columns.map(({values}) => Array.from(values));
  return new Set(levels.filter((_, row) => customers[row] !== null).map(String));
}

/** Quotes the sign of the currency before an amount; nothing before other values. */
export function amountSign({definition}: Facts, unit: string): string {
  return unit !== "" && unit === definition.currency ? `{{${definition.id}.currency}}` : "";
}

/** The figures that several pages quote: `figures.sql` in the chapter's folder. */
export function sharedFigures({definition, groups, hasAmounts}: Facts): string {
  const {id, schema} = definition;
  const currency = `
-- figure: ${id}.currency
-- label: Sign of the currency
SELECT currency || CASE WHEN regexp_matches(currency, '[A-Za-z.]$') THEN chr(160) ELSE '' END FROM ${schema}.chapter;
`;
  return `-- Figures that several pages of the chapter quote. Each is one value from the published tables.

-- figure: ${id}.title
-- label: Title of the chapter
SELECT title FROM ${schema}.chapter;

-- figure: ${id}.customers
-- label: Customers
-- unit: customers
-- format: ,d
SELECT count(*) FROM ${schema}.customers;

-- figure: ${id}.k
-- label: Groups
-- unit: groups
-- format: words
SELECT count(*) FROM ${schema}.segments;

-- figure: ${id}.k-from
-- label: Smallest number of groups that was tried
-- format: words
SELECT value FROM ${schema}.parameters WHERE name = 'k_from';

-- figure: ${id}.k-to
-- label: Largest number of groups that was tried
-- format: words
SELECT value FROM ${schema}.parameters WHERE name = 'k_to';

-- figure: ${id}.variables
-- label: Variables that enter the distances
-- unit: variables
-- format: ,d
SELECT value FROM ${schema}.parameters WHERE name = 'variables';
${hasAmounts ? currency : ""}
-- each group: ${groups.map((group) => group.id).join(" ")}
-- figure: ${id}.{group}.name
-- label: Name of the group {group}
SELECT name FROM ${schema}.segments WHERE segment = '{group}';

-- figure: ${id}.{group}.customers
-- label: Customers of the group {group}
-- unit: customers
-- format: ,d
SELECT customers FROM ${schema}.segments WHERE segment = '{group}';

-- figure: ${id}.{group}.share
-- label: Share of the customers who are in the group {group}
-- unit: %
-- format: .0%
SELECT share FROM ${schema}.segments WHERE segment = '{group}';
`;
}

/** Quotes the name, the number and the share of a group. */
export function groupFigures({definition: {id}}: Facts, group: string) {
  return {
    name: `{{${id}.${group}.name}}`,
    customers: `{{${id}.${group}.customers}}`,
    share: `{{${id}.${group}.share}}`,
  };
}

/**
 * What sets a group apart: a list of the variable that it is named after and those in which it is farthest from the average
 * customer, each with its mean, the mean of all, and where it stands among the groups.
 */
export async function portrait(facts: Facts, page: PageDraft, group: string, most: number): Promise<string> {
  const {schema, segments} = facts.definition;
  const namedAfter = segments.find(({id}) => id === group)?.variable ?? "";
  const rows = await facts.ask(`SELECT variable, mean, overall_mean FROM ${schema}.segment_profiles
    WHERE segment = ${sqlText(group)} AND centroid IS NOT NULL ORDER BY variable = ${sqlText(namedAfter)} DESC, abs(centroid) DESC, variable LIMIT ${most}`);
  const items = await Promise.all(
    rows.map(async ({variable, mean, overall_mean: overall}) => {
      const name = String(variable);
      const rule = facts.variables.find((other) => other.name === name);
      if (rule === undefined) return "";
      const {label, unit} = rule;
      const sign = amountSign(facts, unit);
      const meanOf = (value: string, whose: string, sql: string) =>
        page.figure(`${value}.mean-${slug(name)}`, `Mean of ${label}, ${whose}`, sql, {
          format: formatFor(Number(overall)),
          unit,
        });
      const own = meanOf(
        group,
        `group ${group}`,
        `SELECT mean FROM ${schema}.segment_profiles WHERE variable = ${sqlText(name)} AND segment = ${sqlText(group)}`,
      );
      const all = () =>
        meanOf(
          "all",
          "all customers",
          `SELECT mean FROM ${schema}.variable_summary WHERE variable = ${sqlText(name)}`,
        );
      const ofGroup = `${schema}.segment_profiles WHERE variable = ${sqlText(name)} AND segment = ${sqlText(group)}`;
      const isHigh = Number(mean) > Number(overall);
      const end = isHigh ? "highest" : "lowest";
      const ofTwo = isHigh ? "above the other group" : "below the other group";
      const standing = await page.claim(
        facts.groups.length === 2 ? ofTwo : `the ${end} of all groups`,
        {
          name: `${group}.${end}-${slug(name)}`,
          label: `The mean of ${label} is ${end} in the group ${group}`,
          about: [ofGroup],
          sql: `SELECT first(mean) FILTER (segment = ${sqlText(group)}) ${isHigh ? "> max" : "< min"}(mean) FILTER (segment <> ${sqlText(group)}) FROM ${schema}.segment_profiles WHERE variable = ${sqlText(name)}`,
        },
        () =>
          page.claim(
            "close to that of all customers",
            {
              name: `${group}.close-${slug(name)}`,
              label: `The mean of ${label} in the group ${group} is within a hundredth of that of all customers`,
              about: [ofGroup],
              sql: `SELECT abs(mean - overall_mean) <= 0.01 * abs(overall_mean) FROM ${ofGroup}`,
            },
            () =>
              page.claim(isHigh ? "above the average" : "below the average", {
                name: `${group}.${isHigh ? "above" : "below"}-${slug(name)}`,
                label: `The mean of ${label} in the group ${group} is ${isHigh ? "above" : "below"} that of all customers`,
                about: [ofGroup],
                sql: `SELECT mean ${isHigh ? ">" : "<"} overall_mean FROM ${ofGroup}`,
              }),
          ),
      );
      const stands = standing === "" ? "" : `, ${standing}`;
      return facts.groups.length === 1
        ? `- **${plain(label)}**: ${sign}${own} on average.`
        : `- **${plain(label)}**: ${sign}${own} on average${stands}; ${sign}${all()} in the whole file.`;
    }),
  );
  return items.filter((item) => item !== "").join("\n");
}
