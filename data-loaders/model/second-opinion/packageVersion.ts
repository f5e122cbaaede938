import {readFileSync} from "node:fs";
import {projectPath} from "../../engine/project/projectPath.js";

/** Name and installed version of a package. */
export function packageVersion(name: string): {package: string; version: string} {
  const {version}: {version: string} = JSON.parse(
    readFileSync(projectPath("node_modules", name, "package.json"), "utf8"),
  );
  return {package: name, version};
}
