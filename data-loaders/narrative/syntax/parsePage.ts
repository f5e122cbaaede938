import type MarkdownIt from "markdown-it";

/** A page as it was written, and as Markdown understands it. */
export interface ParsedPage {
  /** Path from the project's root. */
  file: string;
  source: string;
  /** Lines of front matter before the text. */
  firstLine: number;
  tokens: ReturnType<MarkdownIt["parse"]>;
  /** Places in the page that a link can name. */
  anchors: ReadonlySet<string>;
}

/** Parses a page, once for all that is checked about it. */
export function parsePage(source: string, file: string, md: MarkdownIt): ParsedPage {
  const frontMatter = /^---\r?\n[\s\S]*?\r?\n---\r?\n/.exec(source)?.[0] ?? "";
  const tokens = md.parse(source.slice(frontMatter.length), {
    code: [],
    startLine: 0,
    currentLine: 0,
    path: file,
  });
  return {
    file,
    source,
    firstLine: frontMatter.split("\n").length - 1,
    tokens,
    anchors: new Set(tokens.flatMap(anchorsOf)),
  };
}

/** The id of a heading, and those in HTML that was written as such. */
function anchorsOf(token: Token): string[] {
  const id = token.attrGet("id");
  const html = token.type.startsWith("html_") ? token.content : "";
  return [
    ...(id === null ? [] : [id]),
    ...Array.from(html.matchAll(/\sid="([^"]+)"/g), ([, written]) => written),
    ...(token.children ?? []).flatMap(anchorsOf),
  ];
}

type Token = ParsedPage["tokens"][number];
