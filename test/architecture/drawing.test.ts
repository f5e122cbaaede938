import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {
  architecturePage,
  drawRooms,
  withDrawing,
} from "../../data-loaders/commands/architecture/drawRooms.js";
import {projectPath} from "../../data-loaders/engine/project/projectPath.js";
import {chapterNames} from "../../data-loaders/site/pages/chapters.js";

const text = readFileSync(projectPath(architecturePage), "utf8");

const hasChapters = chapterNames().length > 0;

// a project without a chapter has one room less
test.skipIf(!hasChapters)(
  "the page on architecture draws the rooms as they are; npm run architecture draws them anew",
  async () => {
    expect(text).toBe(withDrawing(text, await drawRooms()));
  },
);

test("it names every room that it draws", () => {
  const drawn = Array.from(text.matchAll(/^ {2}room\d+\["([^"]+)"\]$/gm), ([, name]) => name);
  expect(drawn.length).toBeGreaterThan(10);
  const prose = text.replace(/```mermaid[\s\S]*?```/, "");
  for (const name of drawn.flatMap((names) => names.split(", "))) expect(prose).toContain(`\`${name}\``);
});
