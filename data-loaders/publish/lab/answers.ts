import type {ActionsAnswer, GroupsAnswer, ModelAnswer} from "../../../src/lib/lab/labAnswers.js";
import {adjustedRand} from "../../../src/lib/statistics/clustering/adjustedRand.js";
import {bestAssignment} from "../../../src/lib/statistics/clustering/bestAssignment.js";
import type {ReadRows} from "../../model/actions/targetsOf.js";
import {withoutGaps} from "../../model/cluster/clusterCustomers.js";
import {givenVariables} from "../../model/features/givenVariables.js";
import type {Risk} from "../../model/risk/fitRiskModels.js";
import type {FoundGroups, LabSource} from "./labAnalysis.js";

/** What changes are held against. */
export interface LabBaseline {
  /** Position of each customer's group, from 0, in the order of the customers. */
  positions: Int32Array;
  groups: GroupsAnswer["published"];
  silhouette: number;
  auc: number | null;
  /** Coefficients of the honest model by term. */
  coefficients: ReadonlyMap<string, number>;
  actions: ReadonlyMap<string, {position: number; customers: number; worth: number}>;
}

/** Reads the baseline from the tables of `lab_baseline`. */
export async function readBaseline(
  read: ReadRows,
  {chapter, definition}: Pick<LabSource, "chapter" | "definition">,
): Promise<LabBaseline> {
  const from = (table: string) => `lab_baseline.main."${table}"`;
  const means = chapter.variables.map(({name}) => `avg("${name}")`).join(", ");
  const positions = await read(`SELECT kmeans_cluster - 1 FROM ${from("customers")} ORDER BY row_number`);
  const groups = await read(`SELECT segment, name, customers FROM ${from("segments")} ORDER BY position`);
  const profiles = await read(
    `SELECT kmeans_cluster, ${means} FROM ${from("customers")} GROUP BY 1 ORDER BY 1`,
  );
  const [[silhouette]] = await read(`SELECT avg(silhouette) FROM ${from("customers")}`);
  const honest = "WHERE model = 'honest'";
  const auc = definition.risk
    ? await read(`SELECT value FROM ${from("risk_metrics")} ${honest} AND metric = 'auc'`)
    : [];
  const terms = definition.risk
    ? await read(`SELECT term, coefficient FROM ${from("risk_coefficients")} ${honest}`)
    : [];
  const actions =
    definition.actions.length === 0
      ? []
      : await read(`SELECT action, position, customers, worth FROM ${from("actions")}`);
  return {
    positions: Int32Array.from(positions, ([position]) => Number(position)),
    groups: groups.map(([id, name, customers], position) => ({
      id: String(id),
      name: String(name),
      customers: Number(customers),
      means: (profiles[position] ?? []).slice(1).map(Number),
    })),
    silhouette: silhouette === null ? Number.NaN : Number(silhouette),
    auc: typeof auc[0]?.[0] === "number" ? auc[0][0] : null,
    coefficients: new Map(
      terms.flatMap(([term, coefficient]) =>
        typeof coefficient === "number" ? [[String(term), coefficient] as const] : [],
      ),
    ),
    actions: new Map(
      actions.map(([id, position, customers, worth]) => [
        String(id),
        {position: Number(position), customers: Number(customers), worth: Number(worth)},
      ]),
    ),
  };
}

/** Holds groups against those of the baseline. */
export function groupsAnswer(
  {rows, features, labels, segments, segmentOfCluster, silhouette}: FoundGroups,
  {chapter}: Pick<LabSource, "chapter">,
  baseline: LabBaseline,
): GroupsAnswer {
  const now = labels.map((label) => segmentOfCluster[label]);
  const before = Int32Array.from(rows, (row) => baseline.positions[row]);
  const size = Math.max(segments.length, baseline.groups.length);
  const shared = Array.from({length: size}, () => new Float64Array(size));
  for (let i = 0; i < now.length; i++) shared[now[i]][before[i]]++;
  const pairs = bestAssignment(shared);
  const stayed = segments.reduce((sum, _, position) => sum + shared[position][pairs[position]], 0);
  const numbered = withoutGaps(before);
  const isOne = segments.length === 1 || numbered.every((position) => position === 0);
  const given = new Map(givenVariables(features).map(({name, values}) => [name, values]));
  const sizes = new Int32Array(segments.length);
  for (const position of now) sizes[position]++;
  const means = chapter.variables.map(({name}) => {
    const sums = new Float64Array(segments.length);
    given.get(name)?.forEach((value, row) => {
      sums[now[row]] += value;
    });
    return sums.map((sum, position) => sum / sizes[position]);
  });
  return {
    kind: "groups",
    customers: rows.length,
    variables: chapter.variables.map(({name}) => name),
    groups: segments.map(({id, name}, position) => ({
      id,
      name,
      customers: sizes[position],
      share: sizes[position] / rows.length,
      pairedWith: pairs[position] < baseline.groups.length ? pairs[position] : -1,
      means: means.map((ofVariable) => ofVariable[position]),
    })),
    published: baseline.groups,
    flows: baseline.groups.map((_, from) => segments.map((_group, to) => shared[to][from])),
    agreement: isOne ? Number.NaN : adjustedRand(numbered, now),
    moved: rows.length - stayed,
    silhouette,
    publishedSilhouette: baseline.silhouette,
  };
}

/** The honest model beside that of the baseline. */
export function modelAnswer(risk: Risk | undefined, baseline: LabBaseline): ModelAnswer {
  const honest = risk?.models.find(({model}) => model === "honest");
  const rows = risk?.rows ?? new Int32Array();
  const positives = rows.reduce((sum, row) => sum + (risk?.label[row] ?? 0), 0);
  const none = {customers: rows.length, positives, auc: Number.NaN, aucLow: Number.NaN, aucHigh: Number.NaN};
  if (honest === undefined)
    return {
      kind: "model",
      ...none,
      reason: `The rule flags ${positives} of ${rows.length} customers: a model needs at least two who are flagged and two who are not.`,
      publishedAuc: baseline.auc,
      terms: [],
    };
  const {auc} = honest;
  return {
    kind: "model",
    customers: rows.length,
    positives,
    auc: auc.auc,
    aucLow: auc.lower,
    aucHigh: auc.upper,
    publishedAuc: baseline.auc,
    terms: honest.terms.slice(1).map(({term, coefficient, lower, upper}) => ({
      term,
      coefficient,
      lower,
      upper,
      published: baseline.coefficients.get(term) ?? null,
    })),
  };
}

/** The actions as they stand in the chapter's tables, beside those of the baseline. */
export async function actionsAnswer(
  read: ReadRows,
  {chapter}: Pick<LabSource, "chapter">,
  {actions}: LabBaseline,
): Promise<ActionsAnswer> {
  const rows = await read(
    `SELECT action, title, position, customers, worth FROM "${chapter.schema}".main.actions ORDER BY position`,
  );
  return {
    kind: "actions",
    rows: rows.map(([id, title, position, customers, worth]) => {
      const before = actions.get(String(id)) ?? {position: 0, customers: 0, worth: 0};
      return {
        id: String(id),
        title: String(title),
        position: Number(position),
        customers: Number(customers),
        worth: Number(worth),
        publishedPosition: before.position,
        publishedCustomers: before.customers,
        publishedWorth: before.worth,
      };
    }),
  };
}
