import {EarlierEditionError} from "../changes/earlierEdition.js";
import {NarrativeError} from "../narrative/problem.js";
import {InputError} from "../source/inputError.js";
import {SettingError} from "../source/pseudonym.js";

/** Ends a command that could not do its work: problems in inputs and pages as they are, defects with their trace. */
export function reportFailure(error: unknown): void {
  const expected =
    error instanceof NarrativeError ||
    error instanceof InputError ||
    error instanceof SettingError ||
    error instanceof EarlierEditionError;
  if (expected) console.error(`\n${error.message}\n\nNothing was built; the last site is as it was.`);
  else console.error(error);
  process.exitCode = 1;
}
