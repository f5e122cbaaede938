import {EarlierEditionError} from "../changes/earlierEdition.js";
import {NarrativeError} from "../narrative/problem.js";
import {DisagreementError} from "../second-opinion/requireAgreement.js";
import {SettingError} from "../settingError.js";
import {PortError} from "../site/listenOnFreePort.js";
import {InputError} from "../source/inputError.js";
import {OptionError} from "./commandOptions.js";

/**
 * Ends a command that could not do its work: options that it does not know, and ports that cannot be used, in a line;
 * problems in inputs and pages as they are; defects with their trace.
 */
export function reportFailure(error: unknown): void {
  process.exitCode = 1;
  if (error instanceof OptionError || error instanceof PortError) {
    console.error(error.message);
    return;
  }
  const errors: unknown[] = error instanceof AggregateError ? error.errors : [error];
  const expected = errors.filter(isExpected);
  for (const defect of errors.filter((each) => !isExpected(each))) console.error(defect);
  const messages = new Set(expected.map(({message}) => message));
  if (messages.size > 0)
    console.error(`\n${[...messages].join("\n\n")}\n\nNothing was built; the last site is as it was.`);
}

function isExpected(error: unknown): error is Error {
  return (
    error instanceof NarrativeError ||
    error instanceof InputError ||
    error instanceof SettingError ||
    error instanceof EarlierEditionError ||
    error instanceof DisagreementError
  );
}
