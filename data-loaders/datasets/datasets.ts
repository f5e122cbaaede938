import {existsSync, readdirSync} from "node:fs";
import {pathToFileURL} from "node:url";
import {projectPath} from "../engine/project/projectPath.js";
import type {DatasetDefinition} from "./dataset.js";

const folder = "data-loaders/datasets";

/** The modules that define the data sets, from the project's root: `definition.ts` in a folder of the data set's name. */
export const definitionFiles: readonly string[] = readdirSync(projectPath(folder))
  .sort()
  .map((id) => `${folder}/${id}/definition.ts`)
  .filter((file) => existsSync(projectPath(file)));

/** The data sets of the report, in the order of their names. */
export const datasets: readonly DatasetDefinition[] = await Promise.all(
  definitionFiles.map(async (file) => {
    const module: {definition: DatasetDefinition} = await import(pathToFileURL(projectPath(file)).href);
    return module.definition;
  }),
);
