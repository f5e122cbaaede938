import {projectPath} from "../../data-loaders/engine/project/projectPath.js";

/** Where this run of the tests keeps what a build keeps in `.cache`: nothing that a build has left is written to. */
export const testCache = projectPath(".cache", `tests-${process.pid}`);
