import {html, joined, type Markup} from "../../engine/html/markup.js";
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
export function statementsList(statements: readonly Statement[]): Markup {
  const [errors, details, untestable, confirmed] = groups.map(({has}) => statements.filter(has).length);
  return joined(
    [
      html`<p>Of ${statements.length} statements, ${confirmed} hold, ${errors + details} do not, and ${untestable} cannot be tested with these data. Of those that do not hold, ${errors} would change a decision and ${details} would not: they are points of detail.</p>`,
      html`<section data-recompute="statements">`,
      ...groups.map(({id, title, explanation, has}) => {
        const rows = statements.filter(has).toSorted(decisionsFirst).map(statementRow);
        if (rows.length === 0) return html``;
        const table = htmlTable(title, ["The source says", "Verdict", "Found", "Query"], rows);
        return reviewGroup(title, html`<h2 id="${id}">${title}</h2>\n<p>${explanation}</p>\n${table}`);
      }),
      html`</section>`,
    ],
    "\n",
  );
}

function decisionsFirst(a: Statement, b: Statement): number {
  return Number(changesDecisions(b)) - Number(changesDecisions(a));
}

function statementRow(statement: Statement): Cell[] {
  const {id, label, holds, found, headers, sql} = statement;
  const verdict = holds === null ? "cannot be tested" : holds ? "holds" : "does not hold";
  const touch = holds === null ? verdict : html`<span class="verdict" data-query="${id}">${verdict}</span>`;
  const explained = [headers.untestable ?? "", headers.note ?? ""].filter((text) => text !== "");
  return [
    {
      html: html`“${label}”<br><small>${headers.place ?? ""}<br><code>${id}</code></small>`,
      sort: label,
    },
    {html: html`${touch}`, sort: verdict},
    {
      html: joined(
        [
          ...(found === "" ? [] : [html`${withMinus(found)}`]),
          ...explained.map((text) => html`<small>${text}</small>`),
        ],
        html`<br>`,
      ),
      sort: found,
    },
    sql === "" ? {html: html``} : queryCell(sql),
  ];
}

/** Negative numbers with a minus sign, as pages print them. */
function withMinus(found: string): string {
  return found.replaceAll(/(?<![\w.])-(?=\d)/g, "−");
}
