import type {Token} from "markdown-it";

/**
 * Where a division ends that is written as HTML: at its own closing tag.
 *
 * @param from index of the token with its opening tag
 * @param name of its tag
 * @returns index of the token after the one that closes it
 */
export function divisionEnd(tokens: readonly Token[], from: number, name = "div"): number {
  const opening = new RegExp(`<${name}\\b`, "g");
  const closing = new RegExp(`</${name}\\s*>`, "g");
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    const {type, content} = tokens[at];
    if (type !== "html_block") continue;
    depth += (content.match(opening)?.length ?? 0) - (content.match(closing)?.length ?? 0);
    if (depth <= 0) return at + 1;
  }
  return tokens.length;
}
