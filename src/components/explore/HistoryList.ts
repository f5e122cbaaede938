import {element} from "../elements/element.js";
import {addToHistory, eraseHistory, type HistoryStorage, readHistory} from "./queryHistory.js";

/** The queries that ran in this browser, to take up again or to erase. */
export interface HistoryList {
  element: HTMLElement;
  add(query: string): void;
}

/**
 * @param choose takes up a query
 */
export function HistoryList(storage: HistoryStorage, choose: (query: string) => void): HistoryList {
  const list = element("ol");
  const erase = element("button", {type: "button"}, "Erase");
  const box = element(
    "details",
    {class: "query-history"},
    element("summary", {}, "History"),
    element("p", {}, "Queries that you ran, the last first. They are kept in this browser only. ", erase),
    list,
  );
  const show = (queries: readonly string[]) => {
    box.hidden = queries.length === 0;
    list.replaceChildren(
      ...queries.map((query) => {
        const button = element("button", {type: "button", title: query}, query.replaceAll(/\s+/g, " "));
        button.addEventListener("click", () => choose(query));
        return element("li", {}, button);
      }),
    );
  };
  erase.addEventListener("click", () => {
    eraseHistory(storage);
    show([]);
  });
  show(readHistory(storage));
  return {element: box, add: (query) => show(addToHistory(storage, query))};
}
