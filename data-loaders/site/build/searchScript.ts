import {sha256} from "../../engine/content/sha256.js";

const scriptName = /\/search\.[0-9a-f]{8}\.js/;

/**
 * A page with the search of this site, whose script has another name whenever a page says something else. The page's
 * content security policy names its own scripts by their hash, and follows.
 *
 * @param address of the script; see `buildSearch`
 */
export function withSearchScript(html: string, address: string): string {
  const name = scriptName.exec(address)?.[0] ?? address;
  const [old] = scriptName.exec(html) ?? [];
  if (old === undefined || old === name) return html;
  const changed = Array.from(html.matchAll(/<script>([\s\S]*?)<\/script>/g), ([, script]) => script).filter(
    (script) => script.includes(old),
  );
  return changed
    .reduce(
      (page, script) => page.replaceAll(sourceHash(script), sourceHash(script.replaceAll(old, name))),
      html,
    )
    .replaceAll(old, name);
}

/** A script or style sheet as a content security policy names it. */
export function sourceHash(script: string): string {
  return `'sha256-${sha256(script, "base64")}'`;
}
