import type {Cell} from "../../../src/lib/database/cell.js";
import {html, joined, type Markup} from "../../engine/html/markup.js";
import type {Edition} from "../../pipeline.js";
import {disclosureSentences} from "../../publish/disclosure/describeDisclosure.js";
import {withheldDetail} from "../../publish/disclosure/publishableTables.js";
import {editionTable, rowsOf} from "../editionTable.js";
import {htmlTable, numberCell, textCell} from "./htmlTable.js";
import {reviewGroup} from "./reviewGroup.js";

/** The contract of each input, rule by rule, as it was found. */
export function dataQualityList(editions: readonly Edition[]): Markup {
  return joined(
    [...editions.map(qualityOf), pseudonymSection(editions), publishedRowsSection(editions)],
    "\n",
  );
}

function qualityOf(edition: Edition): Markup {
  const {definition, input} = edition;
  const rules = rowsOf(editionTable(edition, "quality_rules"));
  const sum = (column: string) => rules.reduce((total, rule) => total + Number(rule[column]), 0);
  const noted = rules.filter((rule) => Number(rule.noted) > 0).length;
  const rows = rules.map((rule) => [
    {
      html: html`${String(rule.rule)}<br><code>${String(rule.rule_id)}</code>`,
      sort: String(rule.rule),
    },
    textCell(String(rule.column_name)),
    ...["checked", "passed", "noted", "failed"].map((column) => numberCell(count(rule[column]))),
    textCell(
      rule.detail === "" || edition.disclosure.rows === "exact" ? String(rule.detail) : withheldDetail,
    ),
  ]);
  return reviewGroup(
    definition.title,
    joined(
      [
        html`<h2 id="${definition.id}">${definition.title}</h2>`,
        html`<p><code>${input.name}</code>${input.synthetic ? ", the synthetic sample," : ""} was checked against ${rules.length} rules: ${rules.length - noted} found nothing to note, and ${noted} noted something. ${sum("failed")} rows failed a rule; any failure stops the build.</p>`,
        htmlTable(
          `Rules for ${definition.title}`,
          ["Rule", "Column", "Checked", "Passed", "Noted", "Failed", "What was noted"],
          rows,
        ),
      ],
      "\n",
    ),
  );
}

function count(value: Cell): number {
  return Number(value);
}

function pseudonymSection(editions: readonly Edition[]): Markup {
  const paragraphs = editions.map(({definition, input, pseudonyms}) => {
    if (!input.hasKeys)
      return html`<p>${definition.title}: the file has no customer keys. Row numbers stand for the customers, who cannot be followed from one edition to the next.</p>`;
    const how =
      pseudonyms === "public"
        ? html`a secret that is <strong>public</strong>: the customers of the synthetic sample do not exist`
        : "the bank's own secret, which is not in the report; without it, nobody can find a key by trying all keys";
    return html`<p>${definition.title}: pseudonyms replace the customers' keys. They are made with ${how}.</p>`;
  });
  return html`<h2 id="pseudonyms">Pseudonyms</h2>\n<div class="honesty">${paragraphs}</div>`;
}

function publishedRowsSection(editions: readonly Edition[]): Markup {
  const paragraphs = editions.map(
    ({definition, input, disclosure}) =>
      html`<p>${definition.title}: ${disclosureSentences(input.synthetic, disclosure)}</p>`,
  );
  return html`<h2 id="published-rows">What is published of each customer</h2>\n<div class="honesty">${paragraphs}</div>`;
}
