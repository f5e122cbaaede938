import type {Chapter} from "../charts/chapter.js";

export const chapter: Chapter = {id: "alllife", schema: "alllife"};

/** Sums whose division among the segments the chapter shows, by variable. */
export const sums = {
  credit_limit: "Credit limits",
  branch_visits: "Branch visits",
  online_visits: "Online visits",
  calls: "Calls",
};
