import {readFileSync} from "node:fs";
import {escapeHtml} from "../narrative/escapeHtml.js";
import {projectPath} from "../projectPath.js";
import {replaceFile} from "./replaceFile.js";

/** Goes when the next edition is left for the pages. */
const file = projectPath(".cache/edition/refusal.txt");

/** Leaves for a preview's pages why they do not show the present input. */
export function leaveRefusal(reason: string): Promise<void> {
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
  return `<pre class="narrative-error">${escapeHtml(`${reason}\n\nUntil this is mended, the pages show the edition before.`)}</pre>\n`;
}
