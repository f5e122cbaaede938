/** What a page says that rests on claims: an entry of `data/sentences.json` in the site. */
export interface PageSentences {
  /** Path from the site's root, without ending. */
  path: string;
  name: string;
  /** Each in Markdown with its figures as `{{id}}` or `{{id:format}}`. */
  sentences: {claims: string[]; text: string}[];
}
