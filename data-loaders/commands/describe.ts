import {writeFileSync} from "node:fs";
import {compactJson} from "../input/synthetic/compactJson.js";
import {describeAllLifeFile, describeCardUsageFile} from "../input/synthetic/describeInput.js";

/**
 * `npm run sample:describe -- <data set> <file>`: writes the aggregates of a customer file, from which
 * `npm run sample` then draws the embedded sample. Nothing else of the file is kept.
 */
const descriptions = new Map<string, (path: string) => Promise<unknown>>([
  ["alllife", describeAllLifeFile],
  ["card-usage", describeCardUsageFile],
]);

const [dataset = "", path = ""] = process.argv.slice(2);
const describe = descriptions.get(dataset);
if (describe === undefined || path === "") {
  const known = [...descriptions.keys()].join("|");
  process.stderr.write(`usage: npm run sample:describe -- (${known}) path/to/file.csv\n`);
  process.exitCode = 2;
} else {
  const name = `data-loaders/input/synthetic/${dataset}.aggregates.json`;
  const aggregates = await describe(path);
  writeFileSync(new URL(`../../${name}`, import.meta.url), `${compactJson(aggregates)}\n`);
  process.stderr.write(`${name}: aggregates of ${path}\n`);
}
