import {stage} from "../engine/stages/stage.js";

/** The source stage runs in the thread of whoever asks: its errors name every problem of a file. */
export const source = stage(
  () => import("./readSource.js"),
  new URL("./readSource.ts", import.meta.url),
  "readSource",
);
