import {stage} from "../engine/stages/stage.js";

export const publish = stage(
  () => import("./publishFindings.js"),
  new URL("./publishFindings.ts", import.meta.url),
  "publishFindings",
);
