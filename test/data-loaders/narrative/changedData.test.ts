import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {createMarkdownIt} from "@observablehq/framework/dist/markdown.js";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {DatasetDefinition} from "../../../data-loaders/datasets/dataset.js";
import {datasets} from "../../../data-loaders/datasets/datasets.js";
import {samplePath} from "../../../data-loaders/datasets/samples.js";
import {editionTable, rowsOf} from "../../../data-loaders/edition/editionTable.js";
import {contentKey} from "../../../data-loaders/engine/content/contentKey.js";
import {silentProgress} from "../../../data-loaders/engine/progress/progress.js";
import {projectPath} from "../../../data-loaders/engine/project/projectPath.js";
import {sourceFiles} from "../../../data-loaders/engine/project/sourceFiles.js";
import {openStages} from "../../../data-loaders/engine/stages/runStage.js";
import {checkNarrative, type NarrativeCheck} from "../../../data-loaders/narrative/check/checkNarrative.js";
import {evidenceById} from "../../../data-loaders/narrative/evidence/evidenceById.js";
import {
  type GatheredEvidence,
  gatherEvidence,
} from "../../../data-loaders/narrative/evidence/gatherEvidence.js";
import {narrativePlugin} from "../../../data-loaders/narrative/render/narrativePlugin.js";
import {needsPlugin} from "../../../data-loaders/narrative/render/needsPlugin.js";
import {withholdAdvice} from "../../../data-loaders/narrative/render/withholdAdvice.js";
import {readPages} from "../../../data-loaders/narrative/syntax/readPages.js";
import {runPipeline} from "../../../data-loaders/pipeline.js";
import {reviewFiles} from "../../../data-loaders/site/pages/reviewFiles.js";
import type {Cell} from "../../../src/lib/database/cell.js";
import type {FigureValue} from "../../../src/lib/narrative/formatFigure.js";
import {alllife, cardUsage} from "../../definitions.js";
import {builtSite} from "../../setup/builtSite.js";

/** The report on some input: its evidence, what its pages say, and its customers. */
interface Report {
  evidence: GatheredEvidence;
  check: NarrativeCheck;
  customers: Record<string, Cell>[];
}

let folder: string;
let header: string;
let rows: string[];
let cardHeader: string;
let cardRows: string[];
let sample: Report;
beforeAll(async () => {
  // its stages are those of the sample
  await builtSite();
  folder = mkdtempSync(join(tmpdir(), "cardlens-changed-"));
  [header, ...rows] = sampleLines(alllife);
  [cardHeader, ...cardRows] = sampleLines(cardUsage);
  sample = await reportOn("sample", alllife, [header, ...rows]);
}, 600_000);
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function sampleLines(definition: DatasetDefinition): string[] {
  return readFileSync(projectPath(samplePath(definition)), "utf8")
    .trimEnd()
    .split("\n");
}

/** Fewer resamples: for tests in which it does not matter how firm the groups are. */
function few({resampling}: DatasetDefinition): DatasetDefinition["resampling"] {
  return {...resampling, replicates: 10, references: 5, restarts: 2};
}

/** The report where one data set has these lines, and the other is the sample. */
async function reportOn(
  name: string,
  changed: DatasetDefinition,
  lines: readonly string[],
  resampling = changed.resampling,
): Promise<Report> {
  const input = join(folder, `${name}.csv`);
  writeFileSync(input, `${lines.join("\n")}\n`);
  const env = {...process.env, [changed.inputVariable]: input};
  const editions = [];
  for (const definition of datasets()) {
    const used = definition.id === changed.id ? {...definition, resampling} : definition;
    editions.push(await runPipeline(used, silentProgress, env));
  }
  const databases = editions.map(({definition: {id, schema}, files, exactDatabase, key}) => {
    const path = join(folder, `${name}-${id}.duckdb`);
    writeFileSync(path, exactDatabase ?? files.get(`${id}.duckdb`) ?? "");
    return {schema, path, key};
  });
  const evidence = await gatherEvidence(databases, openStages(join(folder, "stages"), silentProgress));
  const published = [...editions.flatMap(({files}) => [...files.keys()]), ...reviewFiles];
  const check = checkNarrative(await readPages(), evidence, published);
  const edition = editions.find(({definition}) => definition.id === changed.id);
  return {evidence, check, customers: edition ? rowsOf(editionTable(edition, "customers")) : []};
}

function value({evidence}: Report, id: string): number {
  return Number(evidence.figures.find((figure) => figure.id === id)?.value);
}

function segmentNames({evidence}: Report, chapter = "alllife"): FigureValue[] {
  return evidence.figures
    .filter(({id}) => id.startsWith(`${chapter}.`) && id.endsWith(".name"))
    .map((figure) => figure.value);
}

