import {defineConfig} from "vitest/config";

/** Tests that need the built site or a browser; they share one build. */
const site = ["test/site/**/*.test.ts"];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 300_000,
    projects: [
      {extends: true, test: {name: "code", include: ["test/**/*.test.ts"], exclude: site}},
      {extends: true, test: {name: "site", include: site, globalSetup: "test/site/buildOnce.ts"}},
    ],
  },
});
