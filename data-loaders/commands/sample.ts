import {writeFileSync} from "node:fs";
import {samples} from "../input/synthetic/samples.js";

/** `npm run sample`: writes the embedded synthetic samples anew. The bytes do not change unless a generator does. */
for (const {file, generate} of samples) {
  const text = generate();
  writeFileSync(new URL(`../input/${file}`, import.meta.url), text);
  process.stderr.write(`data-loaders/input/${file}: ${text.split("\n").length - 2} rows\n`);
}
