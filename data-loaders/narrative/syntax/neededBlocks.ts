import type {Token} from "markdown-it";
import {divisionEnd} from "./divisionEnd.js";

/**
 * A block of a page that is printed only where a figure is above zero (`<div data-needs="figure.id">`), or only where claims
 * do not hold (`<div data-unless="claim,claim">`): it says what is true instead.
 */
export interface NeededBlock {
  kind: "needs" | "unless";
  /** The figure's id, or those of the claims. */
  target: string;
  /** Its first token, and the one after its last. */
  from: number;
  to: number;
  /** Its `id`, to which links may lead. */
  anchor?: string;
}

const opening = /<div\b[^<>]*\sdata-(needs|unless)="([^"]*)"[^<>]*>/;

/** The blocks of a page that are printed under a condition; a block ends at its own closing tag. */
export function neededBlocks(tokens: readonly Token[]): NeededBlock[] {
  return tokens.flatMap((token, from) => {
    const [tag, name, target] = (token.type === "html_block" && opening.exec(token.content)) || [];
    if (tag === undefined || target === undefined) return [];
    const anchor = /\sid="([^"]*)"/.exec(tag)?.[1];
    return [
      {
        kind: name === "unless" ? "unless" : "needs",
        target,
        from,
        to: divisionEnd(tokens, from),
        ...(anchor === undefined ? {} : {anchor}),
      },
    ];
  });
}
