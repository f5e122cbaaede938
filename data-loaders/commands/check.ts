import {parseArgs} from "node:util";
import {checkNarrative} from "../narrative/checkNarrative.js";
import {formatProblem} from "../narrative/problem.js";
import {silentProgress, terminalProgress} from "../progress/progress.js";
import {evidenceById} from "../site/currentEvidence.js";
import {prepareEdition} from "../site/edition.js";
import {reportFailure} from "./reportFailure.js";

const {values} = parseArgs({options: {json: {type: "boolean", default: false}}});

try {
  const prepared = await prepareEdition(values.json ? silentProgress : terminalProgress());
  const {evidence} = prepared;
  const {pages, problems} = await checkNarrative(evidence, evidenceById(evidence), prepared.files.keys());
  const count = (level: string) => problems.filter((problem) => problem.level === level).length;
  const totals = {
    pages: pages.size,
    figures: evidence.figures.length,
    claims: evidence.claims.length,
    claimsThatHold: evidence.claims.filter(({holds}) => holds).length,
    errors: count("error"),
    unsupported: count("unsupported"),
    advice: count("advice"),
  };
  if (values.json) console.log(JSON.stringify({totals, problems}, null, 2));
  else {
    for (const problem of problems) console.log(formatProblem(problem));
    console.log(
      `${totals.pages} pages, ${totals.figures} figures, ${totals.claimsThatHold} of ${totals.claims} claims hold, ${totals.errors} errors, ${totals.unsupported} unsupported sentences, ${totals.advice} pieces of advice`,
    );
  }
  if (totals.errors + totals.unsupported > 0) process.exitCode = 1;
} catch (error) {
  reportFailure(error);
}
