import {writeFileSync} from "node:fs";
import {projectPath} from "../engine/project/projectPath.js";
import {runCommand} from "./runCommand.js";

/**
 * `npm run sample:describe -- <data set> <file>`: writes the aggregates of a customer file, from which
 * `npm run sample` then draws the embedded sample. Nothing else of the file is kept.
 */
await runCommand(async () => {
  const {datasets} = await import("../datasets/datasets.js");
  const {embeddedSample, sampleFolder} = await import("../datasets/samples.js");
  const [id = "", path = ""] = process.argv.slice(2);
  const definition = datasets().find((each) => each.id === id);
  const sample = definition && (await embeddedSample(definition));
  if (definition === undefined || sample === undefined || path === "") {
    const known = datasets()
      .map((each) => each.id)
      .join("|");
    process.stderr.write(`usage: npm run sample:describe -- (${known}) path/to/file.csv\n`);
    process.exitCode = 2;
  } else {
    const {compactJson} = await import("../datasets/sampling/compactJson.js");
    const {segmentFile} = await import("./segmentFile.js");
    const name = `${sampleFolder(definition)}/aggregates.json`;
    const aggregates = sample.describe(await segmentFile(path, definition));
    writeFileSync(projectPath(name), `${compactJson(aggregates)}\n`);
    process.stderr.write(`${name}: aggregates of ${path}\n`);
  }
});
