import {readConfig} from "@observablehq/framework/dist/config.js";
import {expect, test} from "vitest";
import {commonKey} from "../../../../data-loaders/site/build/pageSources.js";

test("what all pages depend on is the same where the project lies elsewhere, and not with other settings", async () => {
  const config = await readConfig();
  const key = await commonKey(config, "the code");
  expect(await commonKey({...config, watchPath: "/elsewhere/observablehq.config.ts"}, "the code")).toBe(key);
  expect(await commonKey({...config, pages: []}, "the code")).not.toBe(key);
  expect(await commonKey(config, "other code")).not.toBe(key);
});
