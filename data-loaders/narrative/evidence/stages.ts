import {stage} from "../../engine/stages/stage.js";

export const queries = stage(
  () => import("./evaluateQueries.js"),
  new URL("./evaluateQueries.ts", import.meta.url),
  "evaluateQueries",
);

export const charts = stage(
  () => import("./drawCharts.js"),
  new URL("./drawCharts.ts", import.meta.url),
  "drawCharts",
);
