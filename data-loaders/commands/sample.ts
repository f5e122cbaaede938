import {writeFileSync} from "node:fs";
import {projectPath} from "../engine/project/projectPath.js";
import {runCommand} from "./runCommand.js";

/** `npm run sample`: writes the embedded synthetic samples anew. The bytes do not change unless a generator does. */
await runCommand(async () => {
  const {datasets} = await import("../datasets/datasets.js");
  const {embeddedSample, samplePath} = await import("../datasets/samples.js");
  for (const definition of datasets()) {
    const text = (await embeddedSample(definition))?.generate();
    if (text === undefined) continue;
    const path = samplePath(definition);
    writeFileSync(projectPath(path), text);
    process.stderr.write(`${path}: ${text.split("\n").length - 2} rows\n`);
  }
});
