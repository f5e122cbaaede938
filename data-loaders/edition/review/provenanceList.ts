import {readFile} from "node:fs/promises";
import {sha256} from "../../engine/content/sha256.js";
import {html, joined, type Markup} from "../../engine/html/markup.js";
import {projectPath} from "../../engine/project/projectPath.js";
import {rowCount} from "../../engine/tables/publishedTable.js";
import type {Benchmark} from "../../narrative/evidence/evaluateQueries.js";
import type {Edition} from "../../pipeline.js";
import {editionTable, rowsOf} from "../editionTable.js";
import {benchmarkVerdict} from "./benchmarksList.js";
import type {CodeVersion} from "./codeVersion.js";
import {type Cell, htmlTable, numberCell, textCell} from "./htmlTable.js";

/** What `docs/explanation/synthetic-samples.md` says at length. */
const syntheticSample = html`<h2 id="synthetic-sample">What a synthetic sample can show</h2>
<p>No row of a synthetic sample is a real customer. The rows are generated from aggregates of a real file.</p>
<ul>
<li><strong>Kept</strong>: counts, means and quartiles, sizes and centres of the segments, and correlations between pairs of variables.</li>
<li><strong>Not kept</strong>: how three or more variables act together. Rows were kept away from the borders between segments, so the segments look slightly better separated than they are.</li>
<li><strong>No evidence</strong>: standard errors, intervals, stability under resampling, and the agreement of a second method. The sample was fitted to its aggregates; on it, such numbers look plausible but prove nothing. A sample may even have been chosen from several because it resembles the real file in such agreements.</li>
</ul>
<p>On a bank's own file, these pages mean what they say.</p>`;

/** Inputs, code, packages, parameters and stages that the report was made from. */
export async function provenanceList(
  editions: readonly Edition[],
  benchmarks: readonly Benchmark[],
  code: CodeVersion | undefined,
): Promise<Markup> {
  const lock = sha256(await readFile(projectPath("package-lock.json")));
  const {version, dependencies}: {version: string; dependencies: Record<string, string>} = JSON.parse(
    await readFile(projectPath("package.json"), "utf8"),
  );
  return joined(
    [
      html`<h2 id="inputs">Inputs</h2>`,
      inputs(editions),
      ...(editions.some(({input}) => input.synthetic) ? [syntheticSample] : []),
      html`<h2 id="code">Code</h2>`,
      html`<ul><li>Cardlens ${version}, ${codeSentence(code)}.</li><li>Lock file <code>package-lock.json</code>, SHA-256 <code>${lock}</code>.</li></ul>`,
      html`<h2 id="confirmed">Confirmed by other software</h2>`,
      confirmations(editions, benchmarks),
      html`<h2 id="stages">Stages</h2>`,
      html`<p>A stage runs again only when the first key changes, which is made from its code, parameters, inputs and the lock file. The second key is that of its result. Two builds with the same keys have the same results.</p>`,
      stages(editions),
      html`<h2 id="parameters">Parameters and seeds</h2>`,
      ...editions.map(parameters),
      html`<h2 id="packages">Packages</h2>`,
      htmlTable(
        "Packages",
        ["Package", "Version"],
        Object.entries(dependencies).map((entry) => entry.map((text) => textCell(text))),
      ),
    ],
    "\n",
  );
}

function codeSentence(code: CodeVersion | undefined): Markup | string {
  if (code === undefined) return "not from a git repository: the commit is unknown";
  const state = code.isClean ? "all files as committed" : "with files that differ from the commit";
  return html`commit <code>${code.commit}</code>, ${state}`;
}

function inputs(editions: readonly Edition[]): Markup {
  const rows = editions.map((edition) => {
    const {definition, input} = edition;
    return [
      textCell(definition.title),
      {html: html`<code>${input.name}</code>${input.synthetic ? " (synthetic sample)" : ""}`},
      numberCell(input.bytes),
      numberCell(input.rows),
      numberCell(rowCount(editionTable(edition, "customers"))),
      {html: html`<code class="hash">${input.sha256}</code>`},
    ];
  });
  return htmlTable("Inputs", ["Data set", "File", "Bytes", "Rows in", "Rows used", "SHA-256"], rows);
}

function confirmations(editions: readonly Edition[], benchmarks: readonly Benchmark[]): Markup {
  const synthetic = new Set(
    editions.filter(({input}) => input.synthetic).map(({definition}) => definition.id),
  );
  const software = [...new Set(benchmarks.map(({headers}) => headers.software ?? ""))].sort();
  const rows = software.map((name) => {
    const judged = benchmarks
      .filter(({headers}) => headers.software === name)
      .map((benchmark) => ({
        label: benchmark.label,
        verdict: benchmarkVerdict(benchmark, synthetic.has(benchmark.id.split(".")[0])),
      }));
    const agreeing = judged.filter(({verdict}) => verdict === "agrees");
    const compared = judged.filter(({verdict}) => verdict === "agrees" || verdict === "differs");
    return {compared: compared.length, cells: confirmation(name, compared, agreeing)};
  });
  const needed = rows.filter(({compared}) => compared > 0).map(({cells}) => cells);
  const others = software.filter((_, i) => rows[i].compared === 0);
  return joined(
    [
      htmlTable("Confirmed by other software", ["Software", "Values that agree", "Which"], needed),
      ...(others.length === 0
        ? []
        : [
            html`<p>Values from ${others.join("; ")} are for the bank's own files. A synthetic sample does not keep these statistics, so there is nothing to compare and nothing to do.</p>`,
          ]),
      html`<p>All values and tolerances are under <a href="./benchmarks.html">Benchmarks</a>.</p>`,
    ],
    "\n",
  );
}

function confirmation(
  software: string,
  compared: readonly {label: string}[],
  agreeing: readonly {label: string}[],
): Cell[] {
  return [
    textCell(software),
    {html: html`${agreeing.length} of ${compared.length}`, sort: agreeing.length, isNumber: true},
    textCell(agreeing.map(({label}) => label).join("; ")),
  ];
}

function stages(editions: readonly Edition[]): Markup {
  const rows = editions.flatMap((edition) =>
    edition.stages.map(({stage, dependsOn, result}) => [
      textCell(stage),
      {html: html`<code class="hash">${dependsOn}</code>`},
      {html: html`<code class="hash">${result}</code>`},
    ]),
  );
  return htmlTable("Stages", ["Stage", "Depends on", "Result"], rows);
}

function parameters(edition: Edition): Markup {
  const rows = rowsOf(editionTable(edition, "parameters")).map(({name, value, definition}) => [
    {html: html`<code>${String(name)}</code>`, sort: String(name)},
    numberCell(Number(value), Number(value).toLocaleString("en-GB", {maximumSignificantDigits: 12})),
    textCell(String(definition)),
  ]);
  return html`<h3>${edition.definition.title}</h3>\n${htmlTable(`Parameters of ${edition.definition.title}`, ["Parameter", "Value", "Meaning"], rows)}`;
}
