import type {ClaimFirmness} from "../../../src/lib/narrative/claimFirmness.js";
import {readSiteConfig} from "../../datasets/siteConfig.js";
import type {Progress} from "../../engine/progress/progress.js";
import {silentProgress} from "../../engine/progress/progress.js";
import {cachePath} from "../../engine/project/cachePath.js";
import {NotStored, openStages} from "../../engine/stages/runStage.js";
import {withoutDefinitions} from "../../engine/tables/publishedTable.js";
import {chapterOf} from "../../narrative/evidence/chartProblem.js";
import type {Edition} from "../../pipeline.js";
import type {PreparedEdition} from "../edition.js";
import type {Reported} from "./alternativeFindings.js";
import {otherPreparations} from "./choices.js";
import {claimReads, type TestedClaim} from "./claimReads.js";
import {firmnessOf} from "./firmness.js";
import type {Analysis} from "./runAnalysis.js";
import * as stage from "./stages.js";

/** A chapter in other reasonable analyses. */
export interface Multiverse {
  /** The data set. */
  id: string;
  analyses: Analysis[];
  /** By claim. */
  firmness: ReadonlyMap<string, ClaimFirmness>;
}

/**
 * Carries out the other analyses of every chapter, and tests its claims in each: a multiverse analysis. Each preparation of the
 * data is a stage of its own, which depends on the data, the definition, the code and the claims' queries, but on no sentence.
 *
 * @param only `stored` to compute nothing
 * @returns undefined where something would have to be computed and must not be
 */
export async function runMultiverse(
  {editions, evidence, databases}: Pick<PreparedEdition, "editions" | "evidence" | "databases">,
  progress: Progress,
  only?: "stored",
): Promise<Multiverse[] | undefined> {
  const stages = openStages(cachePath("stages"), silentProgress, only);
  const {otherAnalyses} = readSiteConfig();
  const tasks = editions.map((edition) => ({
    edition,
    // of a sample that stands for all customers, other analyses would be on another footing than the report
    preparations:
      otherAnalyses && edition.allCustomers === undefined
        ? otherPreparations(edition.definition, edition.findings.features)
        : [],
    claims: evidence.claims
      .filter(({id}) => chapterOf(id) === edition.definition.id)
      .map(({id, sql, about}): TestedClaim => ({id, sql, about: about.map(({from}) => from)})),
  }));
  const total = tasks.reduce(
    (sum, {preparations, claims}) => sum + (claims.length && preparations.length),
    0,
  );
  const start = performance.now();
  const step = progress.begin("other analyses");
  let done = 0;
  let computed = 0;
  try {
    const found = await Promise.all(
      tasks.map(async ({edition, preparations, claims}): Promise<Multiverse> => {
        const given = givenTo(edition, claims);
        const text = claims.map(({sql, about}) => [sql, ...about].join(" ")).join(" ");
        const read = databases.filter(
          ({schema}) => schema === edition.definition.schema || text.includes(`${schema}.`),
        );
        const results = await Promise.all(
          (claims.length === 0 ? [] : preparations).map(async (preparation) => {
            const {value, record} = await stages.runInThread(
              `${edition.definition.id} other analyses`,
              stage.analysis,
              given.reported,
              given.labels,
              preparation,
              given.tables,
              claims,
              read,
            );
            if (!record.cached) computed++;
            step.advance(++done / total);
            return value;
          }),
        );
        const analyses = results.flat();
        const tables = new Set(edition.tables.map(({name}) => name));
        return {
          id: edition.definition.id,
          analyses,
          firmness:
            preparations.length === 0 ? new Map() : firmnessOf(claims, analyses, edition.definition, tables),
        };
      }),
    );
    step.finish(computed === 0 ? "unchanged" : `${((performance.now() - start) / 1000).toFixed(2)} s`);
    return found;
  } catch (error) {
    if (!(error instanceof NotStored)) throw error;
    step.finish("not computed");
    return undefined;
  }
}

/**
 * What each of a chapter's analyses is given: the same objects, whose keys are then found once. Of the tables, with which other
 * ones are compared, only those that claims read: each analysis gets a copy.
 */
function givenTo({findings, tables}: Edition, claims: readonly TestedClaim[]) {
  const {definition, customers, customerIds, features, risk, analyses, clusters} = findings;
  const reported: Reported = {
    definition,
    customers,
    customerIds,
    features,
    risk,
    description: analyses.description,
  };
  const names = new Set(tables.map(({name}) => name));
  const read = new Set(claims.flatMap((claim) => claimReads(claim, definition.schema, names).tables));
  return {
    reported,
    labels: clusters.chosen.labels,
    tables: tables.filter(({name}) => read.has(name)).map(withoutDefinitions),
  };
}
