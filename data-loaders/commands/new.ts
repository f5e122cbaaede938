import {createInterface} from "node:readline/promises";
import {parseArgs} from "node:util";
import {terminalProgress} from "../engine/progress/progress.js";
import {OptionError} from "./commandOptions.js";
import {runCommand} from "./runCommand.js";

const usage =
  "usage: npm run new -- FILE [--name NAME] [--key COLUMN] [--outcome COLUMN[=VALUE]] [--currency SIGN] [--replace]\nFILE is a CSV or Parquet file, or FILE.duckdb:TABLE\n       npm run new -- --rewrite NAME writes the pages of a chapter anew from its definition";

/** The site is there soon: what takes as long again, and no sentence waits for, is left to the next build. */
const next =
  "Read it and change it: npm run dev\nnpm run build or npm start adds the tests of the claims in other analyses, which take longer";

/** `npm run new -- FILE`: from a bank's table of customers to a chapter that proves itself. */
await runCommand(async () => {
  const {source, rewrite, ...given} = options();
  if (rewrite !== undefined) return rewriteAndBuild(rewrite);
  const {guessedOptions, newDataset} = await import("./new/newDataset.js");
  const {decisionsText} = await import("./new/decisionsText.js");
  const {buildSite} = await import("../site/build/buildSite.js");
  const asked =
    process.stdin.isTTY && process.stderr.isTTY
      ? await ask(given, await guessedOptions(source ?? ""))
      : given;
  const start = performance.now();
  const progress = terminalProgress();
  const made = await newDataset({source: source ?? "", ...asked}, progress);
  await buildSite(progress, undefined, 0, "stored");
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.error(`
${made.file.title}, decided from the table itself:

${decisionsText(made.rows, made.file, made.decisions, made.choice, made.groups)}

  definition  data-loaders/datasets/${made.id}/dataset.yaml   change it, and the preview follows
  chapter     src/${made.id}/   ${made.figures} figures, ${made.claims} claims, all true today
  the table   data-loaders/input/${made.id}.*   git ignores it${made.kept === undefined ? "" : `\n  kept        ${made.kept}   what was there before`}

dist is built, in ${seconds} s. ${next}`);
});

async function rewriteAndBuild(id: string): Promise<void> {
  const {rewriteChapter} = await import("./new/rewriteChapter.js");
  const {buildSite} = await import("../site/build/buildSite.js");
  const progress = terminalProgress();
  const {title, groups, figures, claims, kept} = await rewriteChapter(id, progress);
  await buildSite(progress, undefined, 0, "stored");
  console.error(`
${title}: the pages are written anew from data-loaders/datasets/${id}/

${groups.map(({name, customers}) => `  ${name}, ${customers.toLocaleString("en-US")} customers`).join("\n")}

  chapter     src/${id}/   ${figures} figures, ${claims} claims, all true today${kept === undefined ? "" : `\n  kept        ${kept}   the pages that were there`}

dist is built. ${next}`);
}

function options() {
  try {
    const {values, positionals} = parseArgs({
      allowPositionals: true,
      options: {
        name: {type: "string"},
        key: {type: "string"},
        outcome: {type: "string"},
        currency: {type: "string"},
        replace: {type: "boolean", default: false},
        rewrite: {type: "string"},
        help: {type: "boolean", default: false},
      },
    });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    if (positionals.length !== (values.rewrite === undefined ? 1 : 0)) throw new OptionError(usage);
    const {help: _, ...rest} = values;
    return {source: positionals[0], ...rest};
  } catch (error) {
    if (error instanceof TypeError) throw new OptionError(`${error.message}\n${usage}`);
    throw error;
  }
}

/** Asks for what was not given; an empty answer takes the guess. */
async function ask<Given extends {name?: string; key?: string; outcome?: string}>(
  given: Given,
  guessed: {name: string; key: string | undefined},
): Promise<Given> {
  const terminal = createInterface({input: process.stdin, output: process.stderr});
  const answer = async (known: string | undefined, question: string, guess: string) =>
    known ?? ((await terminal.question(`${question} [${guess}]: `)).trim() || undefined);
  try {
    const name = await answer(given.name, "Name of the data set", guessed.name);
    const key = await answer(
      given.key,
      "Column with the customer's key",
      guessed.key ?? "none: the row numbers",
    );
    const outcome = await answer(
      given.outcome,
      "Column of an outcome to predict, as defaulted or defaulted=yes",
      "none",
    );
    return {
      ...given,
      ...(name === undefined ? {} : {name}),
      ...(key === undefined ? {} : {key}),
      ...(outcome === undefined ? {} : {outcome}),
    };
  } finally {
    terminal.close();
  }
}
