import {datasets} from "../datasets/datasets.js";
import {silentProgress} from "../engine/progress/progress.js";
import {runPipeline} from "../pipeline.js";

/**
 * A published file, for the loaders in `src/data` and `src/models`. The pipeline computes it, or takes it from
 * the stage cache.
 *
 * @param path `alllife.duckdb`, `alllife/customers.json`, `models/alllife.json`, …
 * @throws Error if no data set publishes such a file
 */
export async function publishedFile(path: string): Promise<Uint8Array> {
  const id = path.replace(/^models\//, "").split(/[/.]/)[0];
  const definition = datasets().find((dataset) => dataset.id === id);
  if (definition === undefined)
    throw new Error(
      `no data set ${id}; known: ${datasets()
        .map((dataset) => dataset.id)
        .join(", ")}`,
    );
  const {files} = await runPipeline(definition, silentProgress);
  const file = files.get(path);
  if (file === undefined) throw new Error(`${path} is not published; known: ${[...files.keys()].join(", ")}`);
  return file;
}
