import type {LabClaim, LabFigure, LedgerAnswer} from "../../lib/lab/labAnswers.js";
import {ledgerCounts, type SentenceState, sentenceState} from "../../lib/lab/ledgerCounts.js";
import type {PageSentences} from "../../lib/lab/pageSentences.js";
import {wholeSentences} from "../../lib/lab/wholeSentences.js";
import type {EvidenceFile} from "../../lib/narrative/evidenceFile.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {element} from "../elements/element.js";
import {NumberTable} from "../elements/NumberTable.js";
import {siteFile} from "../elements/siteRoot.js";

/** What the ledger reads its sentences from. */
export interface LedgerSources {
  evidence: EvidenceFile;
  pages: readonly PageSentences[];
}

const figurePattern = /\{\{\s*([\w.-]+)\s*(?::([^{}]*))?\}\}/;

/** How many of the claims hold in the reader's analysis. */
export function LedgerSummary({claims, complete}: LedgerAnswer): HTMLElement[] {
  const counts = ledgerCounts(claims);
  const parts: [state: SentenceState, text: string, value: number][] = [
    ["holds", "hold", counts.holds],
    ["fails", "do not hold", counts.fails],
    ["untestable", "nothing to test", counts.untestable],
    ["as-before", "nor with the published settings", counts.asBefore],
    ["not-here", complete ? "not tested here" : "being tested", counts.notHere],
    ["not-asked", "could not be asked here", counts.notAsked],
  ];
  const present = parts.filter(([, , value]) => value > 0);
  const verb = (value: number, one: string, more: string) => `${value} ${value === 1 ? one : more}`;
  return [
    element(
      "p",
      {class: "ledger-headline"},
      element(
        "strong",
        {},
        `${counts.holds} of ${claims.length} claims ${counts.moved === 0 ? "" : "still "}hold`,
      ),
      counts.fails === 0 ? "" : `, ${verb(counts.fails, "does not", "do not")}`,
      counts.untestable === 0
        ? ""
        : `, ${verb(counts.untestable, "has nothing to test", "have nothing to test")}`,
      counts.asBefore === 0
        ? ""
        : `; ${verb(counts.asBefore, "does not", "do not")} with the published settings either`,
      counts.notAsked === 0 ? "" : `, ${counts.notAsked} could not be asked here`,
      counts.notHere === 0
        ? "."
        : complete
          ? `; ${verb(counts.notHere, "is", "are")} not tested here.`
          : `; ${counts.notHere} more are being tested …`,
    ),
    element(
      "div",
      {class: "ledger-bar", "aria-hidden": "true"},
      ...present.map(([state, , value]) =>
        element("span", {class: `ledger-${state}`, style: `flex-grow: ${value}`}),
      ),
    ),
    element(
      "p",
      {class: "ledger-legend", "aria-hidden": "true"},
      ...present.map(([state, text]) => element("span", {class: `ledger-${state}`}, text)),
    ),
  ];
}

/** The claims as the sentences that rest on them, page by page; what has changed is open. */
export function LedgerPages(answer: LedgerAnswer, {evidence, pages}: LedgerSources): HTMLElement[] {
  const claims = new Map(answer.claims.map((claim) => [claim.id, claim]));
  const figures = new Map(answer.figures.map((figure) => [figure.id, figure]));
  const quoted = new Set<string>();
  const sections = pages.flatMap(({path, name, sentences}) => {
    const own = wholeSentences(sentences).flatMap((parts): Sentence[] => {
      const found = parts.map(({text, claims: ids}) => ({
        text,
        claims: ids.flatMap((id) => claims.get(id) ?? []),
        isWhole: ids.every((id) => claims.has(id)),
      }));
      // a sentence about two chapters cannot be told by one
      if (found.some(({isWhole}) => !isWhole)) return [];
      const all = found.flatMap((part) => part.claims);
      for (const {id} of all) quoted.add(id);
      return all.length === 0 ? [] : [{parts: found, state: sentenceState(all)}];
    });
    return own.length === 0 ? [] : [section(link(path, name), own, evidence, figures)];
  });
  const rest = answer.claims.filter(({id}) => !quoted.has(id));
  if (rest.length === 0) return sections;
  const others = rest.map((claim) => ({
    parts: [{text: evidence.queries[claim.id]?.label ?? claim.id, claims: [claim]}],
    state: sentenceState([claim]),
  }));
  return [
    ...sections,
    section(element("span", {}, "Behind conclusions, charts and lists"), others, evidence, figures),
  ];
}

interface Sentence {
  /** In their order; those without claims stand around the others. */
  parts: {text: string; claims: LabClaim[]}[];
  state: SentenceState;
}

