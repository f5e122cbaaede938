import {type Printed, printedFigure, recompute} from "./recompute.js";

/** Milliseconds between two looks of the page: a mark makes the browser paint a long list anew. */
const showEvery = 500;

interface Target extends Printed {
  element: HTMLElement;
}

/**
 * Recomputes every number and every claim of a page or list, marks each, and says how many agree.
 *
 * @param scope the page or list
 * @param place where progress and summary go
 * @param button the button that was pressed; it rests meanwhile
 * @returns how many were computed and how many agree
 */
export async function RecomputeAll(
  scope: HTMLElement,
  place: HTMLElement,
  button: HTMLButtonElement,
): Promise<{computed: number; agree: number}> {
  const targets = targetsIn(scope);
  const progress = document.createElement("progress");
  progress.max = targets.length;
  progress.value = 0;
  progress.setAttribute("aria-label", "Recomputed");
  const summary = document.createElement("p");
  summary.setAttribute("role", "status");
  summary.textContent = "The database engine is loading …";
  place.replaceChildren(button, progress, summary);
  button.disabled = true;
  const start = performance.now();
  const differing: string[] = [];
  let ofPublishedRows = 0;
  let marks: {element: HTMLElement; outcome: string}[] = [];
  let shown = start;
  for (const [index, {element, ...printed}] of targets.entries()) {
    const {agrees, isOfPublishedRows = false, verdict} = await recompute(printed);
    marks.push({element, outcome: isOfPublishedRows ? "published" : String(agrees)});
    if (isOfPublishedRows) ofPublishedRows++;
    else if (!agrees) differing.push(`${printed.id}. ${verdict}`);
    if (index > 0 && performance.now() - shown < showEvery) continue;
    mark(marks);
    marks = [];
    shown = performance.now();
    progress.value = index + 1;
    summary.textContent = `${index + 1} of ${targets.length} …`;
  }
  mark(marks);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const agree = targets.length - differing.length - ofPublishedRows;
  const others =
    ofPublishedRows === 0
      ? ""
      : ` ${ofPublishedRows} need exact rows, which are not published: on the published rows, your browser gets what the build got.`;
  summary.textContent = `${agree} of ${targets.length} agree, recomputed here in ${seconds} seconds.${others}`;
  progress.remove();
  button.disabled = false;
  if (differing.length > 0) place.append(list(differing));
  return {computed: targets.length, agree};
}

function mark(marks: readonly {element: HTMLElement; outcome: string}[]): void {
  for (const {element, outcome} of marks) element.dataset.agrees = outcome;
}

function targetsIn(scope: HTMLElement): Target[] {
  const of = (selector: string) => Array.from(scope.querySelectorAll<HTMLElement>(selector));
  return [
    ...of("data[data-figure]").map((element) => ({element, ...printedFigure(element)})),
    ...of("[data-claim]").map((element) => ({element, id: element.dataset.claim ?? ""})),
    ...of("[data-query]").map((element) => ({element, id: element.dataset.query ?? ""})),
  ];
}

function list(items: readonly string[]): HTMLElement {
  const ul = document.createElement("ul");
  for (const item of items) {
    const li = document.createElement("li");
    li.textContent = item;
    ul.append(li);
  }
  return ul;
}
