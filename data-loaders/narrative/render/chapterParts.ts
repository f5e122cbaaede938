import type MarkdownIt from "markdown-it";
import {escapeHtml} from "../../engine/html/escapeHtml.js";

/** What the pages that all chapters share say of each chapter. */
export interface ChapterPart {
  id: string;
  title: string;
  hasCard: boolean;
  /** Questions and the queries that answer them. */
  examples: {title: string; sql: string}[];
}

/**
 * Fills in what shared pages say of each chapter: `<div id="example-queries"></div>`, `<div id="saved-models"></div>` and
 * `<div id="model-cards"></div>`.
 *
 * @param read gives the chapters in their order; it is asked at every rendering, so that a preview follows
 */
export function chapterParts(md: MarkdownIt, read: () => readonly ChapterPart[]): void {
  const fill: Record<string, (chapters: readonly ChapterPart[]) => string> = {
    "example-queries": (chapters) => chapters.map(examples).join(""),
    "saved-models": (chapters) => list(chapters.map(savedModel)),
    "model-cards": (chapters) => list(chapters.filter(({hasCard}) => hasCard).map(modelCard)),
  };
  md.core.ruler.push("chapter-parts", ({tokens}) => {
    for (const token of tokens) {
      if (token.type !== "html_block") continue;
      token.content = token.content.replace(
        /<div id="(example-queries|saved-models|model-cards)"><\/div>/,
        (_, id: string) => `<div id="${id}">${fill[id](read())}</div>`,
      );
    }
  });
}

function examples({title, examples: queries}: ChapterPart): string {
  return queries
    .map(
      (query) =>
        `<h3>${escapeHtml(`${title}: ${query.title}`)}</h3><pre data-language="sql"><code class="language-sql">${escapeHtml(query.sql)}</code></pre>`,
    )
    .join("");
}

function savedModel({id, title}: ChapterPart): string {
  return `${escapeHtml(title)}: <a href="./models/${id}.json">data</a> and <a href="./models/${id}.sql">SQL</a>`;
}

function modelCard({id, title}: ChapterPart): string {
  return `<a href="./${id}/model-card">${escapeHtml(title)}</a>`;
}

function list(items: readonly string[]): string {
  return items.length === 0 ? "" : `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
}
