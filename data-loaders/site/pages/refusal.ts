import {readFileSync} from "node:fs";
import {replaceFile} from "../../engine/files/replaceFile.js";
import {html} from "../../engine/html/markup.js";
import {projectPath} from "../../engine/project/projectPath.js";

/** Goes when the next edition is left for the pages. */
const file = projectPath(".cache/edition/refusal.txt");

/** Leaves for a preview's pages why they do not show the present input. */
export function writeRefusal(reason: string): Promise<void> {
  return replaceFile(file, reason);
}

/** The line above a preview's page that says why it shows an earlier edition; empty where it shows the present one. */
export function refusalNotice(): string {
  let reason: string;
  try {
    reason = readFileSync(file, "utf8");
  } catch {
    return "";
  }
  return String(
    html`<pre class="narrative-error">${`${reason}\n\nUntil this is fixed, the pages show the previous edition.`}</pre>\n`,
  );
}
