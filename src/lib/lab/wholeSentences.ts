import type {PageSentences} from "./pageSentences.js";

/** A piece of a sentence, and the claims that it rests on: none where it only stands around others. */
export interface SentencePart {
  text: string;
  claims: string[];
}

/** Sentences with all their parts: one that rests on claims in several places is one sentence, not several. */
export function wholeSentences(entries: PageSentences["sentences"]): SentencePart[][] {
  const bySentence = new Map<string, PageSentences["sentences"]>();
  for (const entry of entries) {
    const whole = entry.before + entry.text + entry.after;
    bySentence.set(whole, [...(bySentence.get(whole) ?? []), entry]);
  }
  return Array.from(bySentence, ([whole, parts]) => partsOf(whole, parts));
}

function partsOf(whole: string, entries: PageSentences["sentences"]): SentencePart[] {
  const parts: SentencePart[] = [];
  let from = 0;
  for (const {before, text, claims} of entries.toSorted((a, b) => a.before.length - b.before.length)) {
    if (before.length > from) parts.push({text: whole.slice(from, before.length), claims: []});
    parts.push({text, claims});
    from = before.length + text.length;
  }
  return from < whole.length ? [...parts, {text: whole.slice(from), claims: []}] : parts;
}
