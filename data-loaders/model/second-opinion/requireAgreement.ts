import type {AgreementRow} from "./secondOpinion.js";

/** Independent packages find other models than ours in the data: what the report says of them may be wrong. */
export class DisagreementError extends Error {
  override readonly name = "DisagreementError";
}

/**
 * Refuses models with which an independent package disagrees. Comparisons that could not be made do not count: that a
 * package comes to no result says nothing about ours.
 *
 * @throws DisagreementError listing every comparison beyond its tolerance, with what to do
 */
export function requireAgreement(rows: readonly AgreementRow[]): void {
  const apart = rows.filter(({agrees}) => agrees === false);
  if (apart.length === 0) return;
  const datasets = [...new Set(apart.map(({dataset}) => dataset))].join(", ");
  throw new DisagreementError(
    [`the second opinion on ${datasets} disagrees`, ...apart.map((row) => `  ${sentence(row)}`)].join("\n"),
  );
}

function sentence(row: AgreementRow): string {
  const {what, package: name, version, checkedOn, measure, agreement, bound, tolerance, ours, theirs} = row;
  const found = agreement === null ? "none" : String(agreement);
  const values = ours === null ? "" : ` (ours ${ours}, theirs ${theirs})`;
  return `${what}, ${name} ${version} on ${checkedOn}: ${measure}: found ${found}${values}; expected ${bound} ${tolerance}. ${row.remedy}`;
}
