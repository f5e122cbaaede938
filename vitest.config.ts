import {existsSync, readdirSync, readFileSync} from "node:fs";
import {availableParallelism} from "node:os";
import {defineConfig} from "vitest/config";
import LongestFirst from "./test/setup/longestFirst.js";
import {testCache} from "./test/setup/testCache.js";

/** What a test imports that needs a built site, a browser, a child process or a whole run of the pipeline. */
const heavy = /\/setup\/(?!fingerprint|testCache)\w+\.js"|\/pipeline\.js"|\/(smallReport|runStrange)\.js"/;

/** Tests that compute for long, without any of that. */
const long = [
  "test/data-loaders/datasets/card-usage/sample.test.ts",
  "test/data-loaders/model/risk/modelRisk.test.ts",
  "test/data-loaders/model/second-opinion/secondOpinion.test.ts",
];

/** Tests that are long, or need the built site: they are found by what they import, so that nobody keeps a list. */
const site = readdirSync("test", {recursive: true, encoding: "utf8"})
  .map((file) => `test/${file.replaceAll("\\", "/")}`)
  .filter((file) => file.endsWith(".test.ts") && !file.startsWith("test/trino/"))
  .filter((file) => heavy.test(readFileSync(file, "utf8")) || long.includes(file));

/** The tests of the built site walk the site of the embedded samples, which come with the demonstration chapters. */
const hasSamples = readdirSync("data-loaders/datasets").some((name) =>
  existsSync(`data-loaders/datasets/${name}/sample`),
);
if (!hasSamples)
  console.warn(
    `No data set has an embedded sample: the ${site.length} files that test the site built from one are left out.`,
  );

export default defineConfig({
  // Browser modules import packages as `npm:NAME`; here these are the packages in `node_modules`.
  resolve: {alias: [{find: /^npm:/, replacement: ""}]},
  test: {
    maxWorkers: availableParallelism(),
    maxConcurrency: availableParallelism(),
    env: {
      // so that no test on a real-looking file makes a secret in the project itself
      CARDLENS_PSEUDONYM_KEY: "a secret for tests, of no use elsewhere",
      CARDLENS_CACHE: testCache,
    },
    sequence: {sequencer: LongestFirst},
    testTimeout: 300_000,
    hookTimeout: 900_000,
    // a machine with other work still answers, later
    expect: {poll: {timeout: 30_000}},
    reporters: ["default", "./test/setup/skippedReporter.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "code",
          // these files change nothing that another could see; loading the code once for all halves the time
          isolate: false,
          include: ["test/**/*.test.ts"],
          exclude: [...site, "test/trino/**"],
          globalSetup: "test/setup/ownCache.ts",
        },
      },
      ...(hasSamples
        ? [
            {
              extends: true as const,
              test: {
                name: "site",
                include: site,
                globalSetup: ["test/setup/ownCache.ts", "test/setup/buildOnce.ts"],
              },
            },
          ]
        : []),
      {
        extends: true,
        test: {
          name: "trino",
          include: ["test/trino/**/*.test.ts"],
          // one cluster, of which some tests stop a part
          fileParallelism: false,
          globalSetup: ["test/setup/ownCache.ts", "test/trino/setup.ts"],
        },
      },
    ],
  },
});
