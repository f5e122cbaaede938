import {group} from "d3-array";
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

/** What a query gave, and the states of its tables then; undefined where the engine could not run it. */
interface Asked {
  states: string;
  value: FigureValue | undefined;
}

/** Queries that are asked in one statement, between two pauses: planning each alone takes three times as long. */
const atOnce = 40;

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
    const values = await this.answersTo([...this.claims, ...this.figures], async () => {});
    for (const {id, query} of [...this.claims, ...this.figures]) {
      const value = values.get(id);
      // what cannot be asked keeps its published answer
      if (value !== undefined) this.baseline.set(id, {value, text: textOf(query, value)});
    }
  }

  /**
   * Asks what may have changed and can be asked.
   *
   * @param stateOf state of a table
   */
  async ask(
    stateOf: (table: string) => TableState,
    pause: () => Promise<void>,
  ): Promise<Omit<LedgerAnswer, "kind">> {
    const states = new Map(
      [...this.claims, ...this.figures].map(({id, tables}) => [id, tables.map(stateOf)]),
    );
    const of = ({id}: Query) => states.get(id) ?? [];
    const isOpen = (query: Query) => of(query).some((state) => state === "absent" || state === "waiting");
    const isTouched = (query: Query) => of(query).some((state) => state !== "published");
    const again = [...this.claims, ...this.figures].filter((query) => isTouched(query) && !isOpen(query));
    const stale = again.filter((query) => this.asked.get(query.id)?.states !== of(query).join());
    for (const {id} of stale) this.asked.delete(id);
    for (const [id, value] of await this.answersTo(stale, pause))
      this.asked.set(id, {states: (states.get(id) ?? []).join(), value});

    const missing = this.claims.flatMap((claim) => claim.tables.filter((_, i) => of(claim)[i] === "absent"));
    const claims = this.claims.map((claim): LabClaim => {
      const {id} = claim;
      const before = verdictFrom(this.baseline.get(id)?.value ?? null);
      if (isOpen(claim)) return {id, before, after: before, tested: "not here"};
      if (!isTouched(claim)) return {id, before, after: before, tested: "untouched"};
      const after = this.asked.get(id)?.value;
      if (after === undefined) return {id, before, after: before, tested: "not asked"};
      return {id, before, after: verdictFrom(after), tested: "again"};
    });
    const figures = this.figures.flatMap((figure): LabFigure[] => {
      const after = this.asked.get(figure.id)?.value;
      if (isOpen(figure) || after === undefined || !isTouched(figure)) return [];
      const before = this.baseline.get(figure.id) ?? {value: null, text: ""};
      const textAfter = textOf(figure.query, after);
      if (sameValue(before.value, after) && before.text === textAfter) return [];
      return [{id: figure.id, before: before.value, after, textBefore: before.text, textAfter}];
    });
    return {
      claims,
      figures,
      missingTables: [...new Set(missing)].sort(),
      complete: !this.claims.some((claim) => of(claim).includes("waiting")),
    };
  }

  /** Asks queries, many in one statement; those of a statement that fails one by one. */
  private async answersTo(
    queries: readonly Query[],
    pause: () => Promise<void>,
  ): Promise<Map<string, FigureValue | undefined>> {
    const answers = new Map<string, FigureValue | undefined>();
    for (const sameType of group(queries, ({query}) => columnType(query)).values())
      for (let from = 0; from < sameType.length; from += atOnce) {
        await pause();
        const part = sameType.slice(from, from + atOnce);
        const found = await this.together(part).catch(() => undefined);
        for (const {id, query} of part)
          answers.set(id, found === undefined ? await this.valueOf(query) : (found.get(id) ?? null));
      }
    return answers;
  }

  /** Values of queries of one type by one statement: each part gives its number and its value. */
  private async together(queries: readonly Query[]): Promise<Map<string, FigureValue>> {
    const type = columnType(queries[0].query);
    const abouts = [...new Set(queries.flatMap(({query}) => query.about ?? []))];
    const parts = [
      ...queries.map(
        ({query}, at) => `SELECT ${at} AS part, CAST(v AS ${type}) AS v FROM (${query.sql}\n) AS asked(v)`,
      ),
      ...abouts.map((about, at) => `SELECT ${queries.length + at}, count(*) > 0 FROM ${about}`),
    ];
    const found = new Map<number, FigureValue>();
    for (const [part, value] of await this.read(parts.join("\nUNION ALL\n"))) {
      // as in the build, only one row is a value
      found.set(Number(part), found.has(Number(part)) ? null : finite(value));
    }
    const rowsOf = (about: string) => Number(found.get(queries.length + abouts.indexOf(about)) ?? 0);
    return new Map(
      queries.map(({id, query}, at) => {
        const value = found.get(at) ?? null;
        return [id, query.kind === "claim" ? verdictOf((query.about ?? []).map(rowsOf), value) : value];
      }),
    );
  }

  /**
   * The value of a figure, or the verdict on a claim, decided as in the build.
   *
   * @returns undefined where this engine cannot run the query: the reader's is older than that of the build, and has less memory
   */
  private async valueOf({kind, sql, about = []}: EvidenceQuery): Promise<FigureValue | undefined> {
    try {
      if (kind !== "claim") return await this.single(sql);
      const populations: number[] = [];
      for (const part of about) populations.push(Number(await this.single(populationQuery(part))));
      if (populations.includes(0)) return verdictOf(populations, null);
      return verdictOf(populations, await this.single(sql));
    } catch (error) {
      if (!isOfData(error)) return undefined;
      return kind === "claim" ? "untestable" : null;
    }
  }

  /** One value; null where there is no row, and for a number that is not finite, as in the build. */
  private async single(sql: string): Promise<FigureValue> {
    const rows = await this.read(sql);
    return rows.length > 1 ? null : finite(rows[0]?.[0] ?? null);
  }
}

/** The type in which a query's value is read with others: that of its published value. */
function columnType({kind, value}: EvidenceQuery): "BOOLEAN" | "DOUBLE" | "VARCHAR" {
  if (kind === "claim" || typeof value === "boolean") return "BOOLEAN";
  return typeof value === "string" ? "VARCHAR" : "DOUBLE";
}

function finite(value: FigureValue): FigureValue {
  return typeof value === "number" && !Number.isFinite(value) ? null : value;
}

/** Whether a query failed for a table, a column or a value that an analysis of this form does not have. */
function isOfData(error: unknown): boolean {
  const text = error instanceof Error ? error.message : String(error);
  // a function that the reader's engine lacks is not of the data
  if (/Function with name|No function matches/i.test(text)) return false;
  return /(Binder|Catalog|Conversion|Out of Range|Invalid Input|More than one row)/i.test(text);
}

function textOf({kind, headers}: EvidenceQuery, value: FigureValue): string {
  return kind === "claim" ? String(value) : formatFigure(value, headers.format ?? "");
}

function verdictFrom(value: FigureValue): Verdict {
  return value === "holds" || value === "fails" ? value : "untestable";
}
