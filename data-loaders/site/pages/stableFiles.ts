import {datasets} from "../../datasets/datasets.js";
import {sourceFiles} from "../../engine/project/sourceFiles.js";
import {fontFiles} from "./fonts.js";
import {reviewFiles} from "./reviewFiles.js";

/** Files that keep their address in the built site: databases and Parquet for download, the evidence, saved models, typefaces, the picture of links. */
export async function* stableFiles(): AsyncGenerator<string> {
  yield "/share-card.png";
  for (const {name} of fontFiles) yield `/fonts/${name}.woff2`;
  for (const {id} of datasets()) {
    yield `/data/${id}.duckdb`;
    yield `/data/${id}.lab.json`;
    yield `/models/${id}.json`;
    yield `/models/${id}.sql`;
  }
  yield "/models/model.schema.json";
  for (const path of reviewFiles) yield `/data/${path}`;
  const published = await sourceFiles(editionData, (path) => /\.(parquet|csv)$/.test(path)).catch(() => []);
  for (const path of published) yield path.slice(editionData.length - "/data".length);
}

const editionData = ".cache/edition/data";
