import {readFileSync} from "node:fs";
import {replaceFile} from "../engine/files/replaceFile.js";
import {projectPath} from "../engine/project/projectPath.js";
import {architecturePage, drawRooms, withDrawing} from "./architecture/drawRooms.js";
import {commandOptions} from "./commandOptions.js";
import {runCommand} from "./runCommand.js";

/** `npm run architecture`: draws how the rooms build on each other, from the imports of the code, into the docs. */
await runCommand(async () => {
  commandOptions({});
  const page = projectPath(architecturePage);
  await replaceFile(page, withDrawing(readFileSync(page, "utf8"), await drawRooms()));
  console.error(`${architecturePage} shows the rooms as they are`);
});
