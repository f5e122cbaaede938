import type {EvidencePanel} from "./EvidencePanel.js";

/** Under this name the browser remembers whether the evidence is shown. */
const storageKey = "cardlens-evidence";

/**
 * Makes every number and every claim of a page something to touch: a panel then shows where it comes from.
 * Loaded by all pages, so it does nothing else; panel, evidence and database engine load when asked for.
 *
 * A pointer can touch them at any time. For a keyboard they are stops only while *Show the evidence* is on: a page may have a
 * hundred of them. The choice is remembered.
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
  if (main.querySelector("[data-touch]") === null) return;
  const button = document.querySelector<HTMLButtonElement>("#evidence-switch");
  if (button !== null) startSwitch(button);
  if (main.querySelector("[data-recompute]") === null) main.append(pageButton(main));
}

function startSwitch(button: HTMLButtonElement): void {
  const show = (isShown: boolean) => {
    document.documentElement.toggleAttribute("data-evidence", isShown);
    button.setAttribute("aria-pressed", String(isShown));
    for (const stop of document.querySelectorAll<HTMLElement>("[data-evidence-stop]"))
      stop.tabIndex = isShown ? 0 : -1;
  };
  button.addEventListener("click", () => {
    const isShown = button.getAttribute("aria-pressed") !== "true";
    show(isShown);
    remember(isShown);
  });
  show(isRemembered());
  button.hidden = false;
}

/** A browser may forbid to keep anything: then the choice counts for this page. */
function remember(isShown: boolean): void {
  try {
    localStorage.setItem(storageKey, String(isShown));
  } catch {}
}

function isRemembered(): boolean {
  try {
    return localStorage.getItem(storageKey) === "true";
  } catch {
    return false;
  }
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
  if (within === null) {
    makeButton(element, () => show(element, element));
    return;
  }
  const mark = newMark(within);
  mark.classList.add("figure");
  mark.setAttribute("aria-label", `Check ${element.textContent}`);
  makeButton(mark, () => show(element, mark));
}

/** A sentence may hold figures, which are buttons themselves: its own button is the mark behind it. */
function touchClaim(element: HTMLElement): void {
  element.dataset.touch = "";
  const next = element.nextElementSibling;
  const mark = next instanceof HTMLElement && next.matches(".evidence-mark") ? next : newMark(element);
  // a button cannot be inside a link
  element.closest("a")?.after(mark);
  mark.setAttribute("aria-label", "Check this sentence");
  makeButton(mark, () => show(element, mark));
  element.addEventListener("click", (event) => {
    const hasSelection = getSelection()?.isCollapsed === false;
    const isOwn = event.target instanceof Element && !event.target.closest("a, button, [data-figure]");
    if (!hasSelection && isOwn) show(element, mark);
  });
}

/** What a page says in place of advice that it withholds has no mark of its own. */
function newMark(element: HTMLElement): HTMLElement {
  const mark = document.createElement("span");
  mark.className = "evidence-mark";
  element.after(mark);
  return mark;
}

/** What a click does, Enter and the space bar do too. */
function makeButton(element: HTMLElement, action: () => void): void {
  element.setAttribute("role", "button");
  element.setAttribute("aria-haspopup", "dialog");
  element.dataset.evidenceStop = "";
  element.tabIndex = document.documentElement.hasAttribute("data-evidence") ? 0 : -1;
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
