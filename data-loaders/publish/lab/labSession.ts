import type {Kernels} from "../../../src/lib/kernels/loadKernels.js";
import type {LabAnswer} from "../../../src/lib/lab/labAnswers.js";
import {type LabSettings, publishedSettings} from "../../../src/lib/lab/labSettings.js";
import type {EvidenceFile} from "../../../src/lib/narrative/evidenceFile.js";
import {seededRandom} from "../../../src/lib/statistics/matrices/seededRandom.js";
import {drawRows} from "../../../src/lib/statistics/resampling/drawRows.js";
import type {PublishedTable} from "../../engine/tables/publishedTable.js";
import type {ReadRows} from "../../model/actions/targetsOf.js";
import {actionsAnswer, groupsAnswer, type LabBaseline, modelAnswer, readBaseline} from "./answers.js";
import {type LabServices, type LabSource, labAnalysis, openLabMemory} from "./labAnalysis.js";
import {labCustomers, takeLabCustomers, withPublishedLevels} from "./labCustomers.js";
import type {LabFile} from "./labFile.js";
import {type LabPart, labKeys, tablesOfPart} from "./labParts.js";
import type {LabTasks} from "./labTasks.js";
import {Ledger} from "./ledger.js";

/** A database engine with the published database of the chapter attached as `lab_published`, and those of others under their names. */
export interface LabEngine {
  run(sql: string): Promise<void>;
  read: ReadRows;
  /** Creates a table, as the build creates the published ones. */
  put(catalog: string, table: PublishedTable): Promise<void>;
}

/** What a session tells while it analyses. */
export interface LabListener {
  answer(answer: LabAnswer): void;
  /** Lets others have a turn; throws where a newer change has come. */
  pause(): Promise<void>;
  /** Waits until no newer change is likely, before what takes longest. */
  settle(): Promise<void>;
  /** Another thread, if there is one. */
  tasks?: LabTasks;
}

/** Up to so many customers the lab takes all; else a sample of as many. */
const mostRows = 10_000;

const parts = Object.keys(tablesOfPart).filter((part): part is LabPart => part in tablesOfPart);

/**
 * A chapter in the lab: its tables stand in a database in memory under the chapter's name, as they are published or made anew
 * by settings that a reader chooses, and its claims and figures are asked of them by the queries of the build.
 */
export class LabSession {
  private readonly states = new Map<string, "baseline" | "made" | "absent">();
  private readonly baselineKeys: Record<LabPart, string>;

  private constructor(
    private readonly engine: LabEngine,
    private readonly source: LabSource,
    private readonly services: Omit<LabServices, "pause" | "tasks" | "wanted">,
    private readonly ledger: Ledger,
    private readonly published: ReadonlySet<string>,
    private baseline: LabBaseline,
  ) {
    this.baselineKeys = labKeys(publishedSettings(source.chapter));
    for (const name of published) this.states.set(name, "baseline");
  }

  /**
   * Reads the published tables. Where they hold no exact rows, or more customers than a browser can compare, the lab's own run
   * with the published settings is what changes are held against.
   *
   * @throws RangeError where no rows are published
   */
  static async open(
    engine: LabEngine,
    kernels: Kernels,
    {chapter, definition}: LabFile,
    evidence: EvidenceFile,
  ): Promise<LabSession> {
    const {schema} = chapter;
    await engine.run(`ATTACH ':memory:' AS "${schema}"`);
    await engine.run("ATTACH ':memory:' AS lab_baseline");
    const tables = await engine.read(
      "SELECT table_name FROM duckdb_tables() WHERE database_name = 'lab_published' ORDER BY table_name",
    );
    const names = tables.map(([name]) => String(name));
    for (const name of names) {
      await engine.run(view("lab_baseline", name, "lab_published"));
      await engine.run(view(schema, name, "lab_baseline"));
    }
    const columns = await engine.read(
      "SELECT column_name FROM duckdb_columns() WHERE database_name = 'lab_published' AND table_name = 'customers' ORDER BY column_index",
    );
    const rows = await engine.read("SELECT * FROM lab_published.main.customers ORDER BY row_number");
    if (rows.length === 0) throw new RangeError("the rows of this chapter are not published");
    const columnNames = columns.map(([name]) => String(name));
    const all = labCustomers(rows, columnNames, definition);
    const drawn = drawRows(rows.length, Math.min(rows.length, mostRows), seededRandom(1));
    const customers = drawn.length === rows.length ? all : takeLabCustomers(all, drawn);
    const source: LabSource = {
      chapter,
      definition: withPublishedLevels(
        definition,
        new Map(chapter.categories.map(({name, levels}) => [name, levels])),
      ),
      customers,
      categories: Object.fromEntries(
        chapter.categories.map(({name}) => {
          const at = columnNames.indexOf(name);
          return [name, Array.from(drawn, (row) => String(rows[row][at]))];
        }),
      ),
    };
    const services = {
      kernels,
      memory: openLabMemory(),
      read: engine.read,
      async scratch(table: PublishedTable) {
        const named = {...table, name: `lab_${table.name}`};
        await engine.run(`DROP TABLE IF EXISTS memory.main."${named.name}"`);
        await engine.put("memory", named);
        return `memory.main."${named.name}"`;
      },
    };
    const ledger = new Ledger(evidence, chapter, engine.read);
    const session = new LabSession(
      engine,
      source,
      services,
      ledger,
      new Set(names),
      await readBaseline(engine.read, source),
    );
    if (!chapter.exact || drawn.length < rows.length) await session.makeBaseline();
    return session;
  }

