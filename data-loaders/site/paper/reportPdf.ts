import {gatherReport} from "./gatherReport.js";
import {printReport} from "./printReport.js";

/** Name of the printed report in the site. */
export const pdfName = "report.pdf";

/** Pages that are tools and lists: they are not printed. */
const notPrinted = /^(score|explore|lab)\.html$|^review\//;

/**
 * Prints what can be read of a built site as one PDF.
 *
 * @param folder the built site
 * @throws NoBrowserError where there is nothing that can print; Error where nothing is built
 */
export async function reportPdf(folder: string): Promise<Uint8Array> {
  return printReport(await gatherReport(folder, (path) => notPrinted.test(path)));
}
