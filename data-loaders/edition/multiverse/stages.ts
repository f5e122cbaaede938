import {stage} from "../../engine/stages/stage.js";

export const analysis = stage(
  () => import("./runAnalysis.js"),
  new URL("./runAnalysis.ts", import.meta.url),
  "runAnalysis",
  "with kernels",
);

export const curve = stage(
  () => import("./drawCurve.js"),
  new URL("./drawCurve.ts", import.meta.url),
  "drawCurve",
);
