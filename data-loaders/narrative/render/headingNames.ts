import type MarkdownIt from "markdown-it";
import type {Token} from "markdown-it";

/**
 * Gives headings that hold nothing but figures the words that are printed as their address. Framework makes the address from
 * the words in Markdown, and such a heading has none. Where it has some, these alone count: links to it live on when a figure changes.
 *
 * @param printed gives what a figure's reference prints
 */
export function headingNames(md: MarkdownIt, printed: (reference: string) => string): void {
  md.core.ruler.after("inline", "heading name", (state) => {
    for (const [i, {type}] of state.tokens.entries()) {
      const inline = state.tokens[i + 1];
      if (type !== "heading_open" || inline?.children === null) continue;
      if (inline.children.some(isWord)) continue;
      const references = inline.children.filter((token) => token.type === "figure_value");
      const name = new state.Token("text", "", 0);
      Object.assign(name, {
        content: references.map(({content}) => printed(content)).join(" "),
        meta: onlyForName,
      });
      if (references.length > 0) inline.children.push(name);
    }
  });
  // when Framework has made the addresses
  md.core.ruler.push("heading printed", ({tokens}) => {
    for (const token of tokens)
      token.children = token.children?.filter(({meta}) => meta !== onlyForName) ?? null;
  });
}

const onlyForName = {isOnlyForName: true};

function isWord({type, content}: Token): boolean {
  return (type === "text" && /[\p{L}\p{N}]/u.test(content)) || type === "code_inline";
}
