import {spawn} from "node:child_process";
import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {Page} from "playwright-core";
import {filesBelow} from "../../engine/project/sourceFiles.js";
import {browserArguments, installedBrowser, thisMachine} from "../../site/paper/installedBrowser.js";

/** Seconds until an open page shows what was saved. */
export interface PreviewTimes {
  /** A sentence. */
  shownSentence: number;
  /** A figure whose query was changed. */
  shownFigure: number;
}

/** Long enough for what follows a change, such as the next process that waits, to be done. */
const restMilliseconds = 5_000;
const timeout = 300_000;

/**
 * Shows a project's preview in a browser, and changes a sentence of the front page, then the query of a figure that it quotes.
 *
 * @param folder a project that was built
 * @returns nothing where no browser is installed
 */
export async function timePreview(folder: string): Promise<PreviewTimes | undefined> {
  const executablePath = installedBrowser(thisMachine);
  if (executablePath === undefined) return undefined;
  const {chromium} = await import("playwright-core");
  const preview = spawn(process.execPath, ["--import", "tsx", join(folder, "data-loaders/commands/dev.ts")], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const browser = await chromium.launch({executablePath, args: browserArguments()});
  try {
    const page = await browser.newPage();
    await page.goto(await addressOf(preview), {timeout});
    await page.waitForLoadState("networkidle");
    const shownSentence = await timeSentence(folder, page);
    const shownFigure = await timeFigure(folder, page);
    return {shownSentence, shownFigure};
  } finally {
    await browser.close();
    preview.kill("SIGTERM");
  }
}

/** The address that a preview tells when it is there. */
function addressOf(preview: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = "";
    preview.stderr?.on("data", (chunk) => {
      told += chunk;
      const address = /The preview is at (http:\S+)/.exec(told)?.[1];
      if (address !== undefined) resolve(address);
    });
    preview.on("close", () => reject(new Error(`the preview has ended:\n${told}`)));
  });
}

async function timeSentence(folder: string, page: Page): Promise<number> {
  const said = "Ask again tomorrow.";
  return timeChange(
    folder,
    "src/index.md",
    (text) => `${text}\n${said} {advice}\n`,
    () => page.getByText(said).waitFor({timeout}),
  );
}

/** Gives the first figure of the front page whose query counts rows another value. */
async function timeFigure(folder: string, page: Page): Promise<number> {
  const quoted = await page
    .locator("[data-figure]")
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute("data-figure") ?? ""));
  for (const file of (await filesBelow(join(folder, "src"))).filter((name) =>
    name.endsWith("/figures.sql"),
  )) {
    const text = await readFile(join(folder, "src", file), "utf8");
    const id = quoted.find((figure) => countOf(figure).test(text));
    if (id === undefined) continue;
    const mark = page.locator(`[data-figure="${id}"]`).first();
    const before = await mark.textContent();
    const plusOne = (sql: string) => sql.replace(countOf(id), "$1SELECT 1 + count(*)");
    return timeChange(folder, `src/${file}`, plusOne, () =>
      page.waitForFunction(
        ([figure, shown]) => document.querySelector(`[data-figure="${figure}"]`)?.textContent !== shown,
        [id, before] as const,
        {timeout, polling: 20},
      ),
    );
  }
  throw new Error("the front page quotes no figure that counts rows");
}

/** A figure's header lines and the beginning of its query. */
function countOf(figure: string): RegExp {
  return new RegExp(`(-- figure: ${figure.replaceAll(".", "\\.")}\\n(?:--.*\\n)*)SELECT count\\(\\*\\)`);
}

/** Seconds from when a file is saved until a page shows it. */
async function timeChange(
  folder: string,
  file: string,
  edit: (text: string) => string,
  shown: () => Promise<unknown>,
): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, restMilliseconds));
  const text = edit(await readFile(join(folder, file), "utf8"));
  const start = performance.now();
  await writeFile(join(folder, file), text);
  await shown();
  return (performance.now() - start) / 1000;
}
