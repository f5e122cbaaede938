import {meanRanks} from "../../../src/lib/statistics/description/meanRanks.js";
import type {DatasetDefinition, SegmentRule} from "../../datasets/dataset.js";
import {assignNames} from "../../model/cluster/assignNames.js";
import type {ClusterSearchResult} from "../../model/cluster/clusterCustomers.js";
import {LEAST_FIT, LEAST_MARGIN} from "../../model/cluster/nameSegments.js";
import {spoken} from "../../model/cluster/spokenLabel.js";
import type {Features} from "../../model/features/prepareFeatures.js";
import type {GrouplessSilhouette} from "../../model/robustness/groupless.js";

/** The number of groups, and why. */
export interface GroupChoice {
  k: number;
  why: string;
}

/** A group of fewer customers is a handful of outliers. */
export function smallestGroup(customers: number): number {
  return Math.max(5, Math.ceil(customers / 100));
}

/**
 * Chooses the number of groups: of those whose mean silhouette no data set without groups reaches, and whose groups are all
 * large enough, the one with the largest mean silhouette. If there is none, one group: nothing separates these customers.
 */
export function chooseK(
  {sweep, fits}: ClusterSearchResult,
  groupless: readonly GrouplessSilhouette[],
): GroupChoice {
  const least = smallestGroup(fits[0].labels.length);
  const candidates = sweep.flatMap(({k, silhouette}, i) => {
    const without = groupless.find((row) => row.k === k);
    const isBeyond = without !== undefined && without.observed > without.bound;
    return isBeyond && Math.min(...fits[i + 1].sizes) >= least ? [{k, silhouette}] : [];
  });
  if (candidates.length === 0)
    return {k: 1, why: "no number of groups separates the customers better than data without groups"};
  const [best, next] = [...candidates].sort((a, b) => b.silhouette - a.silhouette || a.k - b.k);
  const second = next === undefined ? "" : `; next is ${next.k} with ${next.silhouette.toFixed(3)}`;
  return {
    k: best.k,
    why: `of the numbers of groups that separate the customers better than data without groups, it has the largest mean silhouette, ${best.silhouette.toFixed(3)}${second}`,
  };
}

/**
 * Proposes a name for each group from the variable that sets it apart most, so that the names fit the groups as a whole; none
 * for groups that nothing sets apart.
 */
export function proposeNames(
  {names, values}: Features,
  labels: Int32Array,
  labelOf: ReadonlyMap<string, string>,
  isEnglish: boolean,
): SegmentRule[] {
  const k = labels.reduce((most, label) => Math.max(most, label), 0) + 1;
  if (k === 1) return [];
  const ranks = meanRanks(values, labels, k);
  const standing = (group: number, j: number, high: boolean) => {
    const rank = ranks.values[group * ranks.cols + j];
    return high ? rank : 1 - rank;
  };
  const candidates = names.flatMap((variable, j) =>
    [true, false].map((high) => ({
      rule: ruleOf(variable, spoken(labelOf.get(variable) ?? variable, isEnglish), high),
      fit: Array.from({length: k}, (_, group) => standing(group, j, high)),
    })),
  );
  const chosen: (typeof candidates)[number][] = [];
  const open = new Set(Array.from({length: k}, (_, group) => group));
  while (open.size > 0) {
    const best = [...open]
      .flatMap((group) =>
        candidates
          .filter((candidate) => !chosen.includes(candidate) && isFirst(candidate.fit, group))
          .map((candidate) => ({group, candidate, lead: leadOf(candidate.fit, group)})),
      )
      .sort((a, b) => b.lead - a.lead)[0];
    if (best === undefined) break;
    chosen.push(best.candidate);
    open.delete(best.group);
  }
  return fitting(chosen, k).map(({rule}) => rule);
}

/** Whether the labels may be English: a decimal point, and no letter that English does not have. */
export function isLikelyEnglish({contract}: Pick<DatasetDefinition, "contract">): boolean {
  return (
    contract.dialect.decimal === "." &&
    contract.columns.every(({label}) => !/[^\p{ASCII}\p{Sc}\p{P}]/u.test(label))
  );
}

function ruleOf(variable: string, label: string, high: boolean): SegmentRule {
  return {
    id: `${high ? "high" : "low"}-${variable.replaceAll("_", "-")}`,
    name: `${high ? "High" : "Low"} ${label}`,
    variable,
    extreme: high ? "highest" : "lowest",
  };
}

function isFirst(fit: readonly number[], group: number): boolean {
  return fit.every((value, other) => other === group || value < fit[group]);
}

function leadOf(fit: readonly number[], group: number): number {
  return fit[group] - Math.max(...fit.filter((_, other) => other !== group));
}

/** Those that would be given: names that do not fit are better not proposed. */
function fitting<Candidate extends {fit: readonly number[]}>(
  chosen: readonly Candidate[],
  k: number,
): Candidate[] {
  const rows = Array.from({length: k}, (_, group) =>
    Array.from({length: k}, (_, name) => chosen[name]?.fit[group] ?? 0.5),
  );
  const {nameOf, margins} = assignNames(rows);
  return chosen.filter((candidate, name) => {
    const group = nameOf.indexOf(name);
    return candidate.fit[group] >= LEAST_FIT && margins[group] >= LEAST_MARGIN;
  });
}
