import {projectPath} from "../engine/project/projectPath.js";
import {restoreInterrupted} from "../site/build/swap.js";
import {reportFailure} from "./reportFailure.js";

/**
 * Runs a command: first it puts right what a killed build left of the site; where it fails, it says why.
 *
 * @param failed how it says so
 */
export async function runCommand(
  work: () => Promise<void>,
  failed: (error: unknown) => void = reportFailure,
): Promise<void> {
  try {
    await restoreInterrupted(projectPath("dist"));
    await work();
  } catch (error) {
    failed(error);
  }
}
