import {html, type Markup} from "../../engine/html/markup.js";
import type {CustomerMove} from "../changes/customerMoves.js";

/** A bar of the chart: a segment, or those who were not there. */
export interface FlowNode {
  /** Null for customers who came or left. */
  segment: string | null;
  name: string;
  color: string;
}

const barWidth = 14;
const gap = 14;
const labelHeight = 18;

/**
 * Draws how customers moved: on the left the earlier segments, on the right the present ones, between them a
 * band as thick as the number of customers who went that way.
 *
 * @param nodes in display order
 * @param width in pixels
 */
export function flowChart(moves: readonly CustomerMove[], nodes: readonly FlowNode[], width: number): Markup {
  const total = moves.reduce((sum, {customers}) => sum + customers, 0);
  const scale = 260 / total;
  const left = stack(nodes, (segment) => sumOf(moves, "from", segment), scale);
  const right = stack(nodes, (segment) => sumOf(moves, "to", segment), scale);
  const height = Math.max(left.height, right.height);
  const bands = nodes.flatMap((from) =>
    nodes.flatMap((to) => {
      const move = moves.find((one) => one.from === from.segment && one.to === to.segment);
      if (move === undefined) return [];
      const thickness = move.customers * scale;
      const a = left.take(from.segment, thickness);
      const b = right.take(to.segment, thickness);
      return [band(a, b, thickness, width, from.color, `${from.name} to ${to.name}: ${move.customers}`)];
    }),
  );
  const bars = [...left.bars(0, "start"), ...right.bars(width - barWidth, "end")];
  return html`<svg viewBox="0 0 ${width} ${round(height)}" width="${width}" height="${round(height)}" font-size="13">${bands}${bars}</svg>`;
}

function sumOf(moves: readonly CustomerMove[], side: "from" | "to", segment: string | null): number {
  return moves.filter((move) => move[side] === segment).reduce((sum, {customers}) => sum + customers, 0);
}

/** Bars on top of each other; `take` gives the next free place of a bar. */
function stack(nodes: readonly FlowNode[], count: (segment: string | null) => number, scale: number) {
  let y = labelHeight;
  const places = new Map<string | null, {top: number; used: number; customers: number; node: FlowNode}>();
  for (const node of nodes) {
    const customers = count(node.segment);
    if (customers === 0) continue;
    places.set(node.segment, {top: y, used: 0, customers, node});
    y += customers * scale + gap + labelHeight;
  }
  return {
    height: y - labelHeight,
    take(segment: string | null, thickness: number): number {
      const place = places.get(segment);
      if (place === undefined) return 0;
      place.used += thickness;
      return place.top + place.used - thickness;
    },
    bars: (x: number, anchor: "start" | "end") =>
      Array.from(
        places.values(),
        ({top, customers, node}) =>
          html`<rect x="${x}" y="${round(top)}" width="${barWidth}" height="${round(Math.max(1, customers * scale))}" fill="${node.color}"/><text x="${anchor === "start" ? 0 : x + barWidth}" y="${round(top - 4)}" text-anchor="${anchor}" fill="currentColor">${node.name}: ${customers.toLocaleString("en-GB")}</text>`,
      ),
  };
}

function band(a: number, b: number, thickness: number, width: number, color: string, title: string): Markup {
  const x0 = barWidth;
  const x1 = width - barWidth;
  const middle = width / 2;
  const path = `M${x0},${round(a)}C${middle},${round(a)} ${middle},${round(b)} ${x1},${round(b)}V${round(b + thickness)}C${middle},${round(b + thickness)} ${middle},${round(a + thickness)} ${x0},${round(a + thickness)}Z`;
  return html`<path d="${path}" fill="${color}" fill-opacity="0.4"><title>${title}</title></path>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
