import {spawnSync} from "node:child_process";
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type Manifest, readManifest} from "../../../data-loaders/edition/manifest.js";
import {filesBelow} from "../../../data-loaders/engine/project/sourceFiles.js";
import {builtSite} from "../../setup/builtSite.js";
import {
  copyProject,
  plainEnvironment,
  removeProject,
  runCommand,
  startCommand,
} from "../../setup/copiedProject.js";
import {fingerprint} from "../../setup/fingerprint.js";
import {fakeCoordinator} from "../engine/trino/fakeCoordinator.js";

let project: string;
let site: Record<string, string>;
beforeAll(async () => {
  project = copyProject((await builtSite()).project);
  site = await fingerprint(join(project, "dist"));
});
afterAll(() => removeProject(project));

const build = (env: Record<string, string> = {}, args: string[] = []) =>
  runCommand(project, "build", env, args);
const withFewResamples = (text: string) =>
  text
    .replace(/replicates: \d+/, "replicates: 3")
    .replace(/references: \d+/, "references: 3")
    .replace(/( {2}restarts): 5\n( {2}linkages)/, "$1: 1\n$2");
const textOf = (file: string) => readFileSync(join(project, file), "utf8");

/** Edits a file of the copied project for as long as a test runs. */
async function edited<T>(file: string, edit: (text: string) => string, run: () => Promise<T>): Promise<T> {
  const before = textOf(file);
  writeFileSync(join(project, file), edit(before));
  try {
    return await run();
  } finally {
    writeFileSync(join(project, file), before);
  }
}

describe("a build", () => {
  test("of what is built already does no modelling and leaves the site as it is", async () => {
    const {code, output} = await build();
    expect(code, output).toBe(0);
    expect(output).toContain("dist is up to date");
    expect(output.match(/unchanged/g)?.length).toBeGreaterThanOrEqual(14);
    expect(timed(output)).toEqual([]);
    expect(await fingerprint(join(project, "dist"))).toEqual(site);
  });
});

describe("a check where the last site is of another format", () => {
  test("compares with nothing, and finds what else there is", async () => {
    const later = (text: string) => text.replace(/"format": \d+/, '"format": 99');
    const {code, output} = await edited("dist/manifest.json", later, () => runCommand(project, "check"));
    expect(code, output).toBe(0);
    expect(output).toContain(" 0 errors");
    const named = await edited("dist/manifest.json", later, () =>
      runCommand(project, "check", {}, ["--against", "dist"]),
    );
    expect(named.code).toBe(1);
    expect(named.output).toContain("dist: is a manifest of format 99");
  });
});

describe("a check of another input", () => {
  test("leaves the site, and what a preview shows, as they are", async () => {
    const edition = join(project, ".cache/edition");
    const shown = await fingerprint(edition);
    expect(Object.keys(shown)).toContain("evidence.json");
    const rows = textOf("data-loaders/datasets/alllife/sample/alllife.sample.csv").split("\n");
    writeFileSync(join(project, "fewer.csv"), rows.toSpliced(7, 1).join("\n"));
    const {output} = await edited("data-loaders/datasets/alllife/dataset.yaml", withFewResamples, () =>
      runCommand(project, "check", {INPUT_ALLLIFE: "fewer.csv"}),
    );
    expect(output).toMatch(/figures: \d+, of which \d+ print another text/);
    expect(await fingerprint(edition)).toEqual(shown);
    expect(await fingerprint(join(project, "dist"))).toEqual(site);
  });
});

