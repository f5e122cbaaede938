import {existsSync} from "node:fs";
import {pathToFileURL} from "node:url";
import {projectPath} from "../engine/project/projectPath.js";
import type {DatasetDefinition} from "./dataset.js";
import type {EmbeddedSample} from "./sampling/embeddedSample.js";

/** Folder of a data set's sample, from the project's root. */
export function sampleFolder({id}: Pick<DatasetDefinition, "id">): string {
  return `data-loaders/datasets/${id}/sample`;
}

/** Path of the embedded sample of a data set, from the project's root. */
export function samplePath(definition: Pick<DatasetDefinition, "id" | "sampleFile">): string {
  return `${sampleFolder(definition)}/${definition.sampleFile}`;
}

/** The generator of a data set's sample; undefined where the sample was not made by one. */
export async function embeddedSample(
  definition: Pick<DatasetDefinition, "id">,
): Promise<EmbeddedSample | undefined> {
  const file = projectPath(sampleFolder(definition), "sample.ts");
  if (!existsSync(file)) return undefined;
  const {sample}: {sample: EmbeddedSample} = await import(pathToFileURL(file).href);
  return sample;
}
