import {parseArgs} from "node:util";
import {type FontName, readFont} from "../../data-loaders/site/pages/fonts.js";

const {values} = parseArgs({options: {name: {type: "string", default: ""}}});
process.stdout.write(await readFont(values.name as FontName));
