import {type ParseArgsConfig, parseArgs} from "node:util";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Options of a command that cannot be understood; the message names those that exist. */
export class OptionError extends Error {}

/**
 * The options after a command's name. `--help` lists those that there are and ends the command.
 *
 * @param known the options that there are, as Node's `parseArgs` takes them
 * @throws OptionError where others are given, or a value lacks or is too much
 */
export function commandOptions<const Known extends Options>(
  known: Known,
  args: string[] = process.argv.slice(2),
) {
  if (args.includes("--help")) {
    console.log(`Options: ${listed(known)}`);
    process.exit(0);
  }
  try {
    return parseArgs({options: known, args}).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new OptionError(`${error.message.replaceAll(/\.?\s*\n/g, ". ")}. Options: ${listed(known)}`);
  }
}

/**
 * The value of an option that is a count.
 *
 * @returns 0 where the option is not given
 * @throws OptionError for anything else than a whole number from 0
 */
export function countOption(name: string, value: string | undefined): number {
  if (value === undefined) return 0;
  if (!/^\d+$/.test(value)) throw new OptionError(`invalid --${name}; not a whole number from 0: ${value}`);
  return Number(value);
}

function listed(known: Options): string {
  const names = Object.entries(known).map(([name, {type}]) =>
    type === "string" ? `--${name} VALUE` : `--${name}`,
  );
  return names.length === 0 ? "none" : names.join(", ");
}
