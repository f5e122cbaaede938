import {terminalProgress} from "../progress/progress.js";
import {buildSite} from "../site/buildSite.js";
import {serveSite} from "../site/serveSite.js";
import {reportFailure} from "./reportFailure.js";

const firstPort = Number(process.env.PORT ?? 3000);

try {
  await buildSite(terminalProgress());
  const {url, close} = await serveSite(firstPort);
  console.error(`\nCardlens is at ${url} (Ctrl-C ends it)`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, close);
} catch (error) {
  reportFailure(error);
}
