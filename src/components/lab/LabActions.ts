import type {ActionsAnswer} from "../../lib/lab/labAnswers.js";
import type {LabChapter} from "../../lib/lab/labChapter.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {element} from "../elements/element.js";

/** The actions in their new order, beside the published one. */
export function LabActions({rows}: ActionsAnswer, {currency}: LabChapter): HTMLElement[] {
  const money = (value: number) =>
    `${value < 0 ? "−" : ""}${currency}${formatFigure(Math.abs(Math.round(value)), ",d")}`;
  const moved = rows.filter(({position, publishedPosition}) => position !== publishedPosition).length;
  const was = (now: string, before: string) =>
    now === before ? [now] : [now, element("small", {}, `was ${before}`)];
  return [
    element(
      "p",
      {},
      moved === 0
        ? "The order of the actions is as published."
        : `${moved} of ${rows.length} actions stand at another place than in the report.`,
    ),
    element(
      "div",
      {class: "table-scroll", tabindex: "0"},
      element(
        "table",
        {},
        element(
          "thead",
          {},
          element(
            "tr",
            {},
            ...["Place", "Action", "Customers", "Worth in the period"].map((name) =>
              element("th", {scope: "col"}, name),
            ),
          ),
        ),
        element(
          "tbody",
          {},
          ...rows.map((row) =>
            element(
              "tr",
              {},
              element("td", {}, ...was(String(row.position), String(row.publishedPosition))),
              element("th", {scope: "row"}, row.title),
              element(
                "td",
                {},
                ...was(formatFigure(row.customers, ",d"), formatFigure(row.publishedCustomers, ",d")),
              ),
              element("td", {}, ...was(money(row.worth), money(row.publishedWorth))),
            ),
          ),
        ),
      ),
    ),
  ];
}
