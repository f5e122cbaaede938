import {join} from "node:path";
import {replaceFile} from "../engine/files/replaceFile.js";
import {projectPath} from "../engine/project/projectPath.js";
import {gatherReport} from "../site/paper/gatherReport.js";
import {printReport} from "../site/paper/printReport.js";
import {commandOptions} from "./commandOptions.js";
import {runCommand} from "./runCommand.js";

/** Pages that are tools and lists: they are not printed. */
const notPrinted = /^(score|explore|lab)\.html$|^review\//;

/** `npm run pdf`: prints the built site as one PDF, `dist/report.pdf`. */
await runCommand(async () => {
  commandOptions({});
  const dist = projectPath("dist");
  const pdf = await printReport(await gatherReport(dist, (path) => notPrinted.test(path)));
  await replaceFile(join(dist, "report.pdf"), pdf);
  console.error(`dist/report.pdf is written: ${(pdf.length / 1e6).toFixed(1)} MB`);
});
