import {axisLeft, pointer, scaleLinear, select} from "npm:d3";
import {cutTree} from "../../lib/statistics/trees/cutTree.js";
import {leafOrder} from "../../lib/statistics/trees/leafOrder.js";
import type {MergeTree} from "../../lib/statistics/trees/mergeTree.js";

/** A cut of the tree: how many clusters, and the cluster of each row. */
export interface Cut {
  k: number;
  labels: Int32Array;
}

export interface DendrogramOptions {
  width: number;
  height?: number;
  /** Number of clusters at first. */
  k: number;
  /** Most clusters that the cut can be set to; default 10. */
  maxK?: number;
  /** Colours of the clusters of a cut. */
  colors: (labels: Int32Array) => readonly string[];
}

const margin = {top: 16, right: 12, bottom: 8, left: 44};

/**
 * A tree of merges with a cut that can be dragged, or moved with the arrow keys. It is an input: its value is
 * the cut, and it says `input` when the cut changes.
 */
export function Dendrogram(
  tree: MergeTree,
  {width, height = 320, k, maxK = 10, colors}: DendrogramOptions,
): HTMLElement & {value: Cut} {
  if (tree.height.length === 0) return withoutTree();
  const top = tree.height[tree.height.length - 1];
  const y = scaleLinear([0, top * 1.06], [height - margin.bottom, margin.top]);
  const shape = layOut(
    tree,
    (position) => margin.left + ((position + 0.5) / tree.rows) * (width - margin.left - margin.right),
    y,
  );

  const root = document.createElement("div");
  root.className = "dendrogram";
  const svg = select(root)
    .append("svg")
    .attr("viewBox", `0 0 ${width} ${height}`)
    .attr("width", width)
    .attr("height", height);
  svg
    .append("g")
    .attr("transform", `translate(${margin.left - 6},0)`)
    .call(axisLeft(y).ticks(6))
    .call((axis) => axis.select(".domain").remove());
  svg
    .append("text")
    .attr("x", 0)
    .attr("y", 10)
    .attr("font-size", 12)
    .attr("fill", "currentColor")
    .text("↑ Height of the merge (standard deviations)");
  const branches = svg.append("g").attr("fill", "none").attr("stroke-width", 1.2);
  const handle = svg
    .append("g")
    .attr("tabindex", 0)
    .attr("role", "slider")
    .attr("aria-label", "Number of clusters that the tree is cut into")
    .attr("aria-valuemin", 1)
    .attr("aria-valuemax", maxK)
    .style("cursor", "ns-resize")
    .style("touch-action", "none");
  handle
    .append("rect")
    .attr("x", margin.left)
    .attr("width", width - margin.left - margin.right)
    .attr("y", -16)
    .attr("height", 32)
    .attr("fill", "transparent");
  handle
    .append("line")
    .attr("x1", margin.left)
    .attr("x2", width - margin.right)
    .attr("stroke", "currentColor")
    .attr("stroke-width", 1.5)
    .attr("stroke-dasharray", "5,4");
  const label = handle
    .append("text")
    .attr("x", width - margin.right)
    .attr("y", -6)
    .attr("text-anchor", "end")
    .attr("font-size", 13)
    .attr("font-weight", 600)
    .attr("fill", "currentColor")
    .attr("stroke", "var(--theme-background)")
    .attr("stroke-width", 4)
    .attr("paint-order", "stroke");

  const input = Object.assign(root, {value: {k, labels: cutTree(tree, k)}});
  const show = () => {
    const {value} = input;
    const words = `cut into ${value.k} ${value.k === 1 ? "cluster" : "clusters"}`;
    handle
      .attr("transform", `translate(0,${y(cutHeight(tree, value.k))})`)
      .attr("aria-valuenow", value.k)
      .attr("aria-valuetext", words);
    label.text(`⇕ ${words}`);
    branches
      .selectAll("path")
      .data(shape.paths(value.labels, value.k, colors(value.labels)))
      .join("path")
      .attr("d", ({path}) => path)
      .attr("stroke", ({color}) => color);
  };
  const set = (next: number) => {
    const limited = Math.min(Math.max(next, 1), maxK);
    if (limited === input.value.k) return;
    input.value = {k: limited, labels: cutTree(tree, limited)};
    show();
    input.dispatchEvent(new Event("input", {bubbles: true}));
  };
  handle.on("keydown", (event: KeyboardEvent) => {
    const step = {ArrowUp: -1, ArrowRight: -1, ArrowDown: 1, ArrowLeft: 1}[event.key];
    if (step === undefined) return;
    event.preventDefault();
    set(input.value.k + step);
  });
  handle.on("pointerdown", (event: PointerEvent) => handle.node()?.setPointerCapture(event.pointerId));
  handle.on("pointermove", (event: PointerEvent) => {
    if (!handle.node()?.hasPointerCapture(event.pointerId)) return;
    set(clustersAbove(tree, y.invert(pointer(event, svg.node())[1])));
  });
  show();
  return input;
}

/** Half-way between the merge that the cut undoes last and the one below it. */
function cutHeight({height, rows}: MergeTree, k: number): number {
  const above = k === 1 ? height[rows - 2] * 1.06 : height[rows - k];
  const below = k > rows - 1 ? 0 : height[rows - 1 - k];
  return (above + below) / 2;
}

/** How many clusters a cut at a height leaves. */
function clustersAbove({height}: MergeTree, cut: number): number {
  return 1 + height.reduce((count, merge) => count + (merge > cut ? 1 : 0), 0);
}

interface ColoredPath {
  path: string;
  color: string;
}

/** Places the nodes, and gives the tree's lines: one path for each cluster and one for what is above the cut. */
function layOut(tree: MergeTree, x: (position: number) => number, y: (height: number) => number) {
  const {rows, left, right, height} = tree;
  const {start} = leafOrder(tree);
  const center = new Float64Array(2 * rows - 1);
  for (let row = 0; row < rows; row++) center[row] = x(start[row]);
  for (let t = 0; t < rows - 1; t++) center[rows + t] = (center[left[t]] + center[right[t]]) / 2;
  const heightOf = (node: number) => (node < rows ? 0 : height[node - rows]);
  const firstRow = firstRows(tree);
  const bracket = (t: number) => {
    const [a, b] = [left[t], right[t]];
    const bar = y(height[t]).toFixed(1);
    return `M${center[a].toFixed(1)},${y(heightOf(a)).toFixed(1)}V${bar}H${center[b].toFixed(1)}V${y(heightOf(b)).toFixed(1)}`;
  };
  return {
    paths(labels: Int32Array, k: number, colors: readonly string[]): ColoredPath[] {
      const parts = Array.from({length: k + 1}, () => "");
      for (let t = 0; t < rows - 1; t++) parts[t < rows - k ? labels[firstRow[t]] : k] += bracket(t);
      return parts.map((path, cluster) => ({path, color: colors[cluster] ?? "currentColor"}));
    },
  };
}

/** A row of each merge's cluster. */
function firstRows({rows, left}: MergeTree): Int32Array {
  const first = new Int32Array(rows - 1);
  for (let t = 0; t < rows - 1; t++) first[t] = left[t] < rows ? left[t] : first[left[t] - rows];
  return first;
}

/** Merges begin with single customers: where rows are withheld, so are they. */
function withoutTree(): HTMLElement & {value: Cut} {
  const note = document.createElement("p");
  note.className = "withheld";
  note.textContent = "The merges of the tree are not published: the first of them join single customers.";
  return Object.assign(note, {value: {k: 1, labels: new Int32Array(0)}});
}
