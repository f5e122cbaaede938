import {existsSync, readdirSync} from "node:fs";
import {projectPath} from "../engine/project/projectPath.js";
import type {DatasetDefinition} from "./dataset.js";
import {readDefinition} from "./readDefinition.js";
import {readSiteConfig} from "./siteConfig.js";

/** Where each data set has a folder of its name. */
const folder = projectPath("data-loaders/datasets");

/** Names of the data sets in the order of the chapters: as `cardlens.yaml` lists them, then the others by name. */
export function datasetNames(): string[] {
  const {chapters} = readSiteConfig();
  const found = readdirSync(folder, {withFileTypes: true})
    .filter((entry) => entry.isDirectory() && existsSync(`${folder}/${entry.name}/dataset.yaml`))
    .map(({name}) => name)
    .sort();
  const listed = chapters.filter((name) => found.includes(name));
  return [...listed, ...found.filter((name) => !listed.includes(name))];
}

/**
 * The definition of one data set.
 *
 * @throws DefinitionError with every problem and its line
 */
export function datasetNamed(name: string): DatasetDefinition {
  return readDefinition(`${folder}/${name}`, name, readSiteConfig().currency);
}

/**
 * The data sets of the report, in the order of its chapters, as their files define them now.
 *
 * @throws DefinitionError with every problem of every definition
 */
export function datasets(): DatasetDefinition[] {
  return datasetNames().map(datasetNamed);
}
