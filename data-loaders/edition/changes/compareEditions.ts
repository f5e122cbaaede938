import {resolve} from "node:path";
import type {FigureValue} from "../../../src/lib/narrative/formatFigure.js";
import {sameValue} from "../../../src/lib/narrative/sameValue.js";
import type {Verdict} from "../../../src/lib/narrative/verdict.js";
import {populationStability} from "../../../src/lib/statistics/measures/populationStability.js";
import {projectPath} from "../../engine/project/projectPath.js";
import type {Evidence} from "../../narrative/evidence/evaluateQueries.js";
import type {PublishedDatabase} from "../../narrative/evidence/withPublished.js";
import type {Edition} from "../../pipeline.js";
import {editionTable, numbersIn} from "../editionTable.js";
import type {Manifest} from "../manifest.js";
import {binCounts, type Snapshot} from "../snapshot.js";
import {type CustomerMove, customerMoves} from "./customerMoves.js";
import {describeDifference} from "./describeDifference.js";
import type {EarlierEdition} from "./earlierEdition.js";

type FigureState = {value: FigureValue; text: string};

/** What differs between an earlier edition and the present one; null stands for what was or is not there. */
export interface Changes {
  earlier: {evidenceKey: string; inputs: Manifest["inputs"]};
  /** The difference is written in the figure's unit; empty where it is not one of numbers. */
  figures: {id: string; old: FigureState | null; new: FigureState | null; difference: string}[];
  claims: {id: string; old: Verdict | null; new: Verdict | null}[];
  datasets: DatasetChanges[];
}

export interface DatasetChanges {
  dataset: string;
  title: string;
  segments: {segment: string; name: string; old: number | null; new: number | null}[];
  /** Null where the earlier edition's database is not beside its manifest. */
  moves: CustomerMove[] | null;
  /** Population stability index of each variable that both editions have. */
  variables: {name: string; label: string; index: number}[];
  coefficients: {model: string; term: string; old: number | null; new: number | null}[];
}

/**
 * Compares the present edition with an earlier one.
 *
 * @param databases the present editions' databases, in their order
 */
export async function compareEditions(
  earlier: EarlierEdition,
  evidence: Evidence,
  editions: readonly Edition[],
  snapshots: readonly Snapshot[],
  databases: readonly PublishedDatabase[],
): Promise<Changes> {
  const {manifest} = earlier;
  const figures = new Map(evidence.figures.map(({id, value, text}) => [id, {value, text}]));
  const formats = new Map(evidence.figures.map(({id, headers}) => [id, headers.format]));
  const claims = new Map(evidence.claims.map(({id, verdict}) => [id, verdict]));
  return {
    earlier: {evidenceKey: manifest.evidenceKey, inputs: manifest.inputs},
    figures: paired(new Map(Object.entries(manifest.figures)), figures)
      .filter(([, old, now]) => !(old && now && sameValue(old.value, now.value)))
      .map(([id, old, now]) => ({
        id,
        old,
        new: now,
        difference: old && now ? describeDifference(old.value, now.value, formats.get(id) ?? "") : "",
      })),
    claims: paired(new Map(Object.entries(manifest.claims)), claims)
      .filter(([, old, now]) => old !== now)
      .map(([id, old, now]) => ({id, old, new: now})),
    datasets: await Promise.all(
      editions.map(async (edition, i) => {
        const before = manifest.snapshots.find(({dataset}) => dataset === edition.definition.id);
        const path = await earlier.database(edition.definition.id);
        const present = resolve(projectPath("."), databases[i].path);
        return {
          ...compareSnapshots(before, snapshots[i], edition),
          moves: path === undefined ? null : await customerMoves(path, present).catch(() => null),
        };
      }),
    ),
  };
}

/** Entries of two maps side by side, in the order of the present one, then what is gone. */
function paired<T>(old: ReadonlyMap<string, T>, now: ReadonlyMap<string, T>): [string, T | null, T | null][] {
  const ids = [...now.keys(), ...Array.from(old.keys()).filter((id) => !now.has(id))];
  return ids.map((id) => [id, old.get(id) ?? null, now.get(id) ?? null]);
}

function compareSnapshots(
  before: Snapshot | undefined,
  now: Snapshot,
  edition: Edition,
): Omit<DatasetChanges, "moves"> {
  const bySegment = (snapshot?: Snapshot) =>
    new Map(snapshot?.segments.map((segment) => [segment.segment, segment]));
  const byTerm = (snapshot?: Snapshot) =>
    new Map(snapshot?.coefficients.map((row) => [`${row.model} ${row.term}`, row]));
  const customers = editionTable(edition, "customers");
  return {
    dataset: now.dataset,
    title: now.title,
    segments: paired(bySegment(before), bySegment(now)).map(([segment, a, b]) => ({
      segment,
      name: (b ?? a)?.name ?? segment,
      old: a?.customers ?? null,
      new: b?.customers ?? null,
    })),
    variables: now.variables.flatMap(({name, label}) => {
      const earlier = before?.variables.find((variable) => variable.name === name);
      if (earlier === undefined) return [];
      const values = numbersIn(customers, name);
      return [{name, label, index: populationStability(earlier.counts, binCounts(values, earlier.cuts))}];
    }),
    coefficients: paired(byTerm(before), byTerm(now))
      .filter(([, a, b]) => !(a && b && sameValue(a.coefficient, b.coefficient)))
      .map(([, a, b]) => ({
        model: (b ?? a)?.model ?? "",
        term: (b ?? a)?.term ?? "",
        old: a?.coefficient ?? null,
        new: b?.coefficient ?? null,
      })),
  };
}
