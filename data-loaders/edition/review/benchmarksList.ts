import {formatFigure} from "../../../src/lib/narrative/formatFigure.js";
import {html, joined, type Markup} from "../../engine/html/markup.js";
import type {Benchmark} from "../../narrative/evidence/evaluateQueries.js";
import {type Cell, htmlTable, numberCell, queryCell, textCell} from "./htmlTable.js";

/** How one of our values stands to the one computed elsewhere. */
export type BenchmarkVerdict = "agrees" | "differs" | "the sample does not keep it" | "no value";

/**
 * Compares a value of ours with the one computed elsewhere, within the tolerance that its header declares.
 *
 * @param isSynthetic true where the report is built from the synthetic sample, which keeps some statistics
 *   of the real data and not others: those are not compared
 */
export function benchmarkVerdict({value, headers}: Benchmark, isSynthetic: boolean): BenchmarkVerdict {
  if (isSynthetic && headers.sample === undefined) return "the sample does not keep it";
  if (value === null) return "no value";
  const difference = Math.abs(value - Number(headers.published));
  return difference <= tolerance(headers, isSynthetic) ? "agrees" : "differs";
}

/** A sample that keeps a statistic within so much needs no less tolerance than that. */
function tolerance(headers: Benchmark["headers"], isSynthetic: boolean): number {
  const own = Number(headers.tolerance);
  const kept = headers.sample === undefined || headers.sample === "kept" ? 0 : Number(headers.sample);
  return isSynthetic ? Math.max(own, kept) : own;
}

/**
 * Our values beside those that other software computed from the same data.
 *
 * @param synthetic ids of the data sets that are built from their synthetic sample
 */
export function benchmarksList(benchmarks: readonly Benchmark[], synthetic: ReadonlySet<string>): Markup {
  const judged = benchmarks.map((benchmark) => ({
    benchmark,
    isSynthetic: synthetic.has(benchmark.id.split(".")[0]),
    verdict: benchmarkVerdict(benchmark, synthetic.has(benchmark.id.split(".")[0])),
  }));
  const count = (verdict: BenchmarkVerdict) => judged.filter((one) => one.verdict === verdict).length;
  const left = count("the sample does not keep it");
  const compared = count("agrees") + count("differs");
  return joined(
    [
      html`<p>${count("agrees")} of ${compared} comparable values agree within their tolerance; ${count("differs")} differ.${left === 0 ? "" : ` ${left} are not compared, because this report is built from a synthetic sample that does not keep them; they need no action.`}</p>`,
      html`<section data-recompute="benchmarks">${htmlTable(
        "Benchmarks",
        ["Statistic", "Ours", "Elsewhere", "Tolerance", "Software", "Verdict", "Query"],
        judged.map(({benchmark, verdict, isSynthetic}) =>
          benchmarkRow(benchmark, verdict, tolerance(benchmark.headers, isSynthetic)),
        ),
      )}</section>`,
    ],
    "\n",
  );
}

function benchmarkRow(
  {id, label, value, text, headers, sql}: Benchmark,
  verdict: BenchmarkVerdict,
  within: number,
): Cell[] {
  const published = Number(headers.published);
  const note = headers.note === undefined ? "" : html`<br><small>${headers.note}</small>`;
  return [
    {html: html`<strong>${label}</strong>${note}`, sort: label},
    {
      html: html`<span class="verdict" data-query="${id}">${text}</span>`,
      sort: value ?? "",
      isNumber: true,
    },
    numberCell(published, formatFigure(published, headers.format ?? "")),
    numberCell(within, `±${within}`),
    textCell(headers.software ?? ""),
    textCell(verdict === "the sample does not keep it" ? "not compared" : verdict),
    queryCell(sql),
  ];
}
