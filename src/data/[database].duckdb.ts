import {parseArgs} from "node:util";
import {publishedFile} from "../../data-loaders/edition/publishedFile.js";

const {values} = parseArgs({options: {database: {type: "string"}}});
process.stdout.write(await publishedFile(`${values.database}.duckdb`));
