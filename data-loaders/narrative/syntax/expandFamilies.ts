import type {NamedQuery} from "./namedQuery.js";
import {suggestion} from "./nearest.js";

/** Values of a placeholder, as a line `-- each name: values` gives them. */
export interface ValueList {
  name: string;
  values: readonly string[];
  /** Line that gives them. */
  line: number;
}

type Report = (line: number, message: string) => void;

const declaration = /^--\s*each\b\s*([^:]*?)\s*:\s*(.*?)\s*$/;
const placeholder = /\{([a-z][a-z-]*)\}/g;

/**
 * Reads a line `-- each name: values`, with spaces or commas between the values.
 *
 * @returns undefined for any other line, and for one without a name
 */
export function parseValueList(text: string, line: number, report: Report): ValueList | undefined {
  const [, name, list] = declaration.exec(text) ?? [];
  if (name === undefined) return undefined;
  if (!/^[a-z][a-z-]*$/.test(name)) {
    report(line, `each needs a name in lower case, as in -- each action: one two; found: ${text}`);
    return undefined;
  }
  const values = list.split(/[\s,]+/).filter((value) => value !== "");
  const wrong = values.filter((value) => !/^[a-z0-9][a-z0-9-]*$/.test(value));
  const twice = values.filter((value, index) => values.indexOf(value) !== index);
  if (values.length === 0) report(line, `each ${name} has no values; write -- each ${name}: one two`);
  for (const value of wrong)
    report(line, `each ${name}: invalid value; not of lower case, digits and hyphens: ${value}`);
  for (const value of twice) report(line, `each ${name}: value is there twice: ${value}`);
  return {name, values: [...new Set(values)].filter((value) => !wrong.includes(value)), line};
}

/**
 * The queries that those with placeholders in their ids stand for: one for each value of the last list above, with the
 * value in id, label, headers and SQL. Several placeholders give all combinations. Queries without are given back as
 * they are.
 *
 * @param report takes what is wrong with placeholders and lists, at their lines
 */
export function expandFamilies(
  queries: readonly NamedQuery[],
  lists: readonly ValueList[],
  report: Report,
): NamedQuery[] {
  const used = new Set<ValueList>();
  const expanded = queries.flatMap((query) => {
    const above = new Map(lists.filter(({line}) => line < query.line).map((list) => [list.name, list]));
    const names = placeholdersIn(query.id);
    for (const message of wrongPlaceholders(query, names, above)) report(query.line, message);
    const own = names.flatMap((name) => above.get(name) ?? []);
    for (const list of own) used.add(list);
    return own.length < names.length ? [] : own.reduce(withEach, [query]);
  });
  for (const list of lists)
    if (list.values.length > 0 && !used.has(list))
      report(list.line, `each ${list.name}: no id from here on holds {${list.name}}; take the line out`);
  return expanded;
}

function* wrongPlaceholders(
  {kind, id, label, headers, about, sql}: NamedQuery,
  names: readonly string[],
  above: ReadonlyMap<string, ValueList>,
): Generator<string> {
  for (const name of names)
    if (!above.has(name))
      yield `${kind} ${id}: no values for {${name}}; add a line -- each ${name}: … above it${suggestion(name, above.keys())}`;
  for (const name of placeholdersIn(
    [label, ...Object.values(headers), ...about.map(({from}) => from), sql].join("\n"),
  )) {
    // Braces in the SQL of a query that is no family, and that name no list, are the query's own.
    const isMeant = names.length > 0 || above.has(name);
    if (isMeant && !names.includes(name))
      yield `${kind} ${id} uses {${name}}, which its id does not hold${suggestion(name, names)}`;
  }
}

function placeholdersIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(placeholder), ([, name]) => name))];
}

function withEach(queries: readonly NamedQuery[], {name, values}: ValueList): NamedQuery[] {
  return queries.flatMap((query) => values.map((value) => withValue(query, name, value)));
}

function withValue(query: NamedQuery, name: string, value: string): NamedQuery {
  const fill = (text: string) => text.replaceAll(`{${name}}`, value);
  return {
    ...query,
    id: fill(query.id),
    label: fill(query.label),
    headers: Object.fromEntries(Object.entries(query.headers).map(([key, text]) => [key, fill(text)])),
    about: query.about.map(({from, line}) => ({from: fill(from), line})),
    sql: fill(query.sql),
  };
}
