/** The query that the page's address holds (`#query=…`), so that a link shares it; empty if none. */
export function queryInAddress(location: Location): string {
  return new URLSearchParams(location.hash.slice(1)).get("query") ?? "";
}

/** Puts a query into the page's address, in place of the one before. */
export function putQueryInAddress(query: string): void {
  history.replaceState(history.state, "", `#query=${encodeURIComponent(query)}`);
}
