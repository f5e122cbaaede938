import {EffortReach} from "../components/plots/EffortReach.js";
import type {ChartDefinition} from "../lib/narrative/chartDefinition.js";
import {formatFigure} from "../lib/narrative/formatFigure.js";
import type {Chapter} from "./chapter.js";

/** A chapter's actions by effort and reach, with their worth. */
export function priorityChart({id, schema}: Chapter): ChartDefinition {
  return {
    id: `${id}.priorities`,
    sql: `SELECT position, title, team, effort_days, customers, share, worth FROM ${schema}.actions ORDER BY position`,
    alt: (rows) =>
      `Actions by effort and reach. ${rows.map(({position, title, effort_days, share, worth}) => `${position}, ${title}: ${effort_days} days, ${formatFigure(Number(share), ".0%")} of customers, worth ${Number(worth) > 0 ? "more" : "no more"} than it costs`).join("; ")}.`,
    columns: {
      position: "Number",
      title: "Action",
      team: "Team",
      effort_days: "Days of work (estimate)",
      customers: "Customers",
      share: "Share of customers",
      worth: "Worth, assumed ($)",
    },
    formats: {share: ".0%", worth: ",.0f", customers: ",d"},
    draw: EffortReach,
  };
}
