import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DisagreementError} from "../../data-loaders/model/second-opinion/requireAgreement.js";
import type {Claim} from "../../data-loaders/narrative/evidence/evaluateQueries.js";
import type {Problem} from "../../data-loaders/narrative/syntax/problem.js";
import type {Edition} from "../../data-loaders/pipeline.js";
import {InputError} from "../../data-loaders/source/inputError.js";
import type {Verdict} from "../../src/lib/narrative/verdict.js";
import {reportOn} from "../data-loaders/narrative/smallReport.js";
import {tablesOf} from "./publishedRows.js";
import type {Sentence} from "./sentence.js";
import type {StrangeFile} from "./strangeFile.js";

/** How a strange file ended. */
export interface Outcome {
  end: "report" | "refused" | "broken";
  /** Why there is no report, or what is wrong with it; empty for a report without a fault. */
  reason: string;
  verdicts: Record<Verdict, number>;
  /** How many sentences were worked out without their queries. */
  recomputed: number;
  /** Those whose verdict is another than the report's. */
  disagreements: {claim: string; report: Verdict | "missing"; here: Verdict}[];
}

const none = {holds: 0, fails: 0, untestable: 0};

/**
 * Makes the report on a file, and works out sentences of it without their queries.
 *
 * @param sentences by the ids of their claims
 * @param look finds what else is wrong with the report
 */
export async function runStrange(
  file: StrangeFile,
  sentences: Readonly<Record<string, Sentence>>,
  look: (edition: Edition, folder: string) => Promise<Problem[]> = async () => [],
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "cardlens-strange-"));
  try {
    const {edition, evidence} = await reportOn(file, folder);
    const faults = [...evidence.problems, ...(await look(edition, folder))].filter(
      ({level}) => level === "error",
    );
    const verdicts = {...none};
    for (const {verdict} of evidence.claims) verdicts[verdict]++;
    const tables = tablesOf(edition);
    const reported = new Map(evidence.claims.map((claim) => [claim.id, claim.verdict]));
    const there = new Set(tables("segments").map(({segment}) => segment));
    const absent = file.definition.segments.map(({id}) => id).filter((segment) => !there.has(segment));
    const ofAbsent = evidence.claims
      .filter((claim) => claim.verdict !== "untestable" && absent.some((segment) => speaksOf(claim, segment)))
      .map(({id, verdict}) => ({claim: id, report: verdict, here: "untestable" as const}));
    const disagreements = Object.entries(sentences)
      .map(([claim, compute]) => ({
        claim,
        report: reported.get(claim) ?? ("missing" as const),
        here: compute(tables),
      }))
      .filter(({report, here}) => report !== here);
    return {
      end: faults.length === 0 ? "report" : "broken",
      reason: faults.map(({message}) => message).join("\n"),
      verdicts,
      recomputed: Object.keys(sentences).length,
      disagreements: [
        ...disagreements,
        ...ofAbsent.filter(({claim}) => disagreements.every((each) => each.claim !== claim)),
      ],
    };
  } catch (error) {
    const isRefusal = error instanceof InputError || error instanceof DisagreementError;
    return {
      end: isRefusal ? "refused" : "broken",
      reason:
        error instanceof Error ? (isRefusal ? error.message : (error.stack ?? error.message)) : String(error),
      verdicts: {...none},
      recomputed: 0,
      disagreements: [],
    };
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** True where a claim's query asks for a group by its name; not where it asks for the others. */
function speaksOf({sql}: Claim, segment: string): boolean {
  return sql.replaceAll(/<>\s*'[^']*'/g, "").includes(`'${segment}'`);
}
