import type MarkdownIt from "markdown-it";
import {html, type Markup} from "../../engine/html/markup.js";

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
  const fill: Record<string, (chapters: readonly ChapterPart[]) => Markup> = {
    "example-queries": (chapters) => html`${chapters.map(examples)}`,
    "saved-models": (chapters) => list(chapters.map(savedModel)),
    "model-cards": (chapters) => list(chapters.filter(({hasCard}) => hasCard).map(modelCard)),
  };
  md.core.ruler.push("chapter-parts", ({tokens}) => {
    for (const token of tokens) {
      if (token.type !== "html_block") continue;
      token.content = token.content.replace(
        /<div id="(example-queries|saved-models|model-cards)"><\/div>/,
        (_, id: string) => String(html`<div id="${id}">${fill[id](read())}</div>`),
      );
    }
  });
}

function examples({title, examples: queries}: ChapterPart): Markup {
  return html`${queries.map(
    (query) =>
      html`<h3>${`${title}: ${query.title}`}</h3><pre data-language="sql"><code class="language-sql">${query.sql}</code></pre>`,
  )}`;
}

function savedModel({id, title}: ChapterPart): Markup {
  return html`<li>${title}: <a href="./models/${id}.json">data</a> and <a href="./models/${id}.sql">SQL</a></li>`;
}

function modelCard({id, title}: ChapterPart): Markup {
  return html`<li><a href="./${id}/model-card">${title}</a></li>`;
}

function list(items: readonly Markup[]): Markup {
  return items.length === 0 ? html`` : html`<ul>${items}</ul>`;
}
