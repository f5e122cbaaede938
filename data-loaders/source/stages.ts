import {stage} from "../engine/stages/stage.js";

/** The source stage runs in the thread of whoever asks: its errors name every problem of a file. */
export const source = stage(
  () => import("./readSource.js"),
  new URL("./readSource.ts", import.meta.url),
  "readSource",
);

export const readPopulation = stage(
  () => import("./population/readPopulation.js"),
  new URL("./population/readPopulation.ts", import.meta.url),
  "readPopulation",
);

export const sample = stage(
  () => import("./population/sampleCustomers.js"),
  new URL("./population/sampleCustomers.ts", import.meta.url),
  "sampleCustomers",
);
