/** What a page says that rests on claims: an entry of `data/sentences.json` in the site. */
export interface PageSentences {
  /** Path from the site's root, without ending. */
  path: string;
  name: string;
  /** The part of each that rests on claims, and what stands around it; figures as `{{id}}` or `{{id:format}}`. */
  sentences: {claims: string[]; before: string; text: string; after: string}[];
}
