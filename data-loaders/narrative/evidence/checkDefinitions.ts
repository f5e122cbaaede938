import type {NamedQuery} from "../syntax/namedQuery.js";
import {suggestion} from "../syntax/nearest.js";
import type {Problem} from "../syntax/problem.js";

/**
 * Finds what is wrong with the queries before any is run: an id that is given twice (an error), the same
 * query under two ids, a claim that does not say what it is about or how strong its evidence is, and headers that name
 * figures which do not exist; and consequences that are none.
 */
export function checkDefinitions(queries: readonly NamedQuery[]): Problem[] {
  return [
    ...repeated(queries, ({id}) => id).map(([query, earlier]) =>
      problem(
        query,
        "error",
        `${query.id} is defined already at ${earlier.file}:${earlier.line}; give one of them another id`,
      ),
    ),
    ...(["figure", "claim"] as const).flatMap((kind) =>
      repeated(
        queries.filter((query) => query.kind === kind && query.sql !== ""),
        ({sql}) => sql.replaceAll(/\s+/g, " ").toLowerCase(),
      ).map(([query, earlier]) =>
        problem(
          query,
          "advice",
          `${kind} ${query.id} has the query of ${earlier.id} (${earlier.file}:${earlier.line}); keep one of them`,
        ),
      ),
    ),
    ...queries.flatMap((query) => checkClaim(query, queries)),
    ...queries.flatMap(checkConsequence),
  ];
}

/** Pairs of an item and the first one before it with the same key. */
function repeated(
  queries: readonly NamedQuery[],
  key: (query: NamedQuery) => string,
): [NamedQuery, NamedQuery][] {
  const first = new Map<string, NamedQuery>();
  return queries.flatMap((query) => {
    const earlier = first.get(key(query));
    if (earlier === undefined) first.set(key(query), query);
    return earlier === undefined ? [] : [[query, earlier] as [NamedQuery, NamedQuery]];
  });
}

function checkClaim(claim: NamedQuery, queries: readonly NamedQuery[]): Problem[] {
  if (claim.kind !== "claim") return [];
  const figures = new Set(queries.filter(({kind}) => kind === "figure").map(({id}) => id));
  const unknown = figuresBehind(claim).filter((id) => !figures.has(id));
  return [
    ...unknown.map((id) =>
      problem(claim, "error", `claim ${claim.id} rests on no figure ${id}${suggestion(id, figures)}`),
    ),
    ...(claim.about.length === 0
      ? [
          problem(
            claim,
            "error",
            `claim ${claim.id} does not say what it is about; add a line -- about: … with what its sentence speaks of, as in -- about: bank.customers WHERE calls > 0`,
          ),
        ]
      : []),
    ...(claim.headers.evidence === undefined
      ? [
          problem(
            claim,
            "advice",
            `claim ${claim.id} does not say how strong it is; add a line -- evidence: …`,
          ),
        ]
      : []),
  ];
}

function checkConsequence(query: NamedQuery): Problem[] {
  const {consequence} = query.headers;
  if (consequence === undefined || consequence === "decision") return [];
  const message = `${query.id} has the consequence "${consequence}"; expected decision, or no such header`;
  return [problem(query, "error", message)];
}

/** The ids that a claim's header `figures` lists. */
export function figuresBehind(claim: NamedQuery): string[] {
  return (claim.headers.figures ?? "").split(/[\s,]+/).filter((id) => id !== "");
}

function problem({file, line}: NamedQuery, level: Problem["level"], message: string): Problem {
  return {file, line, column: 1, level, message};
}
