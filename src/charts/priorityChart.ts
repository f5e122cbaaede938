import {EffortWorth} from "../components/plots/EffortWorth.js";
import type {ChartDefinition} from "../lib/narrative/chartDefinition.js";
import {money} from "../lib/narrative/money.js";
import type {Chapter} from "./chapter.js";

/** A chapter's actions that reach somebody, by effort and worth; their short names are their ids in words. */
export function priorityChart({id, schema}: Chapter): ChartDefinition {
  return {
    id: `${id}.priorities`,
    sql: `SELECT position, upper(left(action, 1)) || replace(substr(action, 2), '-', ' ') AS name, title, team, effort_days, customers,
        worth, worth_per_day, testable,
        (SELECT currency FROM ${schema}.chapter) AS currency,
        CASE WHEN testable IS NULL THEN 'cannot be sized' WHEN testable THEN 'yes' ELSE 'no' END AS shows
      FROM ${schema}.actions WHERE customers > 0 ORDER BY position`,
    alt: (rows) =>
      `Actions by effort and worth. ${rows.map(({position, name, effort_days, worth, currency}) => `${position}, ${name}: ${effort_days} days, ${money(String(currency))(Math.round(Number(worth)), ",d")}`).join("; ")}.`,
    columns: {
      position: "Number",
      title: "Action",
      team: "Team",
      customers: "Customers",
      effort_days: "Days of work (estimate)",
      worth: "Worth, assumed ($)",
      worth_per_day: "Worth per day of work ($)",
      shows: "One trial shows it",
    },
    formats: {worth: ",.0f", worth_per_day: ",.1f", customers: ",d"},
    draw: EffortWorth,
  };
}
