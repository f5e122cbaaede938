import {existsSync, readFileSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {replaceFile} from "../../engine/files/replaceFile.js";
import {projectPath} from "../../engine/project/projectPath.js";
import {chapterNames} from "./chapters.js";

const file = projectPath("src/index.md");
/** Begins a front page that the build makes; a page without it is somebody's own. */
const mark = "# Made by the build";

/** Whether the front page is made by the build, from the first chapter's summary. */
export function isFrontPageMade(): boolean {
  return !existsSync(file) || readFileSync(file, "utf8").startsWith(`---\n${mark}`);
}

/**
 * Makes the front page: the first chapter's summary, or without a chapter how to begin. A front page that somebody wrote stays
 * as it is.
 */
export async function makeFrontPage(): Promise<void> {
  if (!isFrontPageMade()) return;
  const [first] = chapterNames();
  const summary = first === undefined ? undefined : projectPath("src", first, "index.md");
  const text =
    first === undefined || summary === undefined || !existsSync(summary)
      ? beginning(first)
      : fromSummary(await readFile(summary, "utf8"), first);
  if (!existsSync(file) || (await readFile(file, "utf8")) !== text) await replaceFile(file, text);
}

/** The summary with its links as they lead from the site's root. */
function fromSummary(summary: string, chapter: string): string {
  return summary
    .replace(/^---\n/, `---\n${mark} from src/${chapter}/index.md: edit that file.\n`)
    .replaceAll(/(\]\(|["'])(\.\.?)\//g, (_, before: string, dots: string) =>
      dots === ".." ? `${before}./` : `${before}./${chapter}/`,
    );
}

function beginning(chapter: string | undefined): string {
  const found =
    chapter === undefined
      ? "There is no chapter yet."
      : `The chapter \`${chapter}\` has no summary: write \`src/${chapter}/index.md\`.`;
  return `---
${mark}: there is no summary to show.
title: Begin
toc: false
---

# Begin with a table of your customers

<div class="lead">

{method} ${found} Give Cardlens a CSV or Parquet file with a line for each customer:

</div>

\`\`\`sh
npm run new -- path/to/customers.csv
\`\`\`

{method} It reads the table, looks for groups, writes a chapter whose sentences are tested, and says what it decided and why.
`;
}
