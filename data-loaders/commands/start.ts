import {terminalProgress} from "../engine/progress/progress.js";
import {buildSite} from "../site/build/buildSite.js";
import {portSetting} from "../site/serve/portSetting.js";
import {serveSite} from "../site/serve/serveSite.js";
import {commandOptions} from "./commandOptions.js";
import {reportFailure} from "./reportFailure.js";

try {
  commandOptions({});
  const firstPort = portSetting(process.env.PORT);
  await buildSite(terminalProgress());
  const {url, close} = await serveSite(firstPort);
  console.error(`\nCardlens is at ${url} (Ctrl-C ends it)`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, close);
} catch (error) {
  reportFailure(error);
}
