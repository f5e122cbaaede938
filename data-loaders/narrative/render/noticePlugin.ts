import type MarkdownIt from "markdown-it";

/**
 * Puts a notice above the content of every page.
 *
 * @param read gives the notice's HTML for a page's path from the site's root, or an empty string for none
 */
export function noticePlugin(md: MarkdownIt, read: (path: string) => string): void {
  md.core.ruler.push("notice", (state) => {
    const notice = read(state.env.path);
    if (notice === "" || state.inlineMode) return;
    const token = new state.Token("html_block", "", 0);
    token.content = notice;
    state.tokens.unshift(token);
  });
}
