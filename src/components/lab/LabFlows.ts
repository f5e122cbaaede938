import type {GroupsAnswer} from "../../lib/lab/labAnswers.js";

const height = 260;
const gap = 8;
const barWidth = 12;
const namespace = "http://www.w3.org/2000/svg";

interface Bar {
  y: number;
  size: number;
}

/** Where the customers of each published group (left) are in the new analysis (right): bands as thick as they are many. */
export function LabFlows({flows, groups, published, customers}: GroupsAnswer, width: number): SVGSVGElement {
  const room = height - gap * (Math.max(groups.length, published.length) - 1);
  const scale = room / Math.max(1, customers);
  const sizesBefore = flows.map((row) => row.reduce((sum, count) => sum + count, 0));
  const before = stack(sizesBefore.map((count) => count * scale));
  const after = stack(groups.map((group) => group.customers * scale));
  const left = 0.32 * width;
  const right = width - 0.36 * width;
  const svg = svgElement("svg", {
    viewBox: `0 0 ${width} ${height}`,
    width: String(width),
    height: String(height),
    class: "lab-flows",
    role: "img",
    "aria-label": `From the published groups (left) to the new ones (right). ${describe({flows, groups, published})}`,
  });
  const used = {before: before.map(({y}) => y), after: after.map(({y}) => y)};
  for (const [from, row] of flows.entries())
    for (const [to, count] of row.entries()) {
      if (count === 0) continue;
      const size = count * scale;
      const y0 = used.before[from] + size / 2;
      const y1 = used.after[to] + size / 2;
      used.before[from] += size;
      used.after[to] += size;
      const middle = (left + barWidth + right) / 2;
      svg.append(
        svgElement("path", {
          d: `M${left + barWidth},${y0}C${middle},${y0} ${middle},${y1} ${right},${y1}`,
          class: groups[to].pairedWith === from ? "stay" : "move",
          style: `stroke: ${colour(from)}; stroke-width: ${Math.max(1, size)}px`,
        }),
      );
    }
  for (const [at, {y, size}] of before.entries())
    svg.append(
      bar(left, y, size, colour(at)),
      label(left - 6, y + size / 2, published[at].name, "end", left),
    );
  for (const [at, {y, size}] of after.entries()) {
    const {name, pairedWith} = groups[at];
    const fill = pairedWith < 0 ? colour(published.length + at) : colour(pairedWith);
    svg.append(
      bar(right, y, size, fill),
      label(right + barWidth + 6, y + size / 2, name, "start", width - right - barWidth),
    );
  }
  return svg;
}

/** The same in a sentence for each group. */
function describe({flows, groups, published}: Pick<GroupsAnswer, "flows" | "groups" | "published">): string {
  return flows
    .map((row, from) => {
      const parts = row.flatMap((count, to) => (count === 0 ? [] : [`${count} to ${groups[to].name}`]));
      return `${published[from].name}: ${parts.join(", ") || "nobody"}.`;
    })
    .join(" ");
}

function colour(position: number): string {
  return `var(--segment-${(position % 12) + 1})`;
}

function stack(sizes: readonly number[]): Bar[] {
  let y = 0;
  return sizes.map((size) => {
    const bar = {y, size};
    y += size + gap;
    return bar;
  });
}

function bar(x: number, y: number, size: number, fill: string): SVGElement {
  return svgElement("rect", {
    x: String(x),
    y: String(y),
    width: String(barWidth),
    height: String(Math.max(1, size)),
    style: `fill: ${fill}`,
  });
}

/** A name beside its bar, shortened to the room that there is. */
function label(x: number, y: number, name: string, anchor: "start" | "end", room: number): SVGElement {
  const most = Math.max(6, Math.floor((room - 8) / 6.6));
  const text = svgElement("text", {
    x: String(x),
    y: String(Math.min(height - 4, Math.max(10, y))),
    dy: "0.32em",
    "text-anchor": anchor,
  });
  text.textContent = name.length <= most ? name : `${name.slice(0, most - 1)}…`;
  return text;
}

function svgElement<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[Tag] {
  const made = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
