import type {FigureValue} from "../narrative/formatFigure.js";
import type {Verdict} from "../narrative/verdict.js";
import type {LabSettings} from "./labSettings.js";

/** A group of the new analysis. */
export interface LabGroup {
  id: string;
  name: string;
  customers: number;
  share: number;
  /** Position, from 0, of the published group that it is paired with; −1 where there are more groups than published ones. */
  pairedWith: number;
  /** Means of the variables, in the order of `GroupsAnswer.variables`, in their own units. */
  means: number[];
}

/** The groups, and how they differ from the published ones. */
export interface GroupsAnswer {
  kind: "groups";
  /** Customers who are in the analysis. */
  customers: number;
  /** Names of the variables that describe the groups. */
  variables: string[];
  groups: LabGroup[];
  published: Pick<LabGroup, "id" | "name" | "customers" | "means">[];
  /** Customers by published group and new group. */
  flows: number[][];
  /** Adjusted Rand index against the published groups, over the customers who are in; NaN where either is a single group. */
  agreement: number;
  /** Customers who are in another group than the one that theirs is paired with. */
  moved: number;
  silhouette: number;
  publishedSilhouette: number;
}

export interface LabTerm {
  term: string;
  coefficient: number;
  lower: number;
  upper: number;
  published: number | null;
}

/** The risk model that does not see what defines the label. */
export interface ModelAnswer {
  kind: "model";
  /** Why there is no model; undefined where there is one. */
  reason?: string;
  customers: number;
  positives: number;
  auc: number;
  aucLow: number;
  aucHigh: number;
  publishedAuc: number | null;
  terms: LabTerm[];
}

export interface LabActionRow {
  id: string;
  title: string;
  position: number;
  customers: number;
  worth: number;
  publishedPosition: number;
  publishedCustomers: number;
  publishedWorth: number;
}

export interface ActionsAnswer {
  kind: "actions";
  rows: LabActionRow[];
}

/**
 * What became of a claim: computed again; not touched by the change; touched, and not computed again here because that would take
 * too long; or touched, and its query cannot be run by the reader's engine.
 */
export type Tested = "again" | "untouched" | "not here" | "not asked";

export interface LabClaim {
  id: string;
  before: Verdict;
  after: Verdict;
  tested: Tested;
}

export interface LabFigure {
  id: string;
  before: FigureValue;
  after: FigureValue;
  textBefore: string;
  textAfter: string;
}

/** The claims of the chapter, and the figures that are not as before. */
export interface LedgerAnswer {
  kind: "ledger";
  claims: LabClaim[];
  figures: LabFigure[];
  /** Tables that the change touches and that are not computed again here. */
  missingTables: string[];
  /** False while more claims are being tested. */
  complete: boolean;
}

export interface DoneAnswer {
  kind: "done";
  milliseconds: number;
  /** False where the resamples and preparations of many customers follow, and their claims. */
  isLast: boolean;
}

export type LabAnswer = GroupsAnswer | ModelAnswer | ActionsAnswer | LedgerAnswer | DoneAnswer;

/** What the page asks of the worker. */
export type LabRequest =
  | {
      kind: "open";
      /** Addresses of what the chapter is made from. */
      files: {lab: string; evidence: string; database: string; kernels: string; engine: string};
      /** Published databases of other chapters, which a claim may compare with: address by name in SQL. */
      others: Record<string, string>;
      /** At its other end a second worker of the same script does what takes long. */
      assistant: MessagePort;
    }
  | {kind: "assist"; port: MessagePort; kernels: string}
  | {kind: "analyse"; number: number; settings: LabSettings}
  | {kind: "definition"; number: number; settings: LabSettings};

/** What the worker tells the page. */
export type LabReply =
  | {kind: "progress"; loaded: number; total: number}
  | {kind: "ready"; exact: boolean}
  | {kind: "answer"; number: number; answer: LabAnswer}
  | {kind: "definition"; number: number; text: string}
  | {kind: "failed"; number: number | null; reason: string};
