import {html, type Markup} from "../../engine/html/markup.js";
import type {ShippedPackage} from "../packages/shippedPackages.js";
import {htmlTable, textCell} from "./htmlTable.js";

/** The packages in the site, with the licences that allow it. */
export function licencesList(packages: readonly ShippedPackage[]): Markup {
  const rows = packages.map(({name, version, licence, text}) => [
    textCell(name),
    textCell(version),
    textCell(licence),
    text === ""
      ? textCell("The package brings no text.")
      : {
          html: html`<details><summary>Text</summary><pre tabindex="0">${text}</pre></details>`,
          sort: "",
        },
  ]);
  return htmlTable("Packages in this site", ["Package", "Version", "Licence", "Text"], rows);
}
