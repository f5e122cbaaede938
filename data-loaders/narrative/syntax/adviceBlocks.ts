import type {Token} from "markdown-it";
import {divisionEnd} from "./divisionEnd.js";

/** Advice that rests on claims: a reader gets it only where all of them hold. */
export interface AdviceBlock {
  /** Ids of the claims, with commas between. */
  premises: string;
  shape: "paragraph" | "heading" | "row" | "division";
  /** Indices of its first token and the one after its last. */
  from: number;
  to: number;
  /** Lines from its first to the one after its last, from 0, without front matter. */
  lines: readonly [from: number, to: number];
  /** How the advice begins, as it is written. */
  text: string;
}

const mark = /^\{advice:([^{}\s]*)\}\s*/;
const opening = /<(div|section)\b[^<>]*\sdata-advice="([^"]*)"[^<>]*>/;

/**
 * The pieces of a page that begin with `{advice:claim,claim}` (paragraphs, list items, headings, table rows), and its
 * `<div data-advice="claim,claim">` up to the tag that closes them. Those within another one are left out.
 */
export function adviceBlocks(tokens: readonly Token[]): AdviceBlock[] {
  const blocks: AdviceBlock[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const block = divisionAt(tokens, index) ?? rowAt(tokens, index) ?? paragraphAt(tokens, index);
    if (block === undefined) continue;
    blocks.push(block);
    index = block.to - 1;
  }
  return blocks;
}

function paragraphAt(tokens: readonly Token[], index: number): AdviceBlock | undefined {
  const [open, inline] = tokens.slice(index, index + 2);
  if (open.type !== "paragraph_open" && open.type !== "heading_open") return undefined;
  const [found, premises] = mark.exec(inline.content) ?? [];
  if (found === undefined) return undefined;
  return {
    premises,
    shape: open.type === "heading_open" ? "heading" : "paragraph",
    from: index,
    to: index + 3,
    lines: linesOf(inline),
    text: inline.content.slice(found.length),
  };
}

function rowAt(tokens: readonly Token[], index: number): AdviceBlock | undefined {
  const [row, , cell] = tokens.slice(index, index + 3);
  if (row.type !== "tr_open") return undefined;
  const [found, premises] = mark.exec(cell.content) ?? [];
  if (found === undefined) return undefined;
  const end = tokens.findIndex(({type}, i) => i > index && type === "tr_close");
  return {
    premises,
    shape: "row",
    from: index,
    to: end + 1,
    lines: linesOf(row),
    text: cell.content.slice(found.length),
  };
}

function divisionAt(tokens: readonly Token[], index: number): AdviceBlock | undefined {
  const first = tokens[index];
  const [, name, premises] = first.type === "html_block" ? (opening.exec(first.content) ?? []) : [];
  if (name === undefined) return undefined;
  const to = divisionEnd(tokens, index, name);
  const heading = tokens.findIndex(({type}, i) => i > index && i < to && type === "heading_open");
  return {
    premises,
    shape: "division",
    from: index,
    to,
    lines: [linesOf(first)[0], linesOf(tokens[to - 1])[1]],
    text: heading < 0 ? "" : tokens[heading + 1].content,
  };
}

function linesOf({map}: Token): readonly [number, number] {
  return map ?? [0, 0];
}