function section(
  title: HTMLElement,
  sentences: readonly Sentence[],
  evidence: EvidenceFile,
  figures: ReadonlyMap<string, LabFigure>,
): HTMLElement {
  const of = (state: SentenceState) => sentences.filter((sentence) => sentence.state === state);
  const list = (items: readonly Sentence[]) =>
    element("ul", {class: "ledger"}, ...items.map((item) => sentenceItem(item, evidence, figures)));
  const changed = [...of("fails"), ...of("untestable")];
  const holding = of("holds");
  const asBefore = of("as-before");
  const notHere = of("not-here");
  const notAsked = of("not-asked");
  const folded = (items: readonly Sentence[], words: string) =>
    items.length === 0
      ? []
      : [element("details", {}, element("summary", {}, `${items.length} ${words}`), list(items))];
  return element(
    "section",
    {class: "ledger-page"},
    element("h3", {}, title),
    ...(changed.length === 0 ? [] : [list(changed)]),
    ...folded(holding, holding.length === 1 ? "sentence holds" : "sentences hold"),
    ...folded(
      asBefore,
      asBefore.length === 1
        ? "does not hold with the published settings either"
        : "do not hold with the published settings either",
    ),
    ...folded(notHere, "not tested here"),
    ...folded(notAsked, "could not be asked here"),
  );
}

function link(path: string, name: string): HTMLElement {
  return element("a", {href: siteFile(`${path}.html`)}, name);
}

/** What is said of a part that does not hold; read out with it, as nobody hears a line through words. */
const words: Partial<Record<SentenceState, string>> = {
  fails: "does not hold",
  untestable: "nothing to test",
  "as-before": "nor with the published settings",
  "not-here": "not tested here",
  "not-asked": "could not be asked here",
};

function sentenceItem(
  {parts, state}: Sentence,
  evidence: EvidenceFile,
  figures: ReadonlyMap<string, LabFigure>,
): HTMLElement {
  const claims = parts.flatMap((part) => part.claims);
  const behind = [...new Set(claims.flatMap(({id}) => evidence.queries[id]?.figures ?? []))].flatMap(
    (id) => figures.get(id) ?? [],
  );
  const numbers = behind.map(
    ({id, textBefore, textAfter}) => `${evidence.queries[id]?.label ?? id}: ${textBefore} → ${textAfter}`,
  );
  const notes = [
    ...(numbers.length === 0 ? [] : [numbers.join("; ")]),
    ...elsewhere(
      claims.filter((claim) => sentenceState([claim]) === "fails"),
      evidence,
    ),
  ];
  return element(
    "li",
    {class: `sentence-${state}`},
    ...parts.flatMap((part) => sentencePart(part, evidence, figures)),
    ...notes.map((note) => element("span", {class: "ledger-numbers"}, note)),
  );
}

function sentencePart(
  {text, claims}: Sentence["parts"][number],
  evidence: EvidenceFile,
  figures: ReadonlyMap<string, LabFigure>,
): (Node | string)[] {
  const content = prose(text, evidence, figures);
  if (claims.length === 0) return [element("span", {class: "ledger-context"}, ...content)];
  const state = sentenceState(claims);
  const word = words[state];
  return [
    element(state === "fails" ? "s" : "span", {class: `part-${state}`}, ...content),
    ...(word === undefined ? [] : [" ", element("span", {class: "ledger-word"}, `(${word})`)]),
  ];
}

/** How fallen claims fare in other reasonable analyses than the reader's. */
function elsewhere(fallen: readonly LabClaim[], {queries}: EvidenceFile): string[] {
  const told = fallen.flatMap(({id}) => {
    const {elsewhere: phrase, label} = queries[id] ?? {};
    return phrase === undefined ? [] : [{phrase, label}];
  });
  return told.map(({phrase, label}) => (told.length === 1 ? phrase : `“${label}”: ${lowered(phrase)}`));
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** A sentence without its Markdown; of each figure the number before and, where it is another, the number now. */
function prose(
  text: string,
  evidence: EvidenceFile,
  figures: ReadonlyMap<string, LabFigure>,
): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let rest = text;
  for (;;) {
    const match = figurePattern.exec(rest);
    if (match === null) return [...parts, rest];
    const [whole, id, format] = match;
    parts.push(rest.slice(0, match.index));
    const query = evidence.queries[id];
    const moved = figures.get(id);
    const print = (value: LabFigure["before"], plain: string) =>
      format === undefined ? plain : formatFigure(value, format);
    const before =
      query === undefined ? id : print(moved?.before ?? query.value, moved?.textBefore ?? query.text);
    const after = moved === undefined ? before : print(moved.after, moved.textAfter);
    parts.push(
      ...(after === before ? [before] : [element("del", {}, before), " ", element("ins", {}, after)]),
    );
    rest = rest.slice(match.index + whole.length);
  }
}

/** Figures shown in the list of those that moved most. */
const listed = 12;

/** The figures that moved most, by how much they changed in proportion to what they were. */
export function MovedFigures({figures}: LedgerAnswer, {evidence}: LedgerSources): HTMLElement[] {
  const numbers = figures
    .flatMap((figure) => {
      const {before, after} = figure;
      if (typeof before !== "number" || typeof after !== "number" || figure.textBefore === figure.textAfter)
        return [];
      return [{figure, change: Math.abs(after - before) / Math.max(Math.abs(before), Math.abs(after))}];
    })
    .sort((a, b) => b.change - a.change);
  if (numbers.length === 0) return [element("p", {}, "No figure of the pages has changed.")];
  return [
    element(
      "p",
      {},
      `${numbers.length} figures print another number than in the report. Those that moved most, in proportion:`,
    ),
    NumberTable(
      ["Figure", "Published", "Now"],
      numbers
        .slice(0, listed)
        .map(({figure}) => [
          evidence.queries[figure.id]?.label ?? figure.id,
          figure.textBefore,
          figure.textAfter,
        ]),
    ),
  ];
}
