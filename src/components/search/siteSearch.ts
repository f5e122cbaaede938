import {hitSentence, textFragment} from "../../lib/search/hitSentence.js";
import type {SearchedPage} from "../../lib/search/passage.js";
import {type Hit, searchPassages} from "../../lib/search/searchPassages.js";
import {element} from "../elements/element.js";

/** Hits that are listed. */
const LISTED = 30;

/** Address of the passages beside this script; the build puts it in. */
declare const passagesAddress: string;

/**
 * The search of the site: what stands in the field is looked for in all passages, and each hit is a link to its sentence. It
 * is loaded with the first touch of the field.
 */
async function begin(): Promise<void> {
  const input = document.querySelector<HTMLInputElement>("#observablehq-search input");
  const results = document.querySelector<HTMLElement>("#observablehq-search-results");
  const sidebar = document.querySelector<HTMLElement>("#observablehq-sidebar");
  if (input === null || results === null || sidebar === null) return;
  const response = await fetch(new URL(passagesAddress, import.meta.url));
  if (!response.ok) throw new Error(`The passages of the search are not there (${response.status}).`);
  const pages: SearchedPage[] = await response.json();
  const search = searchPassages(pages);
  results.setAttribute("aria-live", "polite");
  const show = () => {
    const query = input.value.trim();
    input.parentElement?.setAttribute("data-shortcut", query === "" ? shortcut : "");
    sidebar.classList.toggle("observablehq-search-results", query !== "");
    results.replaceChildren(...(query === "" ? [] : list(search(query))));
  };
  const shortcut = input.parentElement?.getAttribute("data-shortcut") ?? "";
  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && input.value === "") input.blur();
    const chosen = results.querySelector("[data-chosen]") ?? results.querySelector("li");
    if (chosen === null) return;
    if (event.key === "Enter") chosen.querySelector("a")?.click();
    const next =
      event.key === "ArrowDown"
        ? (chosen.nextElementSibling ?? chosen.parentElement?.firstElementChild)
        : event.key === "ArrowUp"
          ? (chosen.previousElementSibling ?? chosen.parentElement?.lastElementChild)
          : undefined;
    if (!next) return;
    event.preventDefault();
    chosen.removeAttribute("data-chosen");
    next.setAttribute("data-chosen", "");
    next.scrollIntoView({block: "nearest"});
  });
  show();
}

function list(hits: readonly Hit[]): HTMLElement[] {
  const count =
    hits.length === 0 ? "Nothing found" : `${hits.length.toLocaleString("en-US")} found, the best first`;
  const items = hits.slice(0, LISTED).map(item);
  items[0]?.setAttribute("data-chosen", "");
  return [
    element("p", {}, count),
    ...(items.length > 0 ? [element("ol", {class: "search-hits"}, ...items)] : []),
  ];
}

function item({page, passage, words}: Hit): HTMLElement {
  const {text, marks} = hitSentence(passage.text, words);
  const root = new URL("../", import.meta.url);
  const address = new URL(page.path, root);
  address.hash = `${passage.anchor}${textFragment(text)}`;
  const sentence: (Node | string)[] = [];
  let end = 0;
  for (const [from, to] of marks) {
    sentence.push(text.slice(end, from), element("mark", {}, text.slice(from, to)));
    end = to;
  }
  const place = [page.part, page.title, passage.heading].filter((part) => part !== "").join(" › ");
  return element(
    "li",
    {},
    element(
      "a",
      {href: address.href},
      element("span", {class: "search-place"}, place),
      element("span", {class: "search-sentence"}, ...sentence, text.slice(end)),
    ),
  );
}

await begin();
