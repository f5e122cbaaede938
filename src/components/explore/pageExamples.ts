/** A question and the query that answers it. */
export interface ExampleQuery {
  title: string;
  sql: string;
  /** The query's place in the page. */
  element: Element;
}

/** Reads the example queries of a page: its SQL fences, each under a heading that asks the question. */
export function pageExamples(document: Document): ExampleQuery[] {
  let title = "";
  const examples: ExampleQuery[] = [];
  for (const element of document.querySelectorAll(
    "#observablehq-main :is(h2, h3, pre > code.language-sql)",
  )) {
    const content = element.textContent?.trim() ?? "";
    if (element.tagName === "CODE")
      examples.push({title, sql: content, element: element.parentElement ?? element});
    else title = content;
  }
  return examples;
}
