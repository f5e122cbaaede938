import {readFileSync} from "node:fs";
import {BaseSequencer, type TestSpecification} from "vitest/node";

/** The longest files, the longest first: where one of them comes last, the other workers wait for it. */
const longest = [
  "commands/build.test.ts",
  "browser/pages.test.ts",
  "browser/realInput.test.ts",
  "narrative/changedData.test.ts",
  "build/anotherBuild.test.ts",
  "narrative/columnStates.test.ts",
  "build/buildPages.test.ts",
  "browser/exploring.test.ts",
  "commands/dev.test.ts",
  "browser/explore.test.ts",
  "browser/review.test.ts",
  "browser/score.test.ts",
  "strange/strange.test.ts",
  "scoring/savedModel.test.ts",
];

/** Runs first what needs no built site, which is being built meanwhile, and then the longest files first. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({moduleId}: TestSpecification) => {
      const place = longest.findIndex((name) => moduleId.endsWith(`/${name}`));
      return place === -1 ? longest.length : place;
    };
    const waits = new Map(files.map((file) => [file, needsSite(file.moduleId)]));
    return (await super.sort(files)).sort(
      (a, b) => Number(waits.get(a)) - Number(waits.get(b)) || rank(a) - rank(b),
    );
  }
}

function needsSite(file: string): boolean {
  return readFileSync(file, "utf8").includes('/setup/builtSite.js"');
}
