/** A header without case, padding, spaces, underscores, hyphens and points: `" Avg_Credit Limit "` is `avgcreditlimit`. */
export function plainHeader(header: string): string {
  return header.toLowerCase().replace(/[\s_.\-\ufeff]+/g, "");
}
