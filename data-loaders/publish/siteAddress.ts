/** Where a published file stands in the site: saved models at `models/`, all else in its data folder. */
export function siteAddress(path: string): string {
  return path.startsWith("models/") ? path : `data/${path}`;
}
