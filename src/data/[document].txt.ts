import {readFile} from "node:fs/promises";
import {parseArgs} from "node:util";
import {projectPath} from "../../data-loaders/engine/project/projectPath.js";

const {values} = parseArgs({options: {document: {type: "string"}}});
process.stdout.write(await readFile(projectPath(`.cache/edition/data/${values.document}.txt`)));
