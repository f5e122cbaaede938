import {type ActionRow, type AssessedAction, assessActions} from "../../lib/actions/actionInputs.js";
import {customersToPay, worthPerDay} from "../../lib/actions/rankActions.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {money} from "../../lib/narrative/money.js";
import {element} from "../elements/element.js";
import {Slider} from "../elements/Slider.js";
import {ActionPanel, type ActionPanelElement} from "./ActionPanel.js";

const count = (value: number) => formatFigure(value, ",d");
/** Amounts in the data set's currency. */
interface Amounts {
  whole(value: number): string;
  perDay(action: AssessedAction): string;
}

function amountsIn(currency: string): Amounts {
  const amount = money(currency);
  return {
    whole: (value) => amount(Math.round(value) || 0, ",d"),
    perDay: (action) => amount(worthPerDay(action), ",.2f"),
  };
}

const trial = {true: "yes", false: "no", null: "cannot be sized"};

/** The overview of all actions, and the panel of each. */
export interface ActionBoardElement {
  /** To be shown where the published overview stands. */
  root: HTMLElement;
  /** The sliders of one action; the overview follows them. */
  panel(action: string): ActionPanelElement;
}

/**
 * An overview of all actions that follows the reader's assumptions: lead, chart, table, totals, and what loses money. Until an
 * assumption changes the published overview is shown.
 *
 * @param actions rows of the published table `actions`
 * @param customers in the data set
 * @param published the overview as it was built, hidden while the reader's own is shown
 * @param currency sign of the data set's currency
 */
export function ActionBoard(
  actions: readonly ActionRow[],
  {customers, published, currency}: {customers: number; published: HTMLElement | null; currency: string},
): ActionBoardElement {
  const panels = actions.map((row) => ({row, panel: ActionPanel(row, currency)}));
  const [first] = actions;
  const amounts = amountsIn(currency);
  const dayCost = Slider({
    label: first?.day_cost_meaning ?? "What a day of work costs",
    min: first?.day_cost_min ?? 0,
    max: first?.day_cost_max ?? 1000,
    step: first?.day_cost_step ?? 5,
    value: first?.day_cost ?? 0,
    format: amounts.whole,
  });
  const own = element("div", {class: "own-assumptions", "aria-live": "polite"});
  own.hidden = true;
  const root = element("div", {class: "action-board no-print"}, dayCost, own);

  const show = () => {
    const assessed = assessActions(panels.map(({row, panel}) => ({row, inputs: panel.value})));
    const chart = element("div", {class: "chart-place"});
    const back = element("button", {type: "button"}, "Back to the report’s assumptions");
    back.addEventListener("click", () => {
      for (const {panel} of panels) panel.reset();
      dayCost.reset();
      own.hidden = true;
      if (published) published.hidden = false;
      dayCost.querySelector("input")?.focus();
    });
    own.replaceChildren(...overview(assessed, {customers, dayCost: dayCost.value, chart, amounts}), back);
    own.hidden = false;
    if (published) published.hidden = true;
    void draw(assessed, chart, currency);
  };
  for (const {panel} of panels) panel.addEventListener("input", show);
  dayCost.addEventListener("input", show);

  return {
    root,
    panel: (action) => {
      const found = panels.find(({row}) => row.action === action);
      if (found === undefined)
        throw new Error(`no action ${action}; the table has ${actions.map((row) => row.action).join(", ")}`);
      return found.panel;
    },
  };
}

function overview(
  assessed: readonly AssessedAction[],
  {
    customers,
    dayCost,
    chart,
    amounts,
  }: {customers: number; dayCost: number; chart: HTMLElement; amounts: Amounts},
): HTMLElement[] {
  const numbered = numberedActions(assessed);
  const paying = numbered.filter(({worth}) => worth > 0);
  const losing = numbered.filter(({worth}) => !(worth > 0));
  const days = paying.reduce((sum, {effortDays}) => sum + effortDays, 0);
  const worth = paying.reduce((sum, action) => sum + action.worth, 0);
  const needed = customersToPay(paying, customers, dayCost);
  const period = assessed[0]?.row.period ?? "";
  const best = paying[0];
  const lead =
    best === undefined
      ? "With your assumptions no action covers its running cost."
      : `With your assumptions, “${best.row.title}” is worth the most: ${amounts.perDay(best)} for each day of work.`;
  const totals =
    needed === null
      ? ""
      : `Together, the actions that cover their running cost bring ${amounts.whole(worth)} ${period} and take ${count(days)} days of work, ${amounts.whole(days * dayCost)}. They pay for that work with ${count(needed)} customers or more; the file has ${count(customers)}.`;
  return [
    element("p", {class: "lead"}, lead),
    chart,
    actionTable(paying, amounts),
    element("p", {}, totals),
    ...(losing.length === 0
      ? []
      : [element("h3", {}, "Does not cover its running cost"), actionTable(losing, amounts)]),
  ];
}

/** Actions with their rank; one that reaches nobody, or that the page withholds, keeps its number, and is not shown. */
function numberedActions(assessed: readonly AssessedAction[]): (AssessedAction & {position: number})[] {
  return assessed
    .map((action, index) => ({...action, position: index + 1}))
    .filter(({row}) => row.customers > 0 && !isWithheld(row.action));
}

/** Whether the data refuse what the action rests on, so that its part of the page is left out. */
function isWithheld(action: string): boolean {
  return document.getElementById(action)?.querySelector("s.withheld") != null;
}

function actionTable(
  actions: readonly (AssessedAction & {position: number})[],
  {whole, perDay}: Amounts,
): HTMLElement {
  const head = ["No.", "Action", "Customers", "Worth", "Days", "Worth per day", "One trial shows it"];
  const rows = actions.map((action) => {
    const {row, position, worth, effortDays, testable} = action;
    const cells = [
      count(position),
      element("a", {href: `#${row.action}`}, row.title),
      count(row.customers),
      whole(worth),
      count(effortDays),
      perDay(action),
      trial[`${testable}`],
    ];
    return element(
      "tr",
      {},
      ...cells.map((cell, index) =>
        element("td", {class: index === 1 || index === 6 ? undefined : "number"}, cell),
      ),
    );
  });
  const headings = head.map((text) => element("th", {scope: "col"}, text));
  return element(
    "div",
    {class: "table-scroll action-table", tabindex: "0"},
    element("table", {}, element("thead", {}, element("tr", {}, ...headings)), element("tbody", {}, ...rows)),
  );
}

/** Draws the chart when it is first needed: until then the page does without the chart library. */
async function draw(
  assessed: readonly AssessedAction[],
  place: HTMLElement,
  currency: string,
): Promise<void> {
  const {EffortWorth} = await import("../plots/EffortWorth.js");
  const rows = numberedActions(assessed).map(({row, worth, effortDays, testable, position}) => ({
    position,
    name: inWords(row.action),
    effort_days: effortDays,
    worth,
    testable,
    currency,
  }));
  const chart = EffortWorth(rows, {width: place.clientWidth || 688});
  chart.setAttribute("role", "img");
  chart.setAttribute("aria-label", "Actions by days of work and worth, as in the table below.");
  place.replaceChildren(chart);
}

function inWords(id: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1).replaceAll("-", " ");
}
