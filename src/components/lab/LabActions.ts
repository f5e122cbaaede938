import type {ActionsAnswer} from "../../lib/lab/labAnswers.js";
import type {LabChapter} from "../../lib/lab/labChapter.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {money} from "../../lib/narrative/money.js";
import {element} from "../elements/element.js";
import {NumberTable} from "../elements/NumberTable.js";

/** The actions in their new order, beside the published one. */
export function LabActions({rows}: ActionsAnswer, {currency}: LabChapter): HTMLElement[] {
  const amount = (value: number) => money(currency)(Math.round(value), ",d");
  const count = (customers: number) => formatFigure(customers, ",d");
  const moved = rows.filter(({position, publishedPosition}) => position !== publishedPosition).length;
  const was = (now: string, before: string) =>
    now === before ? now : [now, element("small", {}, `was ${before}`)];
  return [
    element(
      "p",
      {},
      moved === 0
        ? "The order of the actions is as published."
        : `${moved} of ${rows.length} actions rank differently from the report.`,
    ),
    NumberTable(
      ["Action", "Rank", "Customers", "Worth in the period"],
      rows.map((row) => [
        row.title,
        was(String(row.position), String(row.publishedPosition)),
        was(count(row.customers), count(row.publishedCustomers)),
        was(amount(row.worth), amount(row.publishedWorth)),
      ]),
    ),
  ];
}
