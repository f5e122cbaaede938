import type {LabClaim, LabFigure, LedgerAnswer} from "../../../src/lib/lab/labAnswers.js";
import type {LabChapter} from "../../../src/lib/lab/labChapter.js";
import type {EvidenceFile, EvidenceQuery} from "../../../src/lib/narrative/evidenceFile.js";
import {type FigureValue, formatFigure} from "../../../src/lib/narrative/formatFigure.js";
import {sameValue} from "../../../src/lib/narrative/sameValue.js";
import {populationQuery, type Verdict, verdictOf} from "../../../src/lib/narrative/verdict.js";
import type {ReadRows} from "../../model/actions/targetsOf.js";

/**
 * How a table stands: `published` as in the baseline, `absent` where the lab does not make it, `waiting` where it is not made yet;
 * else a key of what it was made from.
 */
export type TableState = string;

interface Query {
  id: string;
  query: EvidenceQuery;
  /** Names of the chapter's tables that it reads. */
  tables: string[];
}

/** What a query gave, and the states of its tables then. */
interface Asked {
  states: string;
  value: FigureValue;
}

/** Queries that are asked between two pauses. */
const atOnce = 8;

/** The claims and figures of one chapter, asked of tables that change. */
export class Ledger {
  private readonly claims: Query[];
  private readonly figures: Query[];
  private readonly asked = new Map<string, Asked>();
  private readonly baseline: Map<string, {value: FigureValue; text: string}>;
  /** False where the baseline is not the published evidence but a run of the lab. */
  isExact = true;

  constructor(
    evidence: EvidenceFile,
    {id: chapter, schema}: Pick<LabChapter, "id" | "schema">,
    private readonly read: ReadRows,
  ) {
    const own = Object.entries(evidence.queries).flatMap(([id, query]): Query[] => {
      const tables = (query?.tables ?? []).flatMap((name) =>
        name.startsWith(`${schema}.`) ? name.slice(schema.length + 1) : [],
      );
      return query === undefined || !id.startsWith(`${chapter}.`) ? [] : [{id, query, tables}];
    });
    this.claims = own.filter(({query}) => query.kind === "claim");
    this.figures = own.filter(({query}) => query.kind === "figure");
    this.baseline = new Map(own.map(({id, query: {value, text}}) => [id, {value, text}]));
  }

  /** Takes what the queries give now as that which changes are held against. */
  async takeAsBaseline(): Promise<void> {
    this.isExact = false;
    for (const {id, query} of [...this.claims, ...this.figures]) {
      const value = await this.valueOf(query);
      this.baseline.set(id, {value, text: textOf(query, value)});
    }
  }

  /**
   * Asks what may have changed and can be asked: first the claims, then the figures.
   *
   * @param stateOf state of a table
   * @param tell told when the claims are known, and again with the figures
   */
  async ask(
    stateOf: (table: string) => TableState,
    tell: (ledger: Omit<LedgerAnswer, "kind">) => void,
    pause: () => Promise<void>,
  ): Promise<void> {
    const claims: LabClaim[] = [];
    const missing = new Set<string>();
    let waits = false;
    for (const claim of this.claims) {
      const before = verdictFrom(this.baseline.get(claim.id)?.value ?? null);
      const states = claim.tables.map(stateOf);
      const absent = claim.tables.filter((_, i) => states[i] === "absent");
      for (const table of absent) missing.add(table);
      if (states.includes("waiting") && absent.length === 0) waits = true;
      if (absent.length > 0 || states.includes("waiting"))
        claims.push({id: claim.id, before, after: before, tested: "not here"});
      else if (states.every((state) => state === "published"))
        claims.push({id: claim.id, before, after: before, tested: "untouched"});
      else {
        const after = verdictFrom(await this.answerTo(claim, states.join(), pause));
        claims.push({id: claim.id, before, after, tested: "again"});
      }
    }
    const ledger = {claims, missingTables: [...missing].sort()};
    tell({...ledger, figures: [], complete: false});
    const figures: LabFigure[] = [];
    for (const figure of this.figures) {
      const states = figure.tables.map(stateOf);
      const isAsked =
        !states.includes("absent") &&
        !states.includes("waiting") &&
        states.some((state) => state !== "published");
      if (!isAsked) continue;
      const before = this.baseline.get(figure.id) ?? {value: null, text: ""};
      const after = await this.answerTo(figure, states.join(), pause);
      const textAfter = textOf(figure.query, after);
      if (sameValue(before.value, after) && before.text === textAfter) continue;
      figures.push({
        id: figure.id,
        before: before.value,
        after,
        textBefore: before.text,
        textAfter,
      });
    }
    tell({...ledger, figures, complete: !waits});
  }

  /** Asks a query, unless its tables are as when it was asked last. */
  private async answerTo(
    {id, query}: Query,
    states: string,
    pause: () => Promise<void>,
  ): Promise<FigureValue> {
    const last = this.asked.get(id);
    if (last?.states === states) return last.value;
    if (this.asked.size % atOnce === 0) await pause();
    const value = await this.valueOf(query);
    this.asked.set(id, {states, value});
    return value;
  }

  /** The value of a figure, or the verdict on a claim, decided as in the build. */
  private async valueOf({kind, sql, about = []}: EvidenceQuery): Promise<FigureValue> {
    try {
      if (kind !== "claim") return await this.single(sql);
      const populations: number[] = [];
      for (const part of about) populations.push(Number(await this.single(populationQuery(part))));
      if (populations.includes(0)) return verdictOf(populations, null);
      return verdictOf(populations, await this.single(sql));
    } catch (error) {
      // a column or a value that an analysis of this form does not have
      if (!isOfData(error)) throw error;
      return kind === "claim" ? "untestable" : null;
    }
  }

  /** One value; null where there is no row, and for a number that is not finite, as in the build. */
  private async single(sql: string): Promise<FigureValue> {
    const rows = await this.read(sql);
    const value = rows[0]?.[0] ?? null;
    return rows.length > 1 || (typeof value === "number" && !Number.isFinite(value)) ? null : value;
  }
}

function isOfData(error: unknown): boolean {
  const text = error instanceof Error ? error.message : String(error);
  return /(Binder|Catalog|Conversion|Out of Range|Invalid Input|More than one row)/i.test(text);
}

function textOf({kind, headers}: EvidenceQuery, value: FigureValue): string {
  return kind === "claim" ? String(value) : formatFigure(value, headers.format ?? "");
}

function verdictFrom(value: FigureValue): Verdict {
  return value === "holds" || value === "fails" ? value : "untestable";
}