  /** True where changes are held against the published analysis itself. */
  get isExact(): boolean {
    return this.ledger.isExact;
  }

  /** Runs the analysis and tells what becomes of the groups, the model, the actions, the claims and the figures. */
  async analyse(settings: LabSettings, {answer, pause, settle, tasks}: LabListener): Promise<void> {
    const begin = performance.now();
    const keys = labKeys(settings);
    const touched = new Set(parts.filter((part) => keys[part] !== this.baselineKeys[part]));
    const waiting = new Set<LabPart>([...touched].filter((part) => part !== "elsewhere"));
    for (const part of parts)
      for (const table of tablesOfPart[part])
        if (this.published.has(table)) await this.show(table, touched.has(part) ? "absent" : "baseline");
    const services = {...this.services, pause, wanted: touched, ...(tasks === undefined ? {} : {tasks})};
    for await (const step of labAnalysis(this.source, settings, services)) {
      if (step.kind === "groups") {
        answer(groupsAnswer(step.groups, this.source, this.baseline));
      } else if (step.kind === "model") {
        if (this.source.definition.risk) answer(modelAnswer(step.risk, this.baseline));
        if (waiting.size === 0) break;
      } else if (step.kind === "ahead") {
        // the claims on what is there come first
        await this.tell(keys, waiting, answer, pause);
        if (step.of === "resamples") {
          answer({kind: "done", milliseconds: performance.now() - begin, isLast: false});
          await settle();
        }
      } else {
        if (touched.has(step.part)) for (const table of step.tables) await this.make(table);
        waiting.delete(step.part);
        if (step.part === "actions")
          answer(await actionsAnswer(this.engine.read, this.source, this.baseline));
        if (waiting.size === 0) break;
      }
      await pause();
    }
    if (!touched.has("actions") && this.source.definition.actions.length > 0)
      answer(await actionsAnswer(this.engine.read, this.source, this.baseline));
    waiting.clear();
    await this.tell(keys, waiting, answer, pause);
    answer({kind: "done", milliseconds: performance.now() - begin, isLast: true});
  }

  /** Makes every table that the lab can make, also those that the settings do not touch. */
  async makeAll(settings: LabSettings): Promise<PublishedTable[]> {
    const made: PublishedTable[] = [];
    const services = {...this.services, pause: async () => {}, wanted: new Set(parts)};
    for await (const step of labAnalysis(this.source, settings, services))
      if (step.kind === "tables")
        for (const table of step.tables) {
          made.push(table);
          await this.make(table);
        }
    return made;
  }

  private async makeBaseline(): Promise<void> {
    const made = await this.makeAll(publishedSettings(this.source.chapter));
    for (const table of made) {
      await this.engine.run(`DROP VIEW IF EXISTS lab_baseline.main."${table.name}"`);
      await this.engine.put("lab_baseline", table);
      this.states.set(table.name, "made");
      await this.show(table.name, "baseline");
    }
    this.baseline = await readBaseline(this.engine.read, this.source);
    await this.ledger.takeAsBaseline();
  }

  private async tell(
    keys: Record<LabPart, string>,
    waiting: ReadonlySet<LabPart>,
    answer: LabListener["answer"],
    pause: LabListener["pause"],
  ): Promise<void> {
    const isWaiting = (table: string) => [...waiting].some((part) => tablesOfPart[part].includes(table));
    const keyOf = (table: string) => {
      const part = parts.find((each) => tablesOfPart[each].includes(table));
      return part === undefined || this.states.get(table) === "baseline" ? "published" : keys[part];
    };
    const stateOf = (table: string) =>
      this.states.get(table) === "absent" ? (isWaiting(table) ? "waiting" : "absent") : keyOf(table);
    answer({kind: "ledger", ...(await this.ledger.ask(stateOf, pause))});
  }

  /** Puts a table that was made anew in its place. */
  private async make(table: PublishedTable): Promise<void> {
    await this.show(table.name, "absent");
    // even if it fails half-way, there is something to remove
    this.states.set(table.name, "made");
    await this.engine.put(this.source.chapter.schema, table);
  }

  /** Shows a table as it is in the baseline, or not at all. */
  private async show(name: string, state: "baseline" | "absent"): Promise<void> {
    const found = this.states.get(name) ?? "absent";
    if (found === state) return;
    const {schema} = this.source.chapter;
    if (found !== "absent")
      await this.engine.run(
        `DROP ${found === "made" ? "TABLE" : "VIEW"} IF EXISTS "${schema}".main."${name}"`,
      );
    if (state === "baseline") await this.engine.run(view(schema, name, "lab_baseline"));
    this.states.set(name, state);
  }
}

function view(catalog: string, table: string, from: string): string {
  return `CREATE VIEW "${catalog}".main."${table}" AS SELECT * FROM ${from}.main."${table}"`;
}
