/** A value from a file, safe to print: quoted, control characters escaped, cut after 40 characters. */
export function quoted(value: string): string {
  const characters = Array.from(value);
  const cut = characters.length > 40 ? `${characters.slice(0, 40).join("")}…` : value;
  return JSON.stringify(cut).replace(/[\u007f-\u009f\u2028\u2029\u200b-\u200f\u202a-\u202e\ufeff]/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
