import {terminalProgress} from "../engine/progress/progress.js";
import {describeFailing, totalFailing} from "../narrative/check/failingSentences.js";
import {commandOptions, countOption} from "./commandOptions.js";
import {runCommand} from "./runCommand.js";

/**
 * `npm run build -- --against FILE`: names the earlier edition that the Changes page compares with.
 * `npm run build -- --publish-with-failing N`: puts the site in place though up to N of its sentences fail.
 */
await runCommand(async () => {
  const {against, "publish-with-failing": allowed} = commandOptions({
    against: {type: "string"},
    "publish-with-failing": {type: "string"},
  });
  const start = performance.now();
  const {buildSite} = await import("../site/build/buildSite.js");
  const {rebuilt, failing, disclosed} = await buildSite(
    terminalProgress(),
    against,
    countOption("publish-with-failing", allowed),
  );
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.error(
    rebuilt
      ? `dist is built, in ${seconds} s`
      : `dist is up to date: nothing that it depends on has changed (${seconds} s)`,
  );
  for (const line of disclosed) console.error(line);
  if (totalFailing(failing) > 0)
    console.error(`${describeFailing(failing)}; the pages mark them, and npm run check lists them`);
});
