/** What a group may hold that Tab stops at. */
export const controls = "a[href], button, summary";

/** How far each key goes among the controls that are to be seen. */
const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  ArrowLeft: (at) => at - 1,
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * Makes all links and buttons of a group one stop of the Tab key. Within it the arrow keys move, Home and End go to its ends, and
 * Tab comes back to where one was. Works for what is added, hidden or folded later too.
 *
 * @param current the control to begin with; the first one without it
 */
export function oneStop(group: HTMLElement, current?: HTMLElement | null): void {
  let stop = current ?? undefined;
  const all = () => Array.from(group.querySelectorAll<HTMLElement>(controls));
  const elect = (chosen: HTMLElement | undefined) => {
    stop = chosen;
    for (const control of all()) {
      const tabIndex = control === stop ? 0 : -1;
      if (control.tabIndex !== tabIndex) control.tabIndex = tabIndex;
    }
  };
  elect(stop ?? all()[0]);
  group.addEventListener("focusin", ({target}) => {
    if (target instanceof HTMLElement && target.matches(controls)) elect(target);
  });
  group.addEventListener("keydown", (event) => {
    const {target, key, altKey, ctrlKey, metaKey, shiftKey} = event;
    if (altKey || ctrlKey || metaKey || shiftKey) return;
    if (!(target instanceof HTMLElement && target.matches(controls))) return;
    const shown = all().filter((control) => control.checkVisibility());
    const next = shown[moves[key]?.(shown.indexOf(target), shown.length - 1) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  });
  new MutationObserver(() =>
    elect(
      stop?.isConnected && stop.checkVisibility() ? stop : all().find((control) => control.checkVisibility()),
    ),
  ).observe(group, {childList: true, subtree: true, attributeFilter: ["hidden", "open"]});
  (group.closest("[aria-label]") ?? group).setAttribute("aria-describedby", hint());
}

/** What a screen reader says of a group. */
function hint(): string {
  const id = "one-stop-hint";
  if (document.getElementById(id) === null) {
    const text = document.createElement("p");
    Object.assign(text, {id, hidden: true, textContent: "Arrow keys move within it."});
    document.body.append(text);
  }
  return id;
}
