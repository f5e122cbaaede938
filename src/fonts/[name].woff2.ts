import {parseArgs} from "node:util";
import {fontFiles} from "../../data-loaders/site/pages/fonts.js";

const {values} = parseArgs({options: {name: {type: "string", default: ""}}});
const font = fontFiles.find(({name}) => name === values.name);
if (font === undefined) throw new Error(`no font file ${values.name}`);
process.stdout.write(await font.read());
