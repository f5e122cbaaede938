import {type SiteConfig, siteTitle} from "../../datasets/siteConfig.js";
import {html} from "../../engine/html/markup.js";

/** Size of `src/share-card.png`, in pixels. */
const card = {width: 1_200, height: 630};

/**
 * What programs read that show a link to a page with a title and a picture. The picture stands in the site; they want its
 * whole address, which only the configuration can know.
 *
 * @param path of the page, from the site's root
 */
export function shareTags(site: SiteConfig, title: string | null, path: string): string {
  const {address} = site;
  const page = path.replace(/^\//, "").replace(/(^|\/)index$/, "$1");
  const tag = (property: string, content: string | number) =>
    html`<meta property="og:${property}" content="${content}">`;
  return [
    tag("type", "website"),
    tag("site_name", siteTitle(site)),
    tag("title", title ?? siteTitle(site)),
    ...(address === undefined
      ? []
      : [
          tag("url", `${address}${page}${page === "" || page.endsWith("/") ? "" : ".html"}`),
          tag("image", `${address}share-card.png`),
          tag("image:width", card.width),
          tag("image:height", card.height),
          html`<meta name="twitter:card" content="summary_large_image">`,
        ]),
  ].join("\n");
}
