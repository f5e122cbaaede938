import type {Browser, Page} from "playwright-core";
import {SettingError} from "../../engine/project/settingError.js";
import type {Report} from "./gatherReport.js";
import {browserArguments, installedBrowser, type Machine, thisMachine} from "./installedBrowser.js";
import {printDocument} from "./printDocument.js";

/** There is no browser that could print. */
export class NoBrowserError extends SettingError {}

/**
 * Prints a report as tagged PDF, with outline, live links and page numbers in its contents. It is laid out by Chromium, in two
 * turns: the first finds on which page each section begins.
 *
 * @throws NoBrowserError where no Chromium, Chrome or Edge is found
 */
export async function printReport(report: Report, machine: Machine = thisMachine): Promise<Uint8Array> {
  const path = installedBrowser(machine);
  if (path === undefined)
    throw new NoBrowserError(
      "printing needs Chromium, Chrome or Edge, and none was found; install one, or name it in CHROMIUM_PATH",
    );
  const browser = await launch(path);
  try {
    const page = await browser.newPage();
    await page.emulateMedia({media: "print", colorScheme: "light"});
    const ids = report.sections.map(({id}) => id);
    const draft = pagesOf(await print(page, printDocument(report)), ids);
    const pdf = await print(page, printDocument(report, draft));
    const final = pagesOf(pdf, ids);
    const moved = ids.filter((id) => draft.get(id) !== final.get(id));
    if (moved.length > 0) throw new Error(`the contents would name wrong pages for ${moved.join(", ")}`);
    return withoutTime(pdf);
  } finally {
    await browser.close();
  }
}

async function print(page: Page, html: string): Promise<Uint8Array> {
  await page.setContent(html);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page.pdf({preferCSSPageSize: true, printBackground: true, tagged: true, outline: true});
}

/**
 * The page, from 1, on which each link target is. Chromium writes pages and targets unpacked: `N 0 obj <</Type /Page`, in the
 * order of `/Kids [N 0 R …]`, and `/ID [N 0 R /XYZ x y zoom]`.
 *
 * @throws Error for an id that is no target of a link
 */
function pagesOf(pdf: Uint8Array, ids: readonly string[]): Map<string, number> {
  const text = Buffer.from(pdf).toString("latin1");
  const pages = new Set(
    Array.from(text.matchAll(/(\d+) 0 obj\s*<<\s*\/Type \/Page\b/g), ([, number]) => number),
  );
  const order = Array.from(text.matchAll(/\/Kids \[([^\]]*)\]/g), ([, kids]) => kids)
    .flatMap((kids) => Array.from(kids.matchAll(/(\d+) 0 R/g), ([, number]) => number))
    .filter((number) => pages.has(number));
  return new Map(
    ids.map((id) => {
      const [, number] = new RegExp(`/${id} \\[(\\d+) 0 R /XYZ`).exec(text) ?? [];
      const place = order.indexOf(number);
      if (place < 0) throw new Error(`no link leads to section ${id}`);
      return [id, place + 1];
    }),
  );
}

/** The same report is the same file, whenever it is printed: the clock's time gives way to one of the same length. */
function withoutTime(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString("latin1");
  const fixed = text.replaceAll(
    /\/(CreationDate|ModDate) \(D:\d{14}\+00'00'\)/g,
    "/$1 (D:20000101000000+00'00')",
  );
  return Buffer.from(fixed, "latin1");
}

async function launch(executablePath: string): Promise<Browser> {
  const {chromium} = await import("playwright-core").catch(() => {
    throw new NoBrowserError(
      "printing needs the package playwright-core, which is installed for development; run npm ci and try again",
    );
  });
  return chromium.launch({executablePath, args: browserArguments()});
}
