import type {AgreementRow} from "../second-opinion/secondOpinion.js";
import {double, type PublishedTable, text, truth} from "./publishedTable.js";

/** The models fitted a second time by independent packages. */
export function secondOpinionTable(rows: readonly AgreementRow[]): PublishedTable {
  return {
    name: "second_opinion",
    definition: "The models again by independent packages, and how well they agree with ours.",
    columns: [
      text(
        "model",
        "The model.",
        rows.map(({what}) => what),
      ),
      text(
        "package",
        "The package.",
        rows.map((row) => row.package),
      ),
      text(
        "version",
        "Its version.",
        rows.map(({version}) => version),
      ),
      text(
        "measure",
        "What is compared.",
        rows.map(({measure}) => measure),
      ),
      double(
        "ours",
        "Our value; NULL where labels are compared.",
        rows.map(({ours}) => ours),
      ),
      double(
        "theirs",
        "The package's value; NULL where labels are compared.",
        rows.map(({theirs}) => theirs),
      ),
      double(
        "agreement",
        "How well they agree, in the unit of the measure.",
        rows.map(({agreement}) => agreement),
      ),
      double(
        "tolerance",
        "The least or greatest agreement that counts, as the bound says.",
        rows.map(({tolerance}) => tolerance),
      ),
      text(
        "bound",
        "≥ where the tolerance is the least agreement that counts, ≤ where it is the greatest.",
        rows.map(({bound}) => bound),
      ),
      truth(
        "agrees",
        "True within the tolerance.",
        rows.map(({agrees}) => agrees),
      ),
      text(
        "checked_on",
        "The rows on which both were fitted.",
        rows.map(({checkedOn}) => checkedOn),
      ),
    ],
  };
}
