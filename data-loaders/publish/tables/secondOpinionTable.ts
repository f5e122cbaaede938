import {double, type PublishedTable, table, text, truth} from "../../engine/tables/publishedTable.js";
import type {AgreementRow} from "../../model/second-opinion/secondOpinion.js";

/** The models fitted a second time by independent packages. */
export function secondOpinionTable(rows: readonly AgreementRow[]): PublishedTable {
  return table(
    "second_opinion",
    "The models again by independent packages, and how well they agree with ours.",
    rows,
    [
      text("model", "The model.", (r) => r.what),
      text("package", "The package.", (r) => r.package),
      text("version", "Its version.", (r) => r.version),
      text("measure", "What is compared.", (r) => r.measure),
      double("ours", "Our value; NULL where labels are compared.", (r) => r.ours),
      double(
        "theirs",
        "The package's value; NULL where labels are compared, and where it came to none.",
        (r) => r.theirs,
      ),
      double(
        "agreement",
        "How well they agree, in the unit of the measure; NULL where the package came to no result, as the measure says.",
        (r) => r.agreement,
      ),
      double(
        "tolerance",
        "The least or greatest agreement that counts, as the bound says.",
        (r) => r.tolerance,
      ),
      text(
        "bound",
        "≥ where the tolerance is the least agreement that counts, ≤ where it is the greatest.",
        (r) => r.bound,
      ),
      truth(
        "agrees",
        "True within the tolerance; NULL where the package came to no result.",
        (r) => r.agrees,
      ),
      text("checked_on", "The rows on which both were fitted.", (r) => r.checkedOn),
    ],
  );
}
