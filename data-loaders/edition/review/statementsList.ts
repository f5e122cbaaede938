import {escapeHtml} from "../../engine/html/escapeHtml.js";
import type {Statement} from "../../narrative/evidence/evaluateQueries.js";
import {type Cell, htmlTable, queryCell} from "./htmlTable.js";
import {reviewGroup} from "./reviewGroup.js";

interface Group {
  id: string;
  title: string;
  explanation: string;
  has(statement: Statement): boolean;
}

const changesDecisions = ({headers}: Statement) => headers.consequence === "decision";

/** What matters most to a reader who acted on the documents stands first. */
const groups: readonly Group[] = [
  {
    id: "errors",
    title: "Errors that would change a decision",
    explanation:
      "Somebody who relies on one of these addresses other customers, or judges them in another way.",
    has: (statement) => statement.holds === false && changesDecisions(statement),
  },
  {
    id: "details",
    title: "Points of detail that do not hold",
    explanation: "Numbers and wordings that differ from the data, but on which no decision rests.",
    has: (statement) => statement.holds === false && !changesDecisions(statement),
  },
  {
    id: "untestable",
    title: "Statements that cannot be tested",
    explanation: "The files hold nothing that would confirm or contradict them.",
    has: ({holds}) => holds === null,
  },
  {
    id: "confirmed",
    title: "Statements that hold",
    explanation: "The data confirm them.",
    has: ({holds}) => holds === true,
  },
];

/** What other documents said, ordered by consequence, each statement with our verdict and what was found. */
export function statementsList(statements: readonly Statement[]): string {
  const [errors, details, untestable, confirmed] = groups.map(({has}) => statements.filter(has).length);
  return [
    `<p>Of ${statements.length} statements, ${confirmed} hold, ${errors + details} do not, and ${untestable} cannot be tested with these data. Of those that do not hold, ${errors} would change a decision and ${details} would not: they are points of detail.</p>`,
    '<section data-recompute="statements">',
    ...groups.map(({id, title, explanation, has}) => {
      const rows = statements.filter(has).toSorted(decisionsFirst).map(statementRow);
      if (rows.length === 0) return "";
      const table = htmlTable(title, ["The source says", "Verdict", "Found", "Query"], rows);
      return reviewGroup(
        title,
        `<h2 id="${id}">${escapeHtml(title)}</h2>\n<p>${escapeHtml(explanation)}</p>\n${table}`,
      );
    }),
    "</section>",
  ].join("\n");
}

function decisionsFirst(a: Statement, b: Statement): number {
  return Number(changesDecisions(b)) - Number(changesDecisions(a));
}

function statementRow(statement: Statement): Cell[] {
  const {id, label, holds, found, headers, sql} = statement;
  const verdict = holds === null ? "cannot be tested" : holds ? "holds" : "does not hold";
  const touch = holds === null ? verdict : `<span class="verdict" data-query="${id}">${verdict}</span>`;
  const explained = [headers.untestable ?? "", headers.note ?? ""].filter((text) => text !== "");
  return [
    {
      html: `“${escapeHtml(label)}”<br><small>${escapeHtml(headers.place ?? "")}<br><code>${escapeHtml(id)}</code></small>`,
      sort: label,
    },
    {html: touch, sort: verdict},
    {
      html: [withMinus(found), ...explained.map((text) => `<small>${escapeHtml(text)}</small>`)]
        .filter((text) => text !== "")
        .join("<br>"),
      sort: found,
    },
    sql === "" ? {html: ""} : queryCell(sql),
  ];
}

/** Negative numbers with a minus sign, as pages print them. */
function withMinus(found: string): string {
  return escapeHtml(found).replaceAll(/(?<![\w.])-(?=\d)/g, "−");
}
