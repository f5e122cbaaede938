import {terminalProgress} from "../engine/progress/progress.js";
import {buildSite} from "../site/build/buildSite.js";
import {commandOptions} from "./commandOptions.js";
import {reportFailure} from "./reportFailure.js";

/** `npm run build -- --against FILE`: names the earlier edition that the Changes page compares with. */
try {
  const {against} = commandOptions({against: {type: "string"}});
  const start = performance.now();
  const {rebuilt, unsupported, untestable} = await buildSite(terminalProgress(), against);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.error(
    rebuilt
      ? `dist is built, in ${seconds} s`
      : `dist is up to date: nothing that it depends on has changed (${seconds} s)`,
  );
  if (unsupported + untestable > 0)
    console.error(
      `${unsupported} sentences are not supported by these data, and ${untestable} have nothing to test; they are marked in the pages, and npm run check lists them`,
    );
} catch (error) {
  reportFailure(error);
}