describe("a build from bad input of both data sets", () => {
  const rows = (dataset = "alllife") =>
    textOf(`data-loaders/datasets/${dataset}/sample/${dataset}.sample.csv`).split("\n");
  const file = (name: string, lines: readonly string[]) => {
    writeFileSync(join(project, name), lines.join("\n"));
    return name;
  };
  const folder = () => {
    mkdirSync(join(project, "folder.csv"), {recursive: true});
    return "folder.csv";
  };
  const withoutLast = () => rows("card-usage").map((line) => line.replace(/,[^,]*$/, ""));

  /** Builds from two inputs, each with the reason for which it is refused. */
  async function expectRefused(alllife: [string, RegExp], cardUsage: [string, RegExp]): Promise<void> {
    const {code, output} = await build({INPUT_ALLLIFE: alllife[0], INPUT_CARD_USAGE: cardUsage[0]});
    expect(code).toBe(1);
    for (const [, reason] of [alllife, cardUsage]) expect(output).toMatch(reason);
    expect(output.trimEnd().split("\n").at(-1)).toBe("Nothing was built; the last site is as it was.");
    expect(output).not.toMatch(/^\s+at /m);
    expect(await fingerprint(join(project, "dist"))).toEqual(site);
  }

  test("(a missing file, a directory) fails with both reasons, and the last site stays as it was", () =>
    expectRefused(
      ["nowhere.csv", /nowhere\.csv: found no such file/],
      [folder(), /folder\.csv: found a (directory|folder)/],
    ));

  test("(an empty file, a missing column) fails with both reasons, and the last site stays as it was", () =>
    expectRefused(
      [file("empty.csv", []), /empty\.csv: found an empty file/],
      [file("column.csv", withoutLast()), /column\.csv.*TENURE/],
    ));

  test("(text in a number column, a ragged row) fails with both reasons, and the last site stays as it was", () =>
    expectRefused(
      [
        file("text.csv", rows().with(3, "3,1,many,2,0,4,7")),
        /text\.csv, line 4, column "Avg_Credit_Limit": found "many"/,
      ],
      [file("ragged.csv", rows("card-usage").with(5, "5,1,100")), /ragged\.csv, line 6: found 3/],
    ));

  test("(a warehouse that does not answer, one where the query is cancelled) fails with both reasons, and the last site stays as it was", async () => {
    const error = {errorName: "USER_CANCELED", errorType: "USER_ERROR", errorCode: 3, message: "cancelled"};
    const coordinator = await fakeCoordinator([{next: true}, {error}]);
    try {
      await expectRefused(
        [
          "trino://127.0.0.1:9/lake/bank/customers",
          /cannot use trino:\/\/127\.0\.0\.1:9\/lake\/bank\/customers: columns of the table: nothing listens/,
        ],
        [
          `trino://${coordinator.host}/lake/bank/customers`,
          /columns of the table: USER_CANCELED, cancelled\. Somebody cancelled the query/,
        ],
      );
    } finally {
      await coordinator.close();
    }
  });
});

describe("a build with which the second opinion disagrees", () => {
  test("says which comparison, both values and what to do, and the last site stays as it was", async () => {
    const {code, output} = await edited(
      "data-loaders/model/second-opinion/secondOpinion.ts",
      (text) => text.replace('judged(lower, "≥", -1e-4)', 'judged(lower, "≥", 1)'),
      build,
    );
    expect(code).toBe(1);
    for (const dataset of ["alllife", "card-usage"])
      expect(output).toMatch(
        new RegExp(
          `the second opinion on ${dataset} disagrees\n {2}k-means, .*: found \\S+ \\(ours \\S+, theirs \\S+\\); expected ≥ 1\\. .*raise search\\.restarts`,
        ),
      );
    expect(output).toContain("Nothing was built; the last site is as it was.");
    expect(output).not.toMatch(/^\s+at /m);
    expect(await fingerprint(join(project, "dist"))).toEqual(site);
  });
});

