import {basicFonts, typefaces} from "../pages/fonts.js";

/**
 * Milliseconds for which a page waits for its typefaces, less than a reader notices. On a slower line the text is shown in the
 * fallback faces, and its lines stay nearly where they are when the typefaces come.
 */
const PATIENCE = 300;

const awaited = 'html[data-fonts="awaited"] body{visibility:hidden}';

/** Nothing that was seen moves when it is set in another face, so it is not seen before. */
const wait = `{const page=document.documentElement,fonts=document.fonts;page.dataset.fonts="awaited";Promise.race([Promise.all(${JSON.stringify(typefaces)}.map(name=>fonts.load('1em "'+name+'"'))),new Promise(late=>setTimeout(late,${PATIENCE}))]).finally(()=>delete page.dataset.fonts)}`;

/**
 * Lets a page begin with its typefaces: they are fetched before the browser has read the styles, and text waits for them a
 * moment. All that stands before the style sheets, for which a script behind them would wait.
 */
export function fontsFirst(document: Document): void {
  const root = document.querySelector<HTMLMetaElement>('meta[name="cardlens-root"]')?.content ?? "./";
  const links = basicFonts.map((font) => {
    const link = document.createElement("link");
    Object.assign(link, {rel: "preload", type: "font/woff2", crossOrigin: "anonymous"});
    link.setAttribute("as", "font");
    // Framework would give it another address
    link.setAttribute("href", `${root}fonts/${font}.woff2`);
    return link;
  });
  const faces = document.querySelector("style[data-faces]") ?? document.createElement("style");
  faces.append(awaited);
  const script = document.createElement("script");
  script.textContent = wait;
  document.querySelector("meta[charset]")?.after(...links, faces, script);
}
