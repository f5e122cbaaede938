import {meanRanks} from "../../../src/lib/statistics/description/meanRanks.js";
import type {Matrix} from "../../../src/lib/statistics/matrices/matrix.js";
import type {SegmentRule, SegmentTrait} from "../../datasets/dataset.js";
import {assignNames} from "./assignNames.js";
import {describeGroups} from "./describeGroups.js";

/** A segment of the report: a cluster under its name. */
export interface NamedSegment {
  id: string;
  name: string;
  /** Label of its cluster. */
  cluster: number;
  /** The rule that it was given. */
  rule: SegmentRule;
  /** True if the name fits: the group is more than a few customers, on the side that each trait says, and no other way to name the groups is nearly as good. */
  fits: boolean;
  /** Mean over the rule's traits of the group's mean rank, from 0 to 1, turned so that 1 is what the name says. */
  fit: number;
  /** How much worse the best naming is in which the group has another name; Infinity where there is one group. */
  margin: number;
}

/** Mean rank from which a group is on the side that its name says: 0.5 is like all customers. */
export const LEAST_FIT = 0.55;

/** Customers from which a group is given a name: a name speaks of a kind of customers, not of one or two. */
export const LEAST_NAMED = 5;

/** Stands in for the rule of a group that the definition gives no name. */
const NO_RULE = "";

/** Margin from which a name is the group's own, in mean ranks. */
export const LEAST_MARGIN = 0.1;

/**
 * Names the clusters by the definition's rules, all together: each cluster gets one rule so that the mean ranks in the
 * rules' variables add up to the most. Ranks, since one extreme value must not move a name.
 *
 * A name that does not fit, or whose group is a few customers, is not given: the group is called by what sets it apart, and so is a group beyond the rules. Of
 * more rules than groups the first are used. A single group is all customers.
 *
 * @param values n × d, in any unit
 * @param labels n cluster labels
 * @param variables names of the d variables
 * @param declared all variables of the data set, also those that do not vary and are not among the d
 * @returns the segments in display order
 * @throws RangeError if a rule names an unknown variable
 */
export function nameSegments(
  values: Matrix,
  labels: Int32Array,
  variables: readonly string[],
  {
    rules: given,
    declared,
    ranks: rankedColumns,
  }: {
    rules: readonly SegmentRule[];
    declared: readonly {name: string; label: string}[];
    /** Ranks of the values, where they are there already; see `columnRanks`. */
    ranks?: readonly Float64Array[];
  },
): NamedSegment[] {
  const k = labels.reduce((most, label) => Math.max(most, label), 0) + 1;
  const rules = rulesFor(k, given, declared[0].name);
  const ranks = meanRanks(values, labels, k, rankedColumns);
  const labelOf = new Map(declared.map(({name, label}) => [name, label]));
  for (const {variable} of rules.flatMap(traitsOf))
    if (!labelOf.has(variable)) throw new RangeError(`unknown variable in a segment rule: ${variable}`);
  const fits = fitOfRules(ranks, variables, rules);
  const {nameOf, margins} = assignNames(fits.map((row) => row.map(({mean}) => mean)));
  const descriptions = describeGroups(
    ranks,
    variables.map((name) => labelOf.get(name) ?? name),
  );
  return rules.map((rule, position) => {
    const cluster = nameOf.indexOf(position);
    const {mean: fit, least} = fits[cluster][position];
    const margin = margins[cluster];
    const isKind = labels.reduce((count, label) => count + (label === cluster ? 1 : 0), 0) >= LEAST_NAMED;
    const suits = k === 1 || (isKind && least >= LEAST_FIT && margin >= LEAST_MARGIN);
    return {
      id: suits ? rule.id : `unnamed-${position + 1}`,
      name: suits ? rule.name : descriptions[cluster],
      cluster,
      rule,
      fits: suits,
      fit,
      margin,
    };
  });
}

/** One rule for each group; those that the definition does not give name nobody. */
function rulesFor(k: number, given: readonly SegmentRule[], variable: string): SegmentRule[] {
  if (k === 1) return [{id: "all-customers", name: "All customers", variable, extreme: "highest"}];
  return Array.from(
    {length: k},
    (_, position) => given[position] ?? {id: NO_RULE, name: "", variable, extreme: "highest"},
  );
}

interface Fit {
  mean: number;
  /** The worst of the rule's traits. */
  least: number;
}

/**
 * How well each rule fits each cluster.
 *
 * @param ranks k × d: any measure of how high each cluster stands in each variable
 */
export function fitOfRules(
  ranks: Matrix,
  variables: readonly string[],
  rules: readonly SegmentRule[],
): Fit[][] {
  return Array.from({length: ranks.rows}, (_, cluster) =>
    rules.map((rule) => {
      if (rule.id === NO_RULE) return {mean: 0.5, least: 0};
      const standings = traitsOf(rule).map(({variable, extreme}) => {
        const column = variables.indexOf(variable);
        // a variable that does not vary is left out, and tells no group from another
        if (column < 0) return 0.5;
        const rank = ranks.values[cluster * ranks.cols + column];
        return extreme === "highest" ? rank : 1 - rank;
      });
      return {
        mean: standings.reduce((sum, standing) => sum + standing, 0) / standings.length,
        least: Math.min(...standings),
      };
    }),
  );
}

/** What a name says of its group: the variable that names it, and whatever else the name says. */
export function traitsOf({variable, extreme, also = []}: SegmentRule): SegmentTrait[] {
  return [{variable, extreme}, ...also];
}

/** For each cluster label the position of its segment in the display order. */
export function positionsOfClusters(segments: readonly NamedSegment[]): Int32Array {
  const positions = new Int32Array(segments.length);
  for (const [position, {cluster}] of segments.entries()) positions[cluster] = position;
  return positions;
}
