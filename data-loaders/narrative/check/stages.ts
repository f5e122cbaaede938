import {stage} from "../../engine/stages/stage.js";

export const narrative = stage(
  () => import("./checkNarrative.js"),
  new URL("./checkNarrative.ts", import.meta.url),
  "checkNarrative",
);
