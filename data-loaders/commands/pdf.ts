import {join} from "node:path";
import {replaceFile} from "../engine/files/replaceFile.js";
import {projectPath} from "../engine/project/projectPath.js";
import {commandOptions} from "./commandOptions.js";
import {runCommand} from "./runCommand.js";

/** `npm run pdf`: prints the built site as one PDF, `dist/report.pdf`. */
await runCommand(async () => {
  commandOptions({});
  const {pdfName, reportPdf} = await import("../site/paper/reportPdf.js");
  const dist = projectPath("dist");
  const pdf = await reportPdf(dist);
  await replaceFile(join(dist, pdfName), pdf);
  console.error(`dist/${pdfName} is written: ${(pdf.length / 1e6).toFixed(1)} MB`);
});
