import {stage} from "../engine/stages/stage.js";

export const publish = stage(
  () => import("./publishFindings.js"),
  new URL("./publishFindings.ts", import.meta.url),
  "publishFindings",
);

export const writeCustomers = stage(
  () => import("./population/writeCustomers.js"),
  new URL("./population/writeCustomers.ts", import.meta.url),
  "writeCustomers",
);

export const wholeValues = stage(
  () => import("./population/wholeValues.js"),
  new URL("./population/wholeValues.ts", import.meta.url),
  "wholeValues",
);

export const addTables = stage(
  () => import("./addTables.js"),
  new URL("./addTables.ts", import.meta.url),
  "addTables",
);
