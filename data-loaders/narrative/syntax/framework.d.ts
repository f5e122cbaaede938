declare module "@observablehq/framework/dist/markdown.js" {
  import type MarkdownIt from "markdown-it";

  /** Framework's own Markdown: placeholders, anchors, fences. */
  export function createMarkdownIt(options: {markdownIt?: (md: MarkdownIt) => MarkdownIt}): MarkdownIt;
}
