import type {SiteConfig} from "../../datasets/siteConfig.js";

/** The colours that the site's configuration gives, as style rules; empty where it gives none. */
export function ownColours({colours: {groups, groupsDark, accent, accentDark}}: SiteConfig): string {
  const light = rules(groups, accent);
  const dark = rules(groupsDark, accentDark);
  return `${light}${dark === "" ? "" : `@media (prefers-color-scheme: dark){${dark}}`}`;
}

function rules(groups: readonly string[], accent: string | undefined): string {
  const values = [
    ...groups.map((colour, i) => `--segment-${i + 1}:${colour}`),
    ...(accent === undefined ? [] : [`--theme-foreground-focus:${accent}`]),
  ];
  return values.length === 0 ? "" : `html:root{${values.join(";")}}`;
}
