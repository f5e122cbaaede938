import {writeFileSync} from "node:fs";
import {datasets} from "../datasets/datasets.js";
import {embeddedSample, samplePath} from "../datasets/samples.js";
import {projectPath} from "../engine/project/projectPath.js";
import {runCommand} from "./runCommand.js";

/** `npm run sample`: writes the embedded synthetic samples anew. The bytes do not change unless a generator does. */
await runCommand(async () => {
  for (const definition of datasets()) {
    const text = (await embeddedSample(definition))?.generate();
    if (text === undefined) continue;
    const path = samplePath(definition);
    writeFileSync(projectPath(path), text);
    process.stderr.write(`${path}: ${text.split("\n").length - 2} rows\n`);
  }
});
