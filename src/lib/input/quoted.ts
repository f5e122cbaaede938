/**
 * A value from a file, safe to print: quoted, cut after 40 characters; control characters and those that cannot be seen, as
 * the ones that turn the direction of text, escaped.
 */
export function quoted(value: string): string {
  const characters = Array.from(value);
  const cut = characters.length > 40 ? `${characters.slice(0, 40).join("")}…` : value;
  return JSON.stringify(cut).replace(INVISIBLE, escaped);
}

/** The same without quotes and at full length: for names of files. */
export function visible(value: string): string {
  return value.replace(INVISIBLE, escaped).replace(/\p{Cc}/gu, escaped);
}

/** Format characters, line and paragraph separators, and control characters that JSON leaves as they are. */
const INVISIBLE = /[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]/gu;

function escaped(character: string): string {
  const units = Array.from({length: character.length}, (_, i) => character.charCodeAt(i));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
