import {premisesOf} from "../../../src/lib/narrative/verdict.js";

/** A sentence of a page that rests on claims, in Markdown with its figures as `{{id}}`. */
export interface ClaimSentence {
  claims: string[];
  text: string;
}

/** `[text](claim:a,b)`; a link has no other link in its text. */
const claimLink = /\[((?:[^[\]\\]|\\.)+)\]\(claim:([^()\s]+)\)/g;

/** The sentences of a page that rest on claims, in their order. */
export function claimSentences(source: string): ClaimSentence[] {
  return Array.from(source.matchAll(claimLink), ([, text, target]) => ({
    claims: premisesOf(target),
    text: text.replaceAll(/\s+/g, " ").trim(),
  }));
}
