/**
 * A label as it stands after another word: a heading in capitals (`Annual Income`, `Purchases per Month`) without them, another
 * without the first. Abbreviations (`PIN changes`), and labels of other languages, stay.
 */
export function spoken(label: string, isEnglish = true): string {
  if (!isEnglish) return label;
  const words = label.split(" ");
  const isHeading = words.length > 1 && words.every((word) => word.length < 4 || /^\P{Ll}/u.test(word));
  return words.map((word, i) => (i === 0 || isHeading ? calm(word) : word)).join(" ");
}

/** A word without its capital, unless it has others. */
function calm(word: string): string {
  return /^\p{Lu}[\p{Ll}'’-]+$/u.test(word) ? word.toLowerCase() : word;
}
