import type {Token} from "markdown-it";

/** Parts of a page that are not narrative: they are blanked out, so that places in the text stay. */
const notNarrative: readonly RegExp[] = [
  /<!--[\s\S]*?-->/g,
  /<(style|script)\b[\s\S]*?<\/\1>/g,
  /(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g,
  /\{\{[^{}]*\}\}/g,
  /\$\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g,
  /<\/?[a-zA-Z][^<>]*>/g,
  /\]\([^()\s]*\)/g,
  /https?:\/\/\S+/g,
  /“[^”]*”/g,
  /&#?\w+;/g,
  /^[ \t]*\d+[.)](?=\s)/gm,
];

/**
 * Blanks out everything in a page that is not the author's own prose: front matter, code, figures, tags,
 * link targets, quotations (block quotes and text in “curly quotes”) and list numbers.
 *
 * @param source the page
 * @param tokens its block tokens, with line numbers relative to `firstLine`
 * @param firstLine number of lines of front matter
 * @returns text of the same length and lines
 */
export function maskMarkdown(source: string, tokens: readonly Token[], firstLine: number): string {
  const lines = source.split("\n");
  const hidden = new Set(lines.keys());
  let quoted = 0;
  for (const token of tokens) {
    if (token.type === "blockquote_open") quoted++;
    if (token.type === "blockquote_close") quoted--;
    if (token.map === null || quoted > 0) continue;
    const isProse = token.type === "inline" || token.type === "html_block" || token.type === "tr_open";
    if (isProse) for (let line = token.map[0]; line < token.map[1]; line++) hidden.delete(line + firstLine);
  }
  const visible = lines.map((line, index) => (hidden.has(index) ? " ".repeat(line.length) : line)).join("\n");
  return notNarrative.reduce((text, pattern) => text.replace(pattern, blank), visible);
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, " ");
}
