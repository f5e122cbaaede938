import type {Completion, CompletionSource} from "npm:@codemirror/autocomplete";
import {SQLDialect, type SQLNamespace, sql} from "npm:@codemirror/lang-sql";
import type {Extension} from "npm:@codemirror/state";
import type {PageTable} from "./pageTables.js";

/**
 * The words of DuckDB's queries. PostgreSQL's own list would colour columns such as `name` and `position`.
 */
const duckDB = SQLDialect.define({
  keywords: `all and anti any as asc asof between by case cast collate cross current desc describe distinct else end
    escape except exclude exists explain false filter first following from full group grouping having ilike in
    inner intersect is join lateral left like limit natural not null nulls offset on or order outer over partition
    pivot positional preceding qualify range recursive replace right rollup rows sample select semi sets similar
    some summarize then true try_cast unbounded union unpivot using values when where window with within`,
  types: `bigint boolean date decimal double float hugeint integer interval real smallint time timestamp tinyint
    varchar`,
  builtin: `abs any_value avg ceil coalesce corr count cume_dist dense_rank exp first_value floor greatest lag
    last_value lead least length ln lower max median min mode ntile percent_rank power quantile_cont rank
    regr_slope round row_number sqrt stddev stddev_pop string_agg sum trim unnest upper var_pop variance`,
  doubleDollarQuotedStrings: true,
});

/** SQL with completion of keywords, tables and columns; each name comes with its definition. */
export function sqlCompletion(tables: readonly PageTable[]): Extension {
  const {language} = duckDB;
  return [
    sql({dialect: duckDB, schema: namespace(tables), upperCaseKeywords: true}),
    language.data.of({autocomplete: columnsOfTablesInUse(tables)}),
  ];
}

function namespace(tables: readonly PageTable[]): SQLNamespace {
  const schemas: Record<string, Record<string, SQLNamespace>> = {};
  for (const table of tables) {
    const [schema, name] = table.name.split(".");
    schemas[schema] ??= {};
    schemas[schema][name] = {
      self: {label: name, type: "type", info: table.definition},
      children: columnCompletions(table),
    };
  }
  return schemas;
}

/** Offers column names without a table in front, for the tables that the query names. */
function columnsOfTablesInUse(tables: readonly PageTable[]): CompletionSource {
  return (context) => {
    const word = context.matchBefore(/\w*/);
    if (word === null || (word.from === word.to && !context.explicit)) return null;
    if (context.state.sliceDoc(word.from - 1, word.from) === ".") return null;
    const text = context.state.doc.toString();
    const options = tables.filter(({name}) => text.includes(name)).flatMap(columnCompletions);
    return {from: word.from, options, validFor: /^\w*$/};
  };
}

function columnCompletions({columns}: PageTable): Completion[] {
  return columns.map(({name, type, definition}) => ({
    label: name,
    type: "property",
    detail: type,
    info: definition,
    boost: 1,
  }));
}
