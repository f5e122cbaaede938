/** Address of a file of the site from its root, whatever page asks and wherever the site is served. */
export function siteFile(path: string): string {
  const root = document.querySelector<HTMLMetaElement>('meta[name="cardlens-root"]')?.content ?? "./";
  return new URL(root + path, location.href).href;
}
