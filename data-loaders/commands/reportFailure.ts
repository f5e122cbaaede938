import {DefinitionError} from "../datasets/readYaml.js";
import {EarlierEditionError} from "../edition/changes/earlierEdition.js";
import {SettingError} from "../engine/project/settingError.js";
import {WarehouseError} from "../engine/trino/warehouseError.js";
import {DisagreementError} from "../model/second-opinion/requireAgreement.js";
import {NarrativeError} from "../narrative/syntax/problem.js";
import {FailingSentencesError} from "../site/build/refuseFailing.js";
import {PortError} from "../site/serve/listenOnFreePort.js";
import {InputError, type InputProblem} from "../source/inputError.js";
import {OptionError} from "./commandOptions.js";
import {nothingBuilt} from "./nothingBuilt.js";
import {systemFault} from "./systemFault.js";

/**
 * Ends a command that could not do its work: options that it does not know, and ports that cannot be used, in a line;
 * problems in inputs and pages as they are; faults of the machine in a line; defects with their trace.
 */
export function reportFailure(error: unknown): void {
  process.exitCode = 1;
  if (error instanceof OptionError || error instanceof PortError) {
    console.error(error.message);
    return;
  }
  for (const defect of each(error).filter((one) => messageOf(one) === undefined)) console.error(defect);
  const messages = expectedMessages(error);
  if (messages.length > 0) console.error(nothingBuilt(messages));
}

/** What is wrong with inputs, settings, pages and the machine, in words; empty where there are only defects. */
export function expectedMessages(error: unknown): string[] {
  return [...new Set(each(error).flatMap((one) => messageOf(one) ?? []))];
}

function messageOf(error: unknown): string | undefined {
  return isExpected(error) ? error.message : systemFault(error);
}

/** What is wrong with inputs, one entry for each place, for machines; undefined where something else failed. */
export function inputProblems(error: unknown): InputProblem[] | undefined {
  const errors = each(error);
  return errors.every((one) => one instanceof InputError)
    ? errors.flatMap(({problems}) => problems)
    : undefined;
}

function each(error: unknown): unknown[] {
  return error instanceof AggregateError ? error.errors : [error];
}

function isExpected(error: unknown): error is Error {
  return (
    error instanceof NarrativeError ||
    error instanceof FailingSentencesError ||
    error instanceof InputError ||
    error instanceof DefinitionError ||
    error instanceof SettingError ||
    error instanceof WarehouseError ||
    error instanceof EarlierEditionError ||
    error instanceof DisagreementError
  );
}
