import type {EvidencePanel} from "./EvidencePanel.js";

/**
 * Makes every number and every claim of a page something to touch: a panel then shows where it comes from.
 * Loaded by all pages, so it does nothing else; panel, evidence and database engine load when asked for.
 */
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", touchPage);
else touchPage();

/** The script is loaded asynchronously: on a slow line it may come before the page is read to its end. */
function touchPage(): void {
  const main = document.querySelector<HTMLElement>("#observablehq-main");
  if (main === null) return;
  touchNew(main);
  // a preview puts what was edited into the open page
  const isPreview = document.querySelector('meta[name="cardlens-root"][content="/_file/"]') !== null;
  if (isPreview) new MutationObserver(() => touchNew(main)).observe(main, {childList: true, subtree: true});
  if (main.querySelector("[data-touch]") !== null && main.querySelector("[data-recompute]") === null)
    main.append(pageButton(main));
}

function touchNew(main: HTMLElement): void {
  const untouched = (selector: string) =>
    main.querySelectorAll<HTMLElement>(`:is(${selector}):not([data-touch])`);
  for (const element of untouched("data[data-figure], [data-query]")) touchFigure(element);
  for (const element of untouched("[data-claim]")) touchClaim(element);
}

function touchFigure(element: HTMLElement): void {
  element.dataset.touch = "";
  const within = element.closest<HTMLElement>("a, button, summary");
  if (within !== null) {
    within.after(mark(element, "*", `Check ${element.textContent}`));
    return;
  }
  element.tabIndex = 0;
  element.setAttribute("role", "button");
  element.setAttribute("aria-haspopup", "dialog");
  press(element, () => show(element, element));
}

/** What a click does, Enter and the space bar do too. */
function press(element: HTMLElement, action: () => void): void {
  element.addEventListener("click", (event) => {
    event.stopPropagation();
    action();
  });
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    action();
  });
}

/** A sentence may hold figures, which are buttons themselves: its own button stands behind it. */
function touchClaim(element: HTMLElement): void {
  element.dataset.touch = "";
  const button = mark(element, signOf(element), "Check this sentence");
  (element.closest("a") ?? element).after(button);
  element.addEventListener("click", (event) => {
    const hasSelection = getSelection()?.isCollapsed === false;
    if (!hasSelection && !(event.target as HTMLElement).closest("a, button, [data-figure]"))
      show(element, button);
  });
}

function signOf(element: HTMLElement): string {
  if (element.matches(".untestable")) return "∅";
  return element.matches("mark, .withheld") ? "✗" : "✓";
}

/** Text, unlike a `<button>`, is never parted from the word before it nor from the full stop behind it. */
function mark(element: HTMLElement, sign: string, label: string): HTMLElement {
  const button = document.createElement("span");
  button.className = "evidence-mark";
  button.tabIndex = 0;
  button.setAttribute("role", "button");
  button.setAttribute("aria-haspopup", "dialog");
  button.setAttribute("aria-label", label);
  button.textContent = `\u2060${sign}\u2060`;
  press(button, () => show(element, button));
  return button;
}

async function show(element: HTMLElement, opener: HTMLElement): Promise<void> {
  const {EvidencePanel: panel}: {EvidencePanel: typeof EvidencePanel} = await import("./EvidencePanel.js");
  await panel(element, opener);
}

function pageButton(main: HTMLElement): HTMLElement {
  const section = document.createElement("section");
  section.className = "recompute-page no-print";
  section.dataset.recompute = "";
  section.setAttribute("aria-label", "Check this page");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Recompute this page in your browser";
  button.addEventListener("click", async () => {
    const {RecomputeAll} = await import("./RecomputeAll.js");
    await RecomputeAll(main, section, button);
  });
  section.append(button);
  return section;
}