/**
 * Every place in the pages that makes a claim which does not hold, quotes a figure that has no value, or gives advice on
 * such a claim, found by reading the text. What stands in withheld advice, or in a block that needs what these data have
 * none of, is not printed.
 */
async function falseSentences({evidence}: Report): Promise<string[]> {
  const verdicts = new Map(evidence.claims.map(({id, verdict}) => [id, verdict]));
  const values = new Map(evidence.figures.map(({id, value: found}) => [id, found]));
  const fallen = (ids: string) => {
    const premises = ids.split(",");
    return (
      premises.find((id) => verdicts.get(id) === "fails") ??
      premises.find((id) => verdicts.get(id) === "untestable")
    );
  };
  const places: string[] = [];
  for (const file of await sourceFiles("src", (path) => path.endsWith(".md"))) {
    // divisions that are open within one that is not printed, itself among them
    let depth = 0;
    for (const [index, line] of readFileSync(projectPath(file), "utf8").split("\n").entries()) {
      const divisions = (line.match(/<div\b/g)?.length ?? 0) - (line.match(/<\/div>/g)?.length ?? 0);
      if (depth > 0) {
        depth += divisions;
        continue;
      }
      const advice = /(?:\{advice:|data-advice=")([^}"]*)/.exec(line)?.[1];
      const withheld = advice === undefined ? undefined : fallen(advice);
      const needs = /data-needs="([^"]*)"/.exec(line)?.[1];
      if (withheld !== undefined) places.push(`${file}:${index + 1} ${withheld}`);
      const unless = /data-unless="([^"]*)"/.exec(line)?.[1];
      const isElsewhere =
        unless !== undefined && !unless.split(",").some((id) => verdicts.get(id) === "fails");
      if (withheld !== undefined || isElsewhere || (needs !== undefined && !Number(values.get(needs)))) {
        depth = Math.max(divisions, 0);
        continue;
      }
      for (const [, ids] of line.matchAll(/\(claim:([^)]*)\)/g)) {
        const first = fallen(ids);
        if (first !== undefined) places.push(`${file}:${index + 1} ${first}`);
      }
      for (const [, id] of line.matchAll(/\{\{([\w.-]+)/g))
        if (values.get(id) === null) places.push(`${file}:${index + 1} ${id}`);
    }
  }
  return places.sort();
}

function foundSentences({check}: Report): string[] {
  return check.problems
    .filter(({level}) => level === "unsupported" || level === "untestable")
    .map(({file, line, message}) => `${file}:${line} ${/(?:claim|figure) ([\w.-]+)/.exec(message)?.[1]}`)
    .sort();
}

/** How many sentences of the pages are struck out or withheld, and how many figures say that they have no value. */
function marked({evidence, check}: Report): number {
  const md = createMarkdownIt({
    markdownIt: (it) => {
      const byId = evidenceById(evidence);
      narrativePlugin(it, () => byId);
      withholdAdvice(it, () => byId);
      needsPlugin(it, () => byId);
      return it;
    },
  });
  return [...check.pages.keys()].reduce((count, file) => {
    const html = md.render(readFileSync(projectPath(file), "utf8"), {
      code: [],
      startLine: 0,
      currentLine: 0,
      path: file,
    });
    return (
      count +
      Array.from(
        html.matchAll(
          /<mark class="claim"|class="claim untestable"|class="no-value"|<span class="withheld|<h1[^>]*>(?:<a[^>]*>)?<s class="withheld/g,
        ),
      ).length
    );
  }, 0);
}

async function expectEveryFalseSentenceFound(report: Report): Promise<void> {
  const expected = await falseSentences(report);
  expect(expected.length).toBeGreaterThan(0);
  expect(foundSentences(report)).toEqual(expected);
  expect(marked(report)).toBe(expected.length);
  // The pages can still be built: nothing is an error, and every figure and claim is there.
  expect(report.check.problems.filter(({level}) => level === "error")).toEqual([]);
  const ids = ({evidence}: Report) => [...evidence.figures, ...evidence.claims].map(({id}) => id);
  expect(ids(report)).toEqual(ids(sample));
}

/** The same order each time, which has nothing to do with the old one. */
function shuffle(lines: readonly string[]): string[] {
  return lines
    .map((line, i) => ({line, key: contentKey(String(i))}))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({line}) => line);
}

/** Limits as the file gives them, in dollars. */
function limits(lines: readonly string[]): number[] {
  return lines.map((line) => Number(/"\s*([\d,.]+)\s*"/.exec(line)?.[1].replaceAll(",", "")));
}

