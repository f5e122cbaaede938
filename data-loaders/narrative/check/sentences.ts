import type {ParsedPage} from "../syntax/parsePage.js";
import {markSource, type SentenceMark} from "../syntax/sentenceMarks.js";

/** A sentence of a page, or a heading, caption or cell that is none, by its place in the source. */
export interface Sentence {
  start: number;
  end: number;
  /** Where its paragraph, list item, heading or cell begins. */
  block: number;
  /** Why it needs no claim; its own mark, or that of its whole block. */
  mark?: SentenceMark;
}

/** A full stop with what may follow it: closing quotes, brackets and emphasis, and a mark. */
const sentenceEnd = new RegExp(`[.!?…]["”’)\\]*_]*(?:\\s*${markSource})?(?=\\s|$)`, "g");
const mark = /\{(method|opinion|advice)(?::[^{}\s]*)?\}/;
/** What may stand before a block's mark: of a list, a heading, a cell, an image, emphasis. */
const blockMark = /^(?:[\s>#|![*_+(-]|\d+[.)])*\{(method|opinion|advice)(?::[^{}\s]*)?\}/;
const blockTag =
  /<\/?(?:p|div|section|d[ltd]|[uo]l|li|t[dhr]|table|h[1-6]|figcaption|figure|summary|details|br|label|caption)\b[^<>]*>/g;

/**
 * The sentences of a page. Paragraphs, list items, headings, cells and elements of HTML begin and end sentences, as do
 * full stops that no lower-case letter follows.
 *
 * @param visible the page with all blanked out that is not prose, marks apart; see `maskMarkdown`
 */
export function sentencesOf({source, tokens, firstLine}: ParsedPage, visible: string): Sentence[] {
  const lineStarts = [0, ...Array.from(source.matchAll(/\n/g), ({index}) => index + 1)];
  const offset = (line: number) => lineStarts[line + firstLine] ?? source.length;
  const sentences: Sentence[] = [];
  let inTable = false;
  for (const {type, map} of tokens) {
    if (type === "table_open") inTable = true;
    if (type === "table_close") inTable = false;
    if (map === null) continue;
    const [start, end] = map.map(offset);
    if (type === "tr_open") sentences.push(...split(cells(source, start, end), source, visible));
    else if (type === "html_block") sentences.push(...split(elements(source, start, end), source, visible));
    else if (type === "inline" && !inTable) sentences.push(...split([[start, end]], source, visible));
  }
  return sentences;
}

type Range = readonly [start: number, end: number];

function cells(source: string, start: number, end: number): Range[] {
  return Array.from(source.slice(start, end).matchAll(/(?:\\\||[^|\n])+/g), ({0: cell, index}) => [
    start + index,
    start + index + cell.length,
  ]);
}

function elements(source: string, start: number, end: number): Range[] {
  const tags = Array.from(source.slice(start, end).matchAll(blockTag), ({0: tag, index}) => ({
    from: start + index,
    to: start + index + tag.length,
  }));
  return [...tags, {from: end, to: end}].map(({from}, i): Range => [i === 0 ? start : tags[i - 1].to, from]);
}

function split(blocks: readonly Range[], source: string, visible: string): Sentence[] {
  return blocks.flatMap(([blockStart, blockEnd]) => {
    const text = visible.slice(blockStart, blockEnd);
    if (text.trim() === "") return [];
    const whole = asMark(blockMark.exec(text)?.[1]);
    const ends = Array.from(text.matchAll(sentenceEnd), ({0: found, index}) => index + found.length).filter(
      (end) => !/^\s*\p{Ll}/u.test(source.slice(blockStart + end, blockEnd)),
    );
    const bounds = [0, ...ends.filter((end) => text.slice(end).trim() !== ""), text.length];
    return bounds.slice(1).map((end, i): Sentence => {
      const own = whole ?? asMark(mark.exec(text.slice(bounds[i], end))?.[1]);
      return {
        start: blockStart + bounds[i],
        end: blockStart + end,
        block: blockStart,
        ...(own === undefined ? {} : {mark: own}),
      };
    });
  });
}

function asMark(word: string | undefined): SentenceMark | undefined {
  return word === "method" || word === "opinion" || word === "advice" ? word : undefined;
}
