import {defineConfig} from "vitest/config";

/** Tests that need the built site; they share one build. */
const site = [
  "test/site/**/*.test.ts",
  "test/charts/**/*.test.ts",
  "test/browser/**/*.test.ts",
  "test/data-loaders/commands/*.test.ts",
  "test/data-loaders/site/**/*.test.ts",
];

export default defineConfig({
  // Browser modules import packages as `npm:NAME`; here these are the packages in `node_modules`.
  resolve: {alias: [{find: /^npm:/, replacement: ""}]},
  test: {
    // Waiting for a build or a browser leaves a core free.
    maxWorkers: 2,
    // so that no test on a real-looking file makes a secret in the project itself
    env: {CARDLENS_PSEUDONYM_KEY: "a secret for tests, of no use elsewhere"},
    testTimeout: 300_000,
    hookTimeout: 900_000,
    // a machine with other work still answers, later
    expect: {poll: {timeout: 30_000}},
    projects: [
      {extends: true, test: {name: "code", include: ["test/**/*.test.ts"], exclude: site}},
      {extends: true, test: {name: "site", include: site, globalSetup: "test/setup/buildOnce.ts"}},
    ],
  },
});
