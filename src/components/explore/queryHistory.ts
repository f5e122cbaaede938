/** Queries that are kept at most. */
const mostKept = 50;
const key = "cardlens-queries";

/** The part of `localStorage` that the history needs. */
export type HistoryStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Queries that ran in this browser, the last first; none where the browser keeps nothing. */
export function readHistory(storage: HistoryStorage): string[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter((query) => typeof query === "string") : [];
  } catch {
    return [];
  }
}

/** Puts a query first; the same one is kept once. */
export function addToHistory(storage: HistoryStorage, query: string): string[] {
  const kept = [query, ...readHistory(storage).filter((other) => other !== query)].slice(0, mostKept);
  try {
    storage.setItem(key, JSON.stringify(kept));
  } catch {
    // a browser that keeps nothing shows the queries of this page only
  }
  return kept;
}

export function eraseHistory(storage: HistoryStorage): void {
  try {
    storage.removeItem(key);
  } catch {
    // nothing was kept
  }
}