describe("when the data change", () => {
  it("the sample supports every sentence", () => {
    expect(foundSentences(sample)).toEqual([]);
  });

  it("shuffled rows change no segment and no count, and contradict only what is said of the file's order", async () => {
    const shuffled = await reportOn("shuffled", alllife, [header, ...shuffle(rows)]);
    expect(segmentNames(shuffled)).toEqual(segmentNames(sample));
    // The rows of a key that stands twice are told apart by their order alone.
    const twice = new Set(
      sample.customers
        .map(({customer_id}) => String(customer_id).split("-"))
        .filter(({length}) => length > 1)
        .map(([key]) => key),
    );
    const bySegment = ({customers}: Report) =>
      new Map(
        customers
          .filter(({customer_id}) => !twice.has(String(customer_id).split("-")[0]))
          .map(({customer_id, segment}) => [customer_id, segment]),
      );
    expect(bySegment(shuffled)).toEqual(bySegment(sample));
    const contradicted = shuffled.evidence.claims
      .filter(({verdict}) => verdict === "fails")
      .map(({id}) => id);
    expect(contradicted.sort()).toEqual(["alllife.row-sorted", "alllife.row-trap", "alllife.seed-read-rows"]);
    await expectEveryFalseSentenceFound(shuffled);
    for (const id of [
      "alllife.premium.share-of-credit",
      "alllife.phone.mean-calls",
      "alllife.risk.auc-honest",
    ])
      expect(value(shuffled, id)).toBeCloseTo(value(sample, id), 9);
  }, 300_000);

  it("doubled limits double the credit, leave the segments, and contradict the sentences on the policy", async () => {
    const doubled = rows.map((line) => line.replace(/"[^"]*"/, `" ${limits([line])[0] * 2} "`));
    const report = await reportOn("doubled", alllife, [header, ...doubled], few(alllife));
    const credit = limits(rows).reduce((sum, limit) => sum + 2 * limit, 0);
    expect(value(report, "alllife.credit")).toBeCloseTo(credit, 6);
    expect(value(report, "alllife.risk.flagged")).toBe(
      limits(rows).filter((limit) => 2 * limit < 40_000).length,
    );
    expect(value(report, "alllife.premium.share-of-credit")).toBeCloseTo(
      value(sample, "alllife.premium.share-of-credit"),
      9,
    );
    expect(segmentNames(report)).toEqual(segmentNames(sample));
    await expectEveryFalseSentenceFound(report);
    expect(foundSentences(report).join("\n")).toContain("alllife.policy-phone");
  }, 300_000);

  it.each(["premium", "branch", "phone"])(
    "a dropped segment (%s) changes the counts and contradicts the sentences on it",
    async (dropped) => {
      const gone = new Set(
        sample.customers.filter(({segment}) => segment === dropped).map(({row_number}) => Number(row_number)),
      );
      const kept = rows.filter((_, i) => !gone.has(i + 1));
      const report = await reportOn(`without-${dropped}`, alllife, [header, ...kept], few(alllife));
      expect(value(report, "alllife.customers")).toBe(kept.length);
      expect(value(report, "alllife.credit")).toBeCloseTo(
        limits(kept).reduce((sum, limit) => sum + limit, 0),
        6,
      );
      // without the premium customers, no group fits their name
      const fitting = (name: FigureValue) =>
        dropped === "premium" && name === "Premium online" ? null : name;
      expect(segmentNames(report)).toEqual(segmentNames(sample).map(fitting));
      await expectEveryFalseSentenceFound(report);
      // Sentences that anybody can see to be false without this segment.
      expect(foundSentences(report).join("\n")).toContain(
        {
          premium: "alllife.limit-online",
          branch: "alllife.two-groups-contacts",
          phone: "alllife.policy-phone",
        }[dropped],
      );
    },
    300_000,
  );

  it("card holders without those who draw much cash, in another order, contradict the sentences on cash", async () => {
    const cash = cardHeader.split(",").indexOf("CASH_ADVANCE");
    const kept = shuffle(cardRows.filter((line) => Number(line.split(",")[cash]) < 1000));
    const report = await reportOn("less-cash", cardUsage, [cardHeader, ...kept], few(cardUsage));
    expect(value(report, "card-usage.customers")).toBe(kept.length);
    expect(segmentNames(report, "card-usage")).toEqual(segmentNames(sample, "card-usage"));
    await expectEveryFalseSentenceFound(report);
    expect(foundSentences(report).filter((found) => !found.includes(" card-usage."))).toEqual([]);
    expect(foundSentences(report).join("\n")).toContain("card-usage.low-some-cash");
  }, 300_000);

  it("a column with one value throughout stops nothing, and contradicts the sentences on it", async () => {
    const cards = rows.map((line) => line.replace(/(".*?",)\d+/, "$12"));
    const report = await reportOn("one-card-count", alllife, [header, ...cards], few(alllife));
    await expectEveryFalseSentenceFound(report);
    expect(foundSentences(report).join("\n")).toContain("alllife.limit-cards");
    expect(value(report, "alllife.risk.largest-vif")).toBeGreaterThan(1);
  }, 300_000);
});
