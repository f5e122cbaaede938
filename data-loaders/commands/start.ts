import {terminalProgress} from "../engine/progress/progress.js";
import {portSetting} from "../site/serve/portSetting.js";
import {commandOptions, countOption} from "./commandOptions.js";
import {runCommand} from "./runCommand.js";

await runCommand(async () => {
  const {"publish-with-failing": allowed} = commandOptions({"publish-with-failing": {type: "string"}});
  const firstPort = portSetting(process.env.PORT);
  const {buildSite} = await import("../site/build/buildSite.js");
  await buildSite(terminalProgress(), undefined, countOption("publish-with-failing", allowed));
  const {serveSite} = await import("../site/serve/serveSite.js");
  const {url, close} = await serveSite(firstPort);
  console.error(`\nCardlens is at ${url} (Ctrl-C ends it)`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, close);
});
