import {nothingBuilt} from "./nothingBuilt.js";
import {requireOpenFiles} from "./requireOpenFiles.js";
import {systemFault} from "./systemFault.js";

/**
 * Runs a command: first it puts right what a killed build left of the site; where it fails, it says why.
 *
 * @param work loads the bulk of its code itself (`await import`), once it is sure that enough files can be opened
 * @param failed how it says why
 */
export async function runCommand(
  work: () => Promise<void>,
  failed: (error: unknown) => void | Promise<void> = failedAsUsual,
): Promise<void> {
  try {
    requireOpenFiles();
  } catch (error) {
    process.exitCode = 1;
    console.error(nothingBuilt([systemFault(error) ?? String(error)]));
    return;
  }
  try {
    const {projectPath} = await import("../engine/project/projectPath.js");
    const {restoreInterrupted} = await import("../site/build/swap.js");
    await restoreInterrupted(projectPath("dist"));
    await work();
  } catch (error) {
    await failed(error);
  }
}

async function failedAsUsual(error: unknown): Promise<void> {
  const {reportFailure} = await import("./reportFailure.js");
  reportFailure(error);
}
