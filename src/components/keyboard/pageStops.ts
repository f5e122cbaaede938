import {controls, oneStop} from "./oneStop.js";

/** Links and buttons in a table that a reader goes through one by one. */
const FEW = 5;

/** Loaded by all pages: lists that may have hundreds of links and buttons are one stop of the Tab key each. */
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", groupStops);
else groupStops();

function groupStops(): void {
  const sidebar = document.querySelector<HTMLElement>("#observablehq-sidebar");
  if (sidebar !== null) oneStop(sidebar, sidebar.querySelector<HTMLElement>(".observablehq-link-active a"));
  const lists = "#observablehq-toc ol, .review-table thead, #published-tables";
  for (const list of document.querySelectorAll<HTMLElement>(lists)) oneStop(list);
  for (const rows of document.querySelectorAll<HTMLElement>("#observablehq-main tbody"))
    if (rows.querySelectorAll(controls).length > FEW) oneStop(rows);
}
