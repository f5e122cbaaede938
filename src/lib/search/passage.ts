/** A piece of a page that a search can find: a heading, a paragraph, an item, a caption or a row. */
export interface Passage {
  text: string;
  /** Id of the element, or of the heading above it; empty at the top of a page. */
  anchor: string;
  /** Text of the heading above it; empty for a heading. */
  heading: string;
}

/** The passages of one page. */
export interface SearchedPage {
  /** Address from the site's root. */
  path: string;
  title: string;
  /** The part of the site that it belongs to, such as a chapter; empty for a page of no part. */
  part: string;
  /** What its hits weigh: a summary more than 1, lists for review less. */
  weight: number;
  passages: Passage[];
}
