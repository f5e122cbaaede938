import type {ResultColumn} from "../database/StoredResult.js";
import {type ChartChoice, distinct, kindOf, mostSeries} from "./suggestChart.js";

/** A row as it is drawn: numbers and times by value. */
interface Drawn {
  across: number | Date | string;
  up: number;
  colour: string;
}

/** Draws a chart of a result; the library is loaded by the first one. */
export async function drawResult(
  columns: readonly ResultColumn[],
  rows: readonly (readonly (string | null)[])[],
  choice: ChartChoice,
  width: number,
): Promise<Element> {
  const Plot = await import("npm:@observablehq/plot");
  const {type, across, up} = choice;
  const kind = kindOf(columns[across]);
  const isColoured = choice.colour !== undefined && distinct(rows, choice.colour) <= mostSeries;
  const drawn = rows.flatMap((row) =>
    drawnRow(row, kind, {...choice, colour: isColoured ? choice.colour : undefined}),
  );
  const colour = isColoured ? "colour" : "var(--segment-2)";
  const acrossLabel = columns[across].name;
  const upLabel = `↑ ${columns[up].name}`;
  const longest = Math.max(0, ...drawn.map((row) => String(row.across).length));
  const shared = {
    width,
    style: {fontSize: "13px"},
    marginLeft: 64,
    // room for half of a long number at the end of the axis
    marginRight: 32,
    marginBottom: 44,
    color: {legend: isColoured, range: series, label: null},
  };
  // names are read from left to right
  if (type === "bars" && kind === "name")
    return Plot.plot({
      ...shared,
      height: Math.max(120, distinct(rows, across) * 24 + 70),
      marginLeft: Math.min(width * 0.45, longest * 7.3 + 16),
      x: {label: `${columns[up].name} →`, labelArrow: "none", grid: true},
      y: {label: null, domain: [...new Set(drawn.map((row) => row.across))], tickSize: 0},
      marks: [Plot.barX(drawn, {x: "up", y: "across", fill: colour}), Plot.ruleX([0])],
    });
  const marks =
    type === "bars"
      ? [Plot.barY(drawn, {x: "across", y: "up", fill: colour}), Plot.ruleY([0])]
      : type === "lines"
        ? [
            Plot.lineY(drawn, {
              x: "across",
              y: "up",
              stroke: colour,
              z: isColoured ? "colour" : null,
              sort: "across",
            }),
          ]
        : type === "dots"
          ? [Plot.dot(drawn, {x: "across", y: "up", stroke: colour, r: 3})]
          : [
              Plot.rectY(drawn, {...Plot.binX({y: "count"}, {x: "across"}), fill: "var(--segment-2)"}),
              Plot.ruleY([0]),
            ];
  return Plot.plot({
    ...shared,
    height: 320,
    x: {
      label: acrossLabel,
      labelAnchor: "center",
      labelArrow: "none",
      ...(type === "bars" ? {type: "band"} : {}),
    },
    y: {label: type === "histogram" ? "↑ Rows" : upLabel, labelArrow: "none", grid: true},
    marks,
  });
}

const series = [1, 2, 3, 4, 5, 6].map((position) => `var(--segment-${position})`);

/** A row without a value in one of the columns is not drawn. */
function drawnRow(
  row: readonly (string | null)[],
  kind: ReturnType<typeof kindOf>,
  {type, across, up, colour}: ChartChoice,
): Drawn | [] {
  const [x, y] = [row[across], row[up]];
  if (x === null || (y === null && type !== "histogram")) return [];
  const place = kind === "number" ? Number(x) : kind === "time" ? new Date(x.replace(" ", "T")) : x;
  const height = Number(y);
  if (Number.isNaN(Number(place)) && kind !== "name") return [];
  if (Number.isNaN(height) && type !== "histogram") return [];
  return {across: place, up: height, colour: colour === undefined ? "" : (row[colour] ?? "NULL")};
}
