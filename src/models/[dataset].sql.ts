import {parseArgs} from "node:util";
import {publishedFile} from "../../data-loaders/edition/publishedFile.js";

const {values} = parseArgs({options: {dataset: {type: "string"}}});
process.stdout.write(await publishedFile(`models/${values.dataset}.sql`));
