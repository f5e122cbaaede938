import type {GroupsAnswer} from "../../lib/lab/labAnswers.js";

const leastHeight = 260;
const gap = 8;
const barWidth = 12;
/** Of the names, in pixels. */
const lineHeight = 13;
const characterWidth = 6.6;
const betweenNames = 4;
const namespace = "http://www.w3.org/2000/svg";

interface Bar {
  y: number;
  size: number;
}

/** Where the customers of each published group (left) are in the new analysis (right): bands as thick as they are many. */
export function LabFlows({flows, groups, published, customers}: GroupsAnswer, width: number): SVGSVGElement {
  const left = 0.32 * width;
  const right = width - 0.36 * width;
  const namesBefore = published.map(({name}) => linesOf(name, charactersIn(left)));
  const namesAfter = groups.map(({name}) => linesOf(name, charactersIn(width - right - barWidth)));
  const height = Math.max(leastHeight, heightOf(namesBefore), heightOf(namesAfter));
  const room = height - gap * (Math.max(groups.length, published.length) - 1);
  const scale = room / Math.max(1, customers);
  const sizesBefore = flows.map((row) => row.reduce((sum, count) => sum + count, 0));
  const before = stack(sizesBefore.map((count) => count * scale));
  const after = stack(groups.map((group) => group.customers * scale));
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
  svg.append(
    ...before.map(({y, size}, at) => bar(left, y, size, colour(at))),
    ...after.map(({y, size}, at) => {
      const {pairedWith} = groups[at];
      return bar(right, y, size, pairedWith < 0 ? colour(published.length + at) : colour(pairedWith));
    }),
    ...labels(left - 6, "end", before, namesBefore, height),
    ...labels(right + barWidth + 6, "start", after, namesAfter, height),
  );
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

function charactersIn(room: number): number {
  return Math.max(6, Math.floor((room - 8) / characterWidth));
}

/** Words in lines of so many characters; a longer word has a line of its own. */
export function linesOf(name: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of name.split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length === 0 || longer.length > most) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

function heightOf(names: readonly string[][]): number {
  return names.reduce((sum, lines) => sum + lines.length * lineHeight + betweenNames, 0);
}

/** Names beside their bars, in as many lines as they take; those of thin bars move apart. */
function labels(
  x: number,
  anchor: "start" | "end",
  bars: readonly Bar[],
  names: readonly string[][],
  height: number,
): SVGElement[] {
  const sizes = names.map((lines) => lines.length * lineHeight + betweenNames);
  const tops: number[] = [];
  for (const [at, {y, size}] of bars.entries()) {
    const free = at === 0 ? 0 : tops[at - 1] + sizes[at - 1];
    tops.push(Math.max(free, y + size / 2 - sizes[at] / 2));
  }
  let bottom = height;
  for (let at = tops.length - 1; at >= 0; at--) {
    tops[at] = Math.min(tops[at], bottom - sizes[at]);
    bottom = tops[at];
  }
  return names.map((lines, at) => {
    const text = svgElement("text", {"text-anchor": anchor});
    for (const [i, line] of lines.entries()) {
      const y = tops[at] + betweenNames / 2 + (i + 0.5) * lineHeight;
      const part = svgElement("tspan", {x: String(x), y: String(y), dy: "0.32em"});
      part.textContent = line;
      text.append(part);
    }
    return text;
  });
}

function svgElement<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[Tag] {
  const made = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
