import {escapeHtml} from "../narrative/escapeHtml.js";
import type {Edition} from "../pipeline.js";
import {PSEUDONYM_VARIABLE} from "../source/pseudonym.js";
import {editionTable, type TableValue} from "./editionTable.js";
import {htmlTable, numberCell, textCell} from "./htmlTable.js";

/**
 * The contract of each input, rule by rule, as it was found.
 *
 * @param hasWeakSecret true where pseudonyms are made with the public default
 */
export function dataQualityList(editions: readonly Edition[], hasWeakSecret: boolean): string {
  return [...editions.map(qualityOf), pseudonymSection(hasWeakSecret)].join("\n");
}

function qualityOf(edition: Edition): string {
  const {definition, input} = edition;
  const rules = editionTable(edition, "quality_rules");
  const sum = (column: string) => rules.reduce((total, rule) => total + Number(rule[column]), 0);
  const noted = rules.filter((rule) => Number(rule.noted) > 0).length;
  const rows = rules.map((rule) => [
    {
      html: `${escapeHtml(String(rule.rule))}<br><code>${escapeHtml(String(rule.rule_id))}</code>`,
      sort: String(rule.rule),
    },
    textCell(String(rule.column_name)),
    ...["checked", "passed", "noted", "failed"].map((column) => numberCell(count(rule[column]))),
    textCell(String(rule.detail)),
  ]);
  return [
    `<h2 id="${definition.id}">${escapeHtml(definition.title)}</h2>`,
    `<p><code>${escapeHtml(input.name)}</code>${input.synthetic ? ", the synthetic sample," : ""} was held against ${rules.length} rules: ${rules.length - noted} found nothing to note, ${noted} did. ${sum("failed")} failed; a rule that fails stops the build.</p>`,
    htmlTable(
      `Rules for ${definition.title}`,
      ["Rule", "Column", "Checked", "Passed", "Noted", "Failed", "What was noted"],
      rows,
    ),
  ].join("\n");
}

function count(value: TableValue): number {
  return Number(value);
}

function pseudonymSection(hasWeakSecret: boolean): string {
  const text = hasWeakSecret
    ? `Customer keys are replaced by pseudonyms made with the <strong>public default</strong> secret: whoever has this project's code can try all keys and find them again. That does no harm to a synthetic sample. Before a report on real customers leaves the bank, set <code>${PSEUDONYM_VARIABLE}</code>.`
    : `Customer keys are replaced by pseudonyms made with the bank's own secret (<code>${PSEUDONYM_VARIABLE}</code>), which is not in the report.`;
  return `<h2 id="pseudonyms">Pseudonyms</h2>\n<div class="honesty"><p>${text}</p></div>`;
}
