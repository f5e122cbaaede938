import type {PageSentences} from "../../../src/lib/lab/pageSentences.js";
import {claimSentences} from "../../narrative/syntax/claimSentences.js";
import {type ListedPage, listedPages} from "./chapters.js";
import {isFrontPageMade} from "./frontPage.js";

/**
 * What the pages say that rests on claims, in the order in which they are listed, the front page first.
 *
 * @param pages Markdown by path from the project's root
 */
export function sentencesByPage(pages: ReadonlyMap<string, string>): PageSentences[] {
  const listed = [{name: "Front page", path: "/index"}, ...listedPages(isFrontPageMade()).flatMap(leaves)];
  return listed.flatMap(({name, path}) => {
    const address = path.replace(/\/$/, "/index").slice(1);
    const sentences = claimSentences(pages.get(`src/${address}.md`) ?? "");
    return sentences.length === 0 ? [] : [{path: address, name, sentences}];
  });
}

function leaves(page: ListedPage): {name: string; path: string}[] {
  return "pages" in page ? page.pages.flatMap(leaves) : [page];
}
