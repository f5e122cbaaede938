import {create} from "npm:d3";

/** A table whose first column names its rows and whose others are numbers; it scrolls sideways where it must. */
export function NumberTable(head: readonly string[], rows: readonly (readonly string[])[]): HTMLElement {
  const scroll = create("div").attr("class", "table-scroll").attr("tabindex", 0).attr("role", "region");
  scroll.attr("aria-label", head[0]);
  const table = scroll.append("table").attr("class", "number-table");
  table
    .append("thead")
    .append("tr")
    .selectAll("th")
    .data(head)
    .join("th")
    .attr("scope", "col")
    .attr("class", (_, i) => (i === 0 ? null : "number"))
    .text((name) => name);
  const lines = table.append("tbody").selectAll("tr").data(rows).join("tr");
  lines
    .append("th")
    .attr("scope", "row")
    .text(([name]) => name);
  lines
    .selectAll("td")
    .data((row) => row.slice(1))
    .join("td")
    .attr("class", "number")
    .text((cell) => cell);
  return scroll.node() as HTMLElement;
}
