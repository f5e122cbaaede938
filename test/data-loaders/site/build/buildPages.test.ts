import {copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {filesBelow} from "../../../../data-loaders/engine/project/sourceFiles.js";
import type {PagesBuilt} from "../../../../data-loaders/site/build/buildPages.js";
import {type PageProcess, startPageProcess} from "../../../../data-loaders/site/build/pageProcess.js";
import {builtSite} from "../../../setup/builtSite.js";
import {copyProject, removeProject} from "../../../setup/copiedProject.js";
import {fingerprint} from "../../../setup/fingerprint.js";

/** The pages that stay as they are. Others of the chapters are not there, and the rest are emptied: a build of all is short. */
const whole = ["alllife/risk", "alllife/segments", "card-usage/segments", "review/figures", "index"];

let project: string;
let pages: PageProcess;
let all: string[];
let last: {folder: string; built: PagesBuilt};
let count = 0;
beforeAll(async () => {
  project = copyProject((await builtSite()).project);
  for (const file of await filesBelow(join(project, "src"))) {
    const name = /^(.*)\.md$/.exec(file)?.[1];
    if (name === undefined || whole.includes(name)) continue;
    if (/^(alllife|card-usage)\//.test(name)) rmSync(join(project, "src", file));
    else write(`src/${file}`, () => "# A page\n");
  }
  const left = (await filesBelow(join(project, "src"))).filter((file) => file.endsWith(".md"));
  all = left.map((file) => `/${file.slice(0, -".md".length)}`).sort();
  pages = startPageProcess(undefined, project);
  last = await build("the code", false);
});
afterAll(() => {
  pages?.end();
  removeProject(project);
});

/** Builds the pages in a folder of their own, from the last ones or from nothing. */
async function build(code = "the code", fromLast = true): Promise<{folder: string; built: PagesBuilt}> {
  const folder = `.cache/pages-${++count}`;
  mkdirSync(join(project, folder));
  const before = fromLast ? {folder: last.folder, record: last.built.record} : undefined;
  return {folder, built: await pages.build(folder, code, before, () => {})};
}

/** Builds from the last pages, which these become; returns what was not taken from them. */
async function follow(code?: string): Promise<string[]> {
  last = await build(code);
  const {kept, rendered, built} = last.built;
  expect([...kept, ...rendered, ...built].sort()).toEqual(all);
  return [...rendered, ...built].sort();
}

async function expectBytesOfCleanBuild(): Promise<void> {
  const clean = await build("the code", false);
  expect(clean.built.built.sort()).toEqual(all);
  expect(clean.built.record).toEqual(last.built.record);
  expect(await fingerprint(join(project, last.folder))).toEqual(
    await fingerprint(join(project, clean.folder)),
  );
}

function write(file: string, edit: (text: string) => string): void {
  const path = join(project, file);
  const before = readFileSync(path, "utf8");
  const after = edit(before);
  expect(after, `${file} is edited`).not.toBe(before);
  writeFileSync(path, after);
}

/** The pages whose Markdown matches. */
function pagesWith(pattern: RegExp): string[] {
  return all.filter((path) => pattern.test(readFileSync(join(project, `src${path}.md`), "utf8")));
}

/** Edits the first of the current evidence that one of the pages refers to, and returns those pages. */
function editEvidence(
  kind: "figures" | "claims" | "charts",
  reference: (id: string) => RegExp,
  edit: (record: Record<string, unknown>) => void,
): string[] {
  let found: string[] = [];
  write(".cache/edition/evidence.json", (text) => {
    const left = JSON.parse(text);
    const records: (Record<string, unknown> & {id: string})[] = left.evidence[kind];
    const record = records.find(({id}) => pagesWith(reference(id)).length > 0);
    if (record === undefined) throw new Error(`no page refers to one of the ${kind}`);
    found = pagesWith(reference(record.id));
    edit(record);
    return JSON.stringify(left);
  });
  expect(found.length).toBeLessThan(all.length);
  return found;
}

const escaped = (id: string) => id.replaceAll(".", "\\.");

describe("a build takes its pages from the last one, except those with another", () => {
  test("nothing", async () => {
    expect(await follow()).toEqual([]);
    expect(await fingerprint(join(project, last.folder))).toEqual(
      await fingerprint(join(project, ".cache/pages-1")),
    );
  });

  test("input, which every page names", async () => {
    write(".cache/edition/evidence.json", (text) => text.replace(/"rows":\d+/, '"rows":7'));
    expect(await follow()).toEqual(all);
  });

  test("database, which every page names", async () => {
    write(".cache/edition/data/alllife/catalog.json", (text) =>
      text.replace(/"key":"\w{8}/, '"key":"01234567'),
    );
    expect(await follow()).toEqual(all);
    expect(last.built.rendered.sort()).toEqual(all);
  });

  test("sentence", async () => {
    write("src/alllife/segments.md", (text) => `${text}\nOne more sentence.\n`);
    expect(await follow()).toEqual(["/alllife/segments"]);
    expect(last.built.rendered).toEqual(["/alllife/segments"]);
  });

  test("value of a figure that it quotes", async () => {
    const quoting = editEvidence(
      "figures",
      (id) => new RegExp(`{{${escaped(id)}[}:]`),
      (figure) => {
        figure.text = "something else";
      },
    );
    expect(await follow()).toEqual(quoting);
  });

  test("verdict on a claim that it makes", async () => {
    const making = editEvidence(
      "claims",
      (id) => new RegExp(`claim:([^)]*,)?${escaped(id)}[,)]`),
      (claim) => {
        claim.verdict = "fails";
      },
    );
    expect(await follow()).toEqual(making);
  });

  test("drawing of a chart that it shows", async () => {
    const showing = editEvidence(
      "charts",
      (id) => new RegExp(`chart:${escaped(id)}\\)`),
      (chart) => {
        chart.html = "<p>another drawing</p>";
      },
    );
    expect(await follow()).toEqual(showing);
  });

  test("list of the review that it shows", async () => {
    write(".cache/edition/review.json", (text) => {
      const lists: Record<string, string> = JSON.parse(text);
      const name =
        /review:([\w-]+)/.exec(readFileSync(join(project, "src/review/figures.md"), "utf8"))?.[1] ?? "";
      return JSON.stringify({...lists, [name]: `${lists[name]}<p>and more</p>`});
    });
    expect(await follow()).toEqual(["/review/figures"]);
  });

  test("text in a module that it imports, or that one of its modules imports", async () => {
    const deep = "/_import/lib/risk/assessLabel.js";
    const loading = all.filter((path) => last.built.record.pages[path].resources.includes(deep));
    expect(loading).toEqual(expect.arrayContaining(pagesWith(/lib\/risk\/assessLabel\.js/)));
    expect(loading.length).toBeLessThan(all.length);
    write("src/lib/risk/assessLabel.ts", (text) => `${text}\nexport const another = "line";\n`);
    expect(await follow()).toEqual(loading);
    expect(last.built.built).toEqual(loading);
  });

  test("content in a file that it loads", async () => {
    const {resources} = last.built.record.pages["/alllife/risk"];
    const file = resources.find((each) => each.startsWith("/_file/data/"))?.slice("/_file/".length) ?? "";
    const loading = all.filter((path) => last.built.record.pages[path].resources.includes(`/_file/${file}`));
    expect(loading.length).toBeLessThan(all.length);
    write(`src/.observablehq/cache/${file}`, (text) => `${text}\n`);
    expect(await follow()).toEqual(loading);
    // by now each page was kept, rendered or built by itself since all were rendered
    await expectBytesOfCleanBuild();
  });

  test("style sheet, or one that a style sheet imports", async () => {
    write("src/evidence.css", (text) => `${text}\n.another {color: red}\n`);
    expect(await follow()).toEqual(all);
  });

  test("file among the sources, which may take the place of another", async () => {
    const path = join(project, "src/lib/risk/another.ts");
    mkdirSync(dirname(path), {recursive: true});
    copyFileSync(join(project, "src/lib/risk/assessLabel.ts"), path);
    expect(await follow()).toEqual(all);
  });

  test("code or configuration, or another version of a package", async () => {
    expect(await follow("other code")).toEqual(all);
  });

  test("list of pages", async () => {
    write("cardlens.yaml", (text) => text.replace("title: ", "title: Another "));
    const process = startPageProcess(undefined, project);
    try {
      const before = {folder: last.folder, record: last.built.record};
      mkdirSync(join(project, ".cache/pages-other"));
      const {kept} = await process.build(".cache/pages-other", "other code", before, () => {});
      expect(kept).toEqual([]);
    } finally {
      process.end();
    }
    write("cardlens.yaml", (text) => text.replace("title: Another ", "title: "));
  });
});
