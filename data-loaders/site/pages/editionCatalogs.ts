import {readFileSync, statSync} from "node:fs";
import {datasetNames} from "../../datasets/datasets.js";
import {projectPath} from "../../engine/project/projectPath.js";
import type {Catalog} from "../../publish/catalog.js";

const read = new Map<string, {time: number; catalog: Catalog}>();

/** What the current edition publishes, in the order of the chapters; read again when it has changed. */
export function editionCatalogs(): Catalog[] {
  return datasetNames().flatMap((id) => {
    const file = projectPath(`.cache/edition/data/${id}/catalog.json`);
    const time = statSync(file, {throwIfNoEntry: false})?.mtimeMs;
    if (time === undefined) return [];
    const known = read.get(id);
    if (known?.time === time) return [known.catalog];
    const catalog: Catalog = JSON.parse(readFileSync(file, "utf8"));
    read.set(id, {time, catalog});
    return [catalog];
  });
}
