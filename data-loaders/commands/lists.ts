import {relative} from "node:path";
import {terminalProgress, whatRuns} from "../engine/progress/progress.js";
import {projectPath} from "../engine/project/projectPath.js";
import {commandOptions} from "./commandOptions.js";
import {runCommand} from "./runCommand.js";

/** `npm run lists`: writes the lists of the actions with all customers and their keys, where the site has only those of a sample. */
await runCommand(async () => {
  commandOptions({});
  const {datasets} = await import("../datasets/datasets.js");
  const {runPipeline} = await import("../pipeline.js");
  const {writeLists} = await import("../publish/population/writeLists.js");
  const progress = whatRuns(terminalProgress());
  for (const definition of datasets()) {
    const {allCustomers} = await runPipeline(definition, progress);
    if (allCustomers === undefined) {
      console.log(`${definition.id}: the lists on the site are whole.`);
      continue;
    }
    for (const {path, customers} of await writeLists(
      definition,
      allCustomers,
      projectPath(`lists/${definition.id}`),
    ))
      console.log(`${relative(projectPath("."), path)}: ${customers.toLocaleString("en-US")} customers`);
  }
});