describe("a machine that cannot", () => {
  /** Runs a build behind a line of the shell, in a mount namespace of its own. */
  function limited(line: string) {
    const command = `cd ${JSON.stringify(project)} && ${line} && exec "${process.execPath}" --import tsx data-loaders/commands/build.ts`;
    const options = {encoding: "utf8", env: plainEnvironment({INPUT_ALLLIFE: "fewer-still.csv"})} as const;
    const {status, stderr} = spawnSync("unshare", ["-m", "sh", "-c", command], options);
    return {status, output: stderr};
  }
  const cannotMount = spawnSync("unshare", ["-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]).status !== 0;

  test.skipIf(cannotMount).each([
    ["full", "mount -t tmpfs -o size=64k tmpfs .cache", "the disk is full"],
    ["read-only", "mount -t tmpfs -o ro tmpfs .cache", "the disk is read-only"],
    ["for small files only", "ulimit -f 4", "a file is larger than this account or disk allows"],
    ["short of open files", "ulimit -n 40", "too many files are open at once"],
  ])(
    `(%s) is told in one line with what to do, and the last site stays${cannotMount ? " (skipped: no mount namespaces here)" : ""}`,
    async (_, line, message) => {
      const rows = textOf("data-loaders/datasets/alllife/sample/alllife.sample.csv").split("\n");
      writeFileSync(join(project, "fewer-still.csv"), rows.toSpliced(9, 1).join("\n"));
      const {status, output} = limited(line);
      expect(status, output).toBe(1);
      const told = output.split("\n").filter((text) => text.includes("run the command again."));
      expect(told, output).toHaveLength(1);
      expect(told[0]).toContain(message);
      expect(output).not.toMatch(/^\s+at /m);
      expect(output).toContain("Nothing was built; the last site is as it was.");
      expect(await fingerprint(join(project, "dist"))).toEqual(site);
    },
  );
});

describe("a build of pages that are wrong", () => {
  const mistakes = `
{{alllife.custmers}} customers, 660 of them here.

[They log in](claim:alllife.premium-onlin), see [there](./alllife/clusterin).
`;

  test("fails with every mistake at its place and the nearest known name, and with the query that fails, and the last site stays", async () => {
    const query = "\n-- figure: alllife.broken\n-- label: Broken\nSELECT count(*)\nFROM alllife.custmers;\n";
    const figures = "src/alllife/segments/figures.sql";
    const lines = textOf("src/index.md").split("\n").length;
    const queryLines = textOf(figures).split("\n").length;
    const {code, output} = await edited(
      "src/index.md",
      (text) => `${text}${mistakes}`,
      () => edited(figures, (text) => text + query, build),
    );
    expect(code).toBe(1);
    const problems = output.split("\n").filter((line) => line.startsWith("src/index.md:"));
    const places = problems.map((line) =>
      line.replace(
        /^(\S+?):(\d+):(\d+): (.*)/,
        (__, ___, line, column, rest) => `+${line - lines}:${column} ${rest}`,
      ),
    );
    expect(places.sort()).toMatchInlineSnapshot(`
      [
        "+1:1 error: no figure alllife.custmers; did you mean alllife.customers?",
        "+1:33 error: "660" is carried by no figure; quote a figure as {{id}}, put a source's words in “curly quotes”, or a constant in \`code\`; prints as 660 here: {{alllife.customers}} (Customers), {{alllife.limit.count}} (Credit limit: values), {{alllife.cards.count}} (Credit cards: values)",
        "+3:15 error: no claim alllife.premium-onlin; did you mean alllife.premium-online?",
        "+3:55 error: link to no page: ./alllife/clusterin; did you mean /alllife/clustering?",
      ]
    `);
    expect(output).toContain(
      `${figures}:${queryLines + 4}:6: error: figure alllife.broken: Catalog Error: Table with name custmers does not exist!`,
    );
    expect(await fingerprint(join(project, "dist"))).toEqual(site);
  });

  test("tells a program the same as a person", async () => {
    const {code, output} = await edited(
      "src/index.md",
      (text) => `${text}${mistakes}`,
      () => runCommand(project, "check", {}, ["--json"]),
    );
    expect(code).toBe(1);
    const {totals, problems} = JSON.parse(output);
    expect(totals).toMatchObject({errors: 4, unsupported: 0});
    expect(problems).toContainEqual(
      expect.objectContaining({
        file: "src/index.md",
        level: "error",
        message: expect.stringContaining("alllife.custmers"),
      }),
    );
  });

  test("fails where Framework renders an error into a page, and the last site stays", async () => {
    const cell = '\n```js\nimport {nothing} from "../nowhere.js";\n```\n';
    const {code, output} = await edited("src/explore.md", (text) => text + cell, build);
    expect(code).toBe(1);
    expect(output).toContain("explore.html: ");
    expect(await fingerprint(join(project, "dist"))).toEqual(site);
    expect(readdirSync(join(project, ".cache")).filter((name) => name.startsWith("site-"))).toEqual([]);
  });

  test("fails where a page imports a package that is not in the lock file, and says how to add it", async () => {
    const cell = '\n```js\nimport leftPad from "npm:left-pad";\n```\n';
    const {code, output} = await edited("src/explore.md", (text) => text + cell, build);
    expect(code).toBe(1);
    expect(output).toContain(
      "npm:left-pad is not in package-lock.json; where the npm registry can be reached, add it with: npm install --save-exact left-pad",
    );
    expect(await fingerprint(join(project, "dist"))).toEqual(site);
  });
});

describe("a build that is killed", () => {
  const noInput = {INPUT_ALLLIFE: "nowhere.csv", INPUT_CARD_USAGE: "nowhere.csv"};

  test("between the two renames leaves a site that the next build puts back", async () => {
    renameSync(join(project, "dist"), join(project, ".cache/previous-site"));
    const {code} = await build(noInput);
    expect(code).toBe(1);
    expect(await fingerprint(join(project, "dist"))).toEqual(site);
  });

  test.each([
    ["check", noInput, []],
    ["start", noInput, []],
    ["bench", {}, ["--runs", "none"]],
    ["sample:describe", {}, []],
  ])("is put back by npm run %s too", async (command, env, options) => {
    renameSync(join(project, "dist"), join(project, ".cache/previous-site"));
    await runCommand(project, command, env, options);
    expect(await fingerprint(join(project, "dist"))).toEqual(site);
  });
});

/** Everything here is one story, since pages take long to render: what the publisher allows is rendered after a kill. */
describe("a build whose sentences fail, of other code, figures and configuration", () => {
  const changes: [string, (text: string) => string][] = [
    ["data-loaders/site/pages/footer.ts", (text) => text.replace("rows, SHA-256", "rows (counted), SHA-256")],
    [
      "src/alllife/data-quality/figures.sql",
      (text) =>
        text.replace(
          "SELECT count(*) FROM alllife.customers;",
          "SELECT count(*) + 1 FROM alllife.customers;",
        ),
    ],
    [
      "src/alllife/segments/claims.sql",
      (text) =>
        text.replace(/(-- claim: alllife\.branch-rarely-online\n(?:--.*\n)*)[^;]*;/, "$1SELECT false;"),
    ],
    ["cardlens.yaml", (text) => `${text}otherAnalyses: false\n`],
  ];
  let originals: [string, string][];
  let before: Manifest | undefined;
  let told: string;
  let allowed: string[];
  beforeAll(async () => {
    before = await readManifest(join(project, "dist"));
    originals = changes.map(([file]) => [file, textOf(file)]);
    for (const [file, change] of changes) {
      const text = textOf(file);
      expect(change(text), `${file} is edited`).not.toBe(text);
      writeFileSync(join(project, file), change(text));
    }
  });
  afterAll(() => {
    for (const [file, text] of originals) writeFileSync(join(project, file), text);
  });

  test("is refused with their count and places", async () => {
    const {code, output} = await build();
    expect(code).toBe(1);
    [told = ""] =
      /^\d+ sentences? (is|are) not supported by these data, \d+ recommendations are withheld(?=\.$)/m.exec(
        output,
      ) ?? [];
    expect(told, output).not.toBe("");
    for (const page of ["src/index.md", "src/alllife/segments.md"])
      expect(output).toMatch(
        new RegExp(
          `^ {2}${page}: \\d+ sentences? (is|are) not supported by these data(, \\d+ recommendations are withheld)?$`,
          "m",
        ),
      );
    expect(output).toContain("Nothing was built; the last site is as it was.");
    expect(output).not.toMatch(/^\s+at /m);
    expect(timed(output).sort()).toEqual([
      "narrative",
      "src/alllife/data-quality/figures.sql",
      "src/alllife/segments/claims.sql",
    ]);
    expect(await fingerprint(join(project, "dist"))).toEqual(site);
    allowed = ["--publish-with-failing", /--publish-with-failing (\d+)/.exec(output)?.[1] ?? ""];
  });

  test("killed while pages are rendered, leaves the last site", async () => {
    const {child, ended, output} = startCommand(project, "build", {}, allowed);
    const folder = join(project, `.cache/site-${child.pid}`);
    while (!existsSync(folder)) {
      expect(child.exitCode, output()).toBeNull();
      await setTimeout(20);
    }
    child.kill("SIGKILL");
    expect((await ended).signal).toBe("SIGKILL");
    expect(timed(output())).toEqual([]);
    expect(await fingerprint(join(project, "dist"))).toEqual(site);
  });

  test("then succeeds at once where the publisher says so, without modelling, and from damaged caches", async () => {
    await damageCaches();
    const {code, output} = await build({}, allowed);
    expect(code, output).toBe(0);
    expect(timed(output)).toEqual(["pages"]);
    expect(output).toMatch(/recommendations are withheld; the pages mark them/);
    const after = await readManifest(join(project, "dist"));
    expect(after?.figures).toEqual({...before?.figures, "alllife.customers": {value: 661, text: "661"}});
    expect(after?.claims).toEqual({...before?.claims, "alllife.branch-rarely-online": "fails"});
    const {"manifest.json": _, ...files} = await fingerprint(join(project, "dist"));
    expect(after?.files).toEqual(files);
    for (const file of Object.keys(files).filter((name) => /^_(npm|node)\/|\.(wasm|gz|woff2)$/.test(name)))
      expect(files[file], file).toBe(before?.files[file]);
    expect(textOf("dist/index.html")).toContain('data-figure="alllife.customers">661</data>');
    expect(textOf("dist/index.html")).toContain("rows (counted), SHA-256");
  });

  test("has the count on the front page, and marks its sentences", () => {
    const front = textOf("dist/index.html");
    expect(front).toContain(`In this report, ${told}.`);
    expect(front).toContain('<mark class="claim" data-claim="alllife.branch-rarely-online">');
    expect(textOf("dist/alllife/segments.html")).not.toContain("In this report, ");
    expect(textOf("dist/review/other-analyses.html")).toContain("built without other analyses");
  });

  test("is up to date when it is built again", async () => {
    const again = await build();
    expect(again.code, again.output).toBe(0);
    expect(again.output).toContain("dist is up to date");
  });
});

/** Flips a bit in, or cuts, what the build would take from its caches: kernels, databases, edition and Framework's modules. */
async function damageCaches(): Promise<void> {
  const caches = [
    ".cache/kernels",
    ".cache/databases",
    ".cache/edition",
    ".cache/code",
    "src/.observablehq/cache",
  ];
  for (const cache of caches)
    for (const [index, name] of (await filesBelow(join(project, cache))).entries()) {
      const file = join(project, cache, name);
      const bytes = readFileSync(file);
      if (bytes.length === 0) continue;
      const place = Math.floor(bytes.length / 2);
      bytes[place] ^= 1;
      writeFileSync(file, index % 2 === 0 ? bytes : bytes.subarray(0, place));
    }
}

/** The steps that a build has worked on: what it took from the cache has no time. */
function timed(output: string): string[] {
  return Array.from(
    output.matchAll(/^ {2}(\S.*?) {2,}[\d.]+ s(?:, \d+ of \d+ anew)?$/gm),
    ([, step]) => step,
  );
}
