import type {GatheredEvidence} from "./gatherEvidence.js";
import type {NarrativeEvidence} from "./narrativeEvidence.js";
import {reviewNames} from "./reviewNames.js";

/**
 * Indexes the evidence for the pages.
 *
 * @param lists the lists of the review pages, as HTML by name; default: all of them, empty
 */
export function evidenceById(
  {figures, claims, charts, problems}: GatheredEvidence,
  lists: Readonly<Record<string, string>> = Object.fromEntries(reviewNames.map((name) => [name, ""])),
): NarrativeEvidence {
  const byId = <T extends {id: string}>(items: readonly T[]) => new Map(items.map((item) => [item.id, item]));
  return {
    figures: byId(figures),
    claims: byId(claims),
    charts: byId(charts),
    reviews: new Map(Object.entries(lists)),
    failures: new Map(
      problems.flatMap((problem) => (problem.id === undefined ? [] : [[problem.id, problem]])),
    ),
  };
}
