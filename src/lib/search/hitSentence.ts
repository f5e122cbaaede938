/** A sentence with the places of the words that were found. */
export interface HitSentence {
  text: string;
  /** Ranges of `text`: from, to (exclusive). */
  marks: [number, number][];
}

/** Longest part of a sentence that is shown, in characters. */
const LONGEST = 160;

/** The sentence of a passage that holds most of the words that were found, cut around the first where it is long. */
export function hitSentence(passage: string, words: readonly string[]): HitSentence {
  const sentences = passage.split(/(?<=[.!?:])\s+(?=\p{Lu})/u);
  const counts = sentences.map((sentence) => new Set(marksIn(sentence, words).map(({word}) => word)).size);
  const sentence = sentences[counts.indexOf(Math.max(...counts))];
  const [first] = marksIn(sentence, words);
  const text = shortened(sentence, first?.from ?? 0);
  return {text, marks: marksIn(text, words).map(({from, to}) => [from, to])};
}

/** Where the words stand, whole and in small letters and without accents as the search has them. */
function marksIn(text: string, words: readonly string[]): {word: string; from: number; to: number}[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+/gu), (match) => ({
    word: match[0].normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
  })).filter(({word}) => words.includes(word));
}

function shortened(sentence: string, at: number): string {
  if (sentence.length <= LONGEST) return sentence;
  const begin = at < LONGEST / 2 ? 0 : sentence.indexOf(" ", at - LONGEST / 2) + 1;
  const end =
    begin + LONGEST >= sentence.length ? sentence.length : sentence.lastIndexOf(" ", begin + LONGEST);
  return `${begin > 0 ? "… " : ""}${sentence.slice(begin, end)}${end < sentence.length ? " …" : ""}`;
}

/**
 * The part of an address that has a browser jump to a text and mark it, after the anchor: `:~:text=…` (a text fragment); a
 * browser that does not know it goes to the anchor.
 */
export function textFragment(sentence: string): string {
  const words = sentence.split(" ").filter((word) => word !== "…");
  const encode = (part: readonly string[]) =>
    encodeURIComponent(part.join(" ")).replaceAll("-", "%2D").replaceAll("'", "%27");
  const ends = 4;
  return words.length <= 2 * ends
    ? `:~:text=${encode(words)}`
    : `:~:text=${encode(words.slice(0, ends))},${encode(words.slice(-ends))}`;
}
