import {html, markupFrom} from "../../engine/html/markup.js";
import {sourceHash} from "./searchScript.js";

const style =
  "body{font:18px/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto 0;padding:0 1.5rem;color-scheme:light dark;background:Canvas;color:CanvasText}h1{font-size:1.6rem}";

/**
 * The site's root is the nearest folder above that has a manifest: this page answers at any address, and the site may stand
 * below any path.
 */
const script = `const link=document.querySelector("a");const parts=location.pathname.split("/").slice(1,-1);(async()=>{for(let n=parts.length;n>=0;n--){const root="/"+parts.slice(0,n).map((part)=>part+"/").join("");if((await fetch(root+"manifest.json",{method:"HEAD"})).ok){link.href=root;return;}}})();`;

/** The page for addresses that are none, which a host gives with status 404. It loads nothing. */
export function notFoundPage(title: string): string {
  const policy = `default-src 'none'; connect-src 'self'; img-src data:; script-src ${sourceHash(script)}; style-src-elem ${sourceHash(style)}; base-uri 'none'; form-action 'none'`;
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>No such page | ${title}</title>
<style>${markupFrom(style)}</style>
</head>
<body>
<main>
<h1>There is no page at this address</h1>
<p>It may have been moved or renamed in a later edition. <a href="/">Go to the front page of ${title}</a>, whose search finds every passage of the report.</p>
</main>
<script>${markupFrom(script)}</script>
</body>
</html>
`);
}
