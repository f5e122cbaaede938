import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {JSDOM} from "jsdom";
import {afterEach, beforeEach, describe, expect, type MockInstance, test, vi} from "vitest";
import {datasets} from "../../data-loaders/datasets/datasets.js";
import {sourceFiles} from "../../data-loaders/engine/project/sourceFiles.js";
import {chapterOf} from "../../data-loaders/narrative/evidence/chartProblem.js";
import {drawCharts} from "../../data-loaders/narrative/evidence/drawCharts.js";
import {builtSite} from "../setup/builtSite.js";

const {folder} = await builtSite();
const databases = datasets().map(({id, schema}) => ({
  schema,
  path: join(folder, `data/${id}.duckdb`),
  key: "",
}));
const files = await sourceFiles("src", (path) => path.endsWith("/charts.ts"));

let warn: MockInstance<typeof console.warn>;
beforeEach(() => {
  warn = vi.spyOn(console, "warn");
});
afterEach(() => warn.mockRestore());

/** Numbers to three decimals, each element on a line of its own. */
function legible(markup: string): string {
  const rounded = markup.replace(/-?\d+\.\d{4,}(?:e-?\d+)?/g, (number) =>
    String(Number(Number(number).toFixed(3))),
  );
  return `${rounded.replaceAll("><", ">\n<")}\n`;
}

/** Compares with the committed drawing; where it differs, writes what was drawn beside it. `-u` replaces it. */
async function expectDrawing(name: string, drawing: Element): Promise<void> {
  const kind = drawing.localName === "svg" ? "svg" : "html";
  const committed = join(import.meta.dirname, `${name}.${kind}`);
  const changed = join(import.meta.dirname, `${name}-changed.${kind}`);
  const text = legible(drawing.outerHTML);
  mkdirSync(dirname(committed), {recursive: true});
  rmSync(changed, {force: true});
  if (existsSync(committed) && readFileSync(committed, "utf8") !== text) writeFileSync(changed, text);
  await expect(text).toMatchFileSnapshot(committed);
  rmSync(changed, {force: true});
}

describe.each(files)("the charts of %s", (file) => {
  test("look as they did, wide and narrow, and warn of nothing", async () => {
    const {charts, problems} = await drawCharts(databases, file);
    expect(problems).toEqual([]);
    expect(warn.mock.calls).toEqual([]);
    expect(charts.length).toBeGreaterThan(0);
    for (const {id, html} of charts) {
      const {document} = new JSDOM(html).window;
      for (const width of ["wide", "narrow"]) {
        const drawing = document.querySelector(`.chart-${width}`)?.firstElementChild;
        if (!drawing) throw new Error(`${id} has no ${width} drawing`);
        expect.soft(drawing.textContent, `${id}: Plot's own warning sign`).not.toContain("⚠");
        await expectDrawing(`${chapterOf(id)}/${id}-${width}`, drawing);
      }
    }
  });
});
