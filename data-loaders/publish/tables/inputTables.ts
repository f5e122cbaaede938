import type {DatasetDefinition} from "../../datasets/dataset.js";
import {
  double,
  integer,
  type PublishedTable,
  table,
  text,
  truth,
} from "../../engine/tables/publishedTable.js";
import type {CustomerTable} from "../../source/customers.js";

/** Tables on the input: how well it keeps its contract, which file it is, and who answers for what is made of it. */
export function inputTables(
  {quality, input}: CustomerTable,
  {
    title,
    author,
    period,
    asOf,
    currency,
  }: Pick<DatasetDefinition, "title" | "author" | "period" | "asOf" | "currency">,
): PublishedTable[] {
  return [
    table("quality_rules", "The contract of the input, rule by rule, as it was found.", quality, [
      text("rule_id", "Identifier of the rule.", (r) => r.id),
      text("rule", "The rule as a sentence.", (r) => r.rule),
      text("column_name", "Column concerned, or empty.", (r) => r.column),
      integer("checked", "Rows or cells checked.", (r) => r.checked),
      integer("passed", "Of these, passed.", (r) => r.passed),
      integer("noted", "Of these, accepted with a note.", (r) => r.noted),
      integer("failed", "Of these, failed.", (r) => r.failed),
      text("detail", "What was noted, with lines.", (r) => r.detail),
    ]),
    table(
      "input_file",
      "The file that the report was built from.",
      [input],
      [
        text("name", "File name.", (r) => r.name),
        double("bytes", "Size in bytes.", (r) => r.bytes),
        text("sha256", "SHA-256 of the file.", (r) => r.sha256),
        integer("row_count", "Customer rows read.", (r) => r.rows),
        truth(
          "has_keys",
          "False where the file has no column of keys: customers cannot be followed from one edition to the next.",
          (r) => r.hasKeys,
        ),
        truth("synthetic", "True for the embedded sample: no row is a real customer.", (r) => r.synthetic),
        text(
          "as_of",
          "Day or period that the file describes, as its definition declares; NULL where nobody has declared one.",
          () => asOf ?? null,
        ),
      ],
    ),
    table(
      "chapter",
      "What the definition of the data set says of the chapter.",
      [title],
      [
        text("title", "Title of the chapter.", () => title),
        text("author", "Who answers for it.", () => author),
        text("period", "For how long the file counts, as a phrase.", () => period),
        text("currency", "Sign of the currency.", () => currency),
      ],
    ),
  ];
}
