import {readFileSync} from "node:fs";
import {join} from "node:path";
import {JSDOM} from "jsdom";
import {describe, expect, test} from "vitest";
import {readManifest} from "../../data-loaders/edition/manifest.js";
import {sourceFiles} from "../../data-loaders/engine/project/sourceFiles.js";
import {builtSite} from "../setup/builtSite.js";
import {readPrinted} from "../setup/readPrinted.js";

const {folder, project} = await builtSite();
const manifest = await readManifest(folder);
const pages = (await sourceFiles("src", (path) => path.endsWith(".md"))).map((file) =>
  file.replace(/^src\//, "").replace(/\.md$/, ".html"),
);

/** The figures of a built page as a reader sees them. */
function printedOn(page: string) {
  const {document} = new JSDOM(readFileSync(join(folder, page))).window;
  return Array.from(document.querySelectorAll<HTMLDataElement>("data[data-figure]"), (element) => ({
    id: element.dataset.figure ?? "",
    format: element.dataset.format,
    text: element.textContent ?? "",
  }));
}

/** Whether a page says what is so where a claim does not hold: it does not where the claim holds. */
const isUntold = (claim: string) => manifest?.claims[claim] === "holds";

/** The figures that a page's source prints in a format of its own, as `id:format`. */
function formattedIn(page: string): string[] {
  const source = readFileSync(join(project, "src", page.replace(/\.html$/, ".md")), "utf8");
  const prose = source
    .replaceAll(/^```[\s\S]*?^```/gm, "")
    .replaceAll(/<(\w+)[^>]* data-unless="([^"]+)"[^>]*>[\s\S]*?<\/\1>/g, (block, _, claim: string) =>
      isUntold(claim) ? "" : block,
    );
  return Array.from(
    prose.matchAll(/\{\{\s*([\w.-]+)\s*:\s*([^{}]+?)\s*\}\}/g),
    ([, id, format]) => `${id}:${format}`,
  );
}

describe.each(pages)("%s", (page) => {
  const printed = printedOn(page);

  test("prints each figure's value, in the page's own format where it has one", () => {
    for (const {id, format, text} of printed) {
      const figure = manifest?.figures[id];
      if (format === undefined) expect(text, id).toBe(figure?.text);
      else if (typeof figure?.value === "number") {
        const reading = readPrinted(text, format);
        expect(reading, `${id}:${format} is printed as ${text}`).toBeDefined();
        expect(
          Math.abs((reading?.number ?? 0) - figure.value),
          `${id}:${format} ${text}`,
        ).toBeLessThanOrEqual((reading?.rounding ?? 0) * (1 + 1e-9));
      } else expect(text, id).toBe(figure?.value === null ? "no value" : String(figure?.value));
    }
  });

  test("prints every figure that its source formats", () => {
    const found = printed.map(({id, format}) => `${id}:${format}`);
    expect(found).toEqual(expect.arrayContaining(formattedIn(page)));
  });
});

test("there are figures in a format of their page", () => {
  expect(pages.flatMap(formattedIn).length).toBeGreaterThan(20);
});
