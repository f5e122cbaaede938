import type {SiteConfig} from "../../datasets/siteConfig.js";

/** The colours of the groups that the site's configuration gives, as style rules; empty where it gives none. */
export function ownColours({colours: {groups, groupsDark}}: SiteConfig): string {
  const rules = (colours: readonly string[]) =>
    `html:root{${colours.map((colour, i) => `--segment-${i + 1}:${colour}`).join(";")}}`;
  return [
    ...(groups.length === 0 ? [] : [rules(groups)]),
    ...(groupsDark.length === 0 ? [] : [`@media (prefers-color-scheme: dark){${rules(groupsDark)}}`]),
  ].join("");
}
