import type {Token} from "markdown-it";

/** Parts of a page that are not narrative: they are blanked out, so that places in the text stay. */
const notNarrative: readonly RegExp[] = [
  /<!--[\s\S]*?-->/g,
  /<(style|script)\b[\s\S]*?<\/\1>/g,
  /\{\{[^{}]*\}\}/g,
  // a term, not a number of the data
  /\b95% (?=(?:confidence )?intervals?\b)/g,
  /\$\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g,
  /<\/?[a-zA-Z][^<>]*>/g,
  /\]\([^()\s]*\)/g,
  /https?:\/\/\S+/g,
  /“[^”]*”/g,
  /&#?\w+;/g,
  /^[ \t]*\d+[.)](?=\s)/gm,
];

/** Code in a text: a run of backticks up to the next run of that length. */
const codeSpan = /(?<![\\`])(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g;
const tableCell = /(?:\\\||[^|])+/g;

/**
 * Blanks out everything in a page that is not the author's own prose: front matter, code, figures, tags,
 * link targets, quotations (block quotes and text in “curly quotes”) and list numbers. Marks of sentences stay.
 *
 * @param source the page
 * @param tokens its block tokens, with line numbers relative to `firstLine`
 * @param firstLine number of lines of front matter
 * @returns text of the same length and lines
 */
export function maskMarkdown(source: string, tokens: readonly Token[], firstLine: number): string {
  const lines = source.split("\n");
  const visible = lines.map(blank);
  let quoted = 0;
  for (const {type, map} of tokens) {
    if (type === "blockquote_open") quoted++;
    if (type === "blockquote_close") quoted--;
    const isProse = type === "inline" || type === "html_block" || type === "tr_open";
    if (map === null || quoted > 0 || !isProse) continue;
    const [from, to] = map.map((line) => line + firstLine);
    const text = lines.slice(from, to).join("\n");
    visible.splice(from, to - from, ...withoutCode(text, type).split("\n"));
  }
  return notNarrative.reduce((text, pattern) => text.replace(pattern, blank), visible.join("\n"));
}

/** Code does not go on in the next block or the next cell of a table, and HTML has none. */
function withoutCode(text: string, type: string): string {
  if (type === "html_block") return text;
  if (type === "tr_open") return text.replace(tableCell, (cell) => cell.replace(codeSpan, blank));
  return text.replace(codeSpan, blank);
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, " ");
}
