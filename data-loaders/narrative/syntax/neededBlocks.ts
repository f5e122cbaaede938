import type {Token} from "markdown-it";
import {divisionEnd} from "./divisionEnd.js";

/** A block of a page that is printed only where a figure is above zero: `<div data-needs="figure.id">`. */
export interface NeededBlock {
  /** The figure's id. */
  needs: string;
  /** Its first token, and the one after its last. */
  from: number;
  to: number;
  /** Its `id`, to which links may lead. */
  anchor?: string;
}

const opening = /<div\b[^<>]*\sdata-needs="([^"]*)"[^<>]*>/;

/** The blocks of a page that need a figure; a block ends at its own closing tag. */
export function neededBlocks(tokens: readonly Token[]): NeededBlock[] {
  return tokens.flatMap((token, from) => {
    const [tag, needs] = (token.type === "html_block" && opening.exec(token.content)) || [];
    if (tag === undefined || needs === undefined) return [];
    const anchor = /\sid="([^"]*)"/.exec(tag)?.[1];
    return [{needs, from, to: divisionEnd(tokens, from), ...(anchor === undefined ? {} : {anchor})}];
  });
}
