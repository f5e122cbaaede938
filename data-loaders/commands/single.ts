import {join} from "node:path";
import {replaceFile} from "../engine/files/replaceFile.js";
import {projectPath} from "../engine/project/projectPath.js";
import {commandOptions} from "./commandOptions.js";
import {runCommand} from "./runCommand.js";

/** Pages that are nothing without a script. */
const needsScript = /^(score|explore|lab)\.html$/;

/** `npm run build:single`: writes the built site as one HTML file, `dist/report.html`. */
await runCommand(async () => {
  commandOptions({});
  const {gatherReport} = await import("../site/paper/gatherReport.js");
  const {singleFile} = await import("../site/paper/singleFile.js");
  const dist = projectPath("dist");
  const html = Buffer.from(singleFile(await gatherReport(dist, (path) => needsScript.test(path))));
  await replaceFile(join(dist, "report.html"), html);
  console.error(`dist/report.html is written: ${(html.length / 1e6).toFixed(1)} MB`);
});
