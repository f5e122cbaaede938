import {existsSync} from "node:fs";
import {z} from "zod";
import {projectPath} from "../engine/project/projectPath.js";
import {readYaml} from "./readYaml.js";

const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, "expected a colour such as #0072b2");

/** What stands in `cardlens.yaml`: everything that is particular to the site and not to one data set. */
export const siteSchema = z.strictObject({
  title: z
    .string()
    .min(1)
    .default("Cardlens")
    .describe("Title of the site, in the browser's tab and above the list of pages."),
  logo: z
    .string()
    .regex(/\.(svg|png|jpe?g|webp)$/i, "expected a picture: .svg, .png, .jpg or .webp")
    .refine((name) => existsSync(projectPath("src", name)), "there is no such file in src/")
    .optional()
    .describe("The bank's logo, in the bar above every page: a picture in `src/`."),
  currency: z.string().min(1).optional().describe("Sign of the currency of the data sets that declare none."),
  bank: z.string().optional().describe("Name of the bank; it follows the title of every page."),
  address: z
    .url({protocol: /^https?$/})
    .transform((address) => address.replace(/\/*$/, "/"))
    .optional()
    .describe(
      "Where the site will stand, such as `https://reports.example.com/cards/`. Programs that show a link with a picture need it; all else works without.",
    ),
  pdf: z
    .boolean()
    .default(false)
    .describe(
      "Whether each build also prints the report as `report.pdf`, with a link on the front page. It needs Chromium, Chrome or Edge, and some seconds; `npm run pdf` prints once, without a link.",
    ),
  otherAnalyses: z
    .boolean()
    .default(true)
    .describe(
      "Whether each build also repeats every chapter with other reasonable choices and tests its claims in each. Without, a build from nothing takes half the time.",
    ),
  chapters: z
    .array(z.string())
    .default([])
    .describe(
      "The chapters in their order, by the names of their folders; chapters that are not listed come after them by name. The first one's summary is the front page, unless `src/index.md` is your own.",
    ),
  colours: z
    .strictObject({
      groups: z
        .array(colour)
        .max(12)
        .default([])
        .describe("Colours of the groups, in their order; those that are not given keep the report's."),
      accent: colour.optional().describe("Colour of links and of what is in focus."),
      accentDark: colour.optional().describe("The same on a dark screen."),
      groupsDark: z.array(colour).max(12).default([]).describe("The same on a dark screen."),
    })
    .default({groups: [], groupsDark: []})
    .describe("Colours of the bank."),
});

/** The site's configuration. */
export type SiteConfig = z.infer<typeof siteSchema>;

/**
 * Reads `cardlens.yaml`; without the file everything has its default.
 *
 * @throws DefinitionError with every problem and its line
 */
export function readSiteConfig(path = projectPath("cardlens.yaml")): SiteConfig {
  return existsSync(path) ? readYaml(path, siteSchema).value : siteSchema.parse({});
}

/** The site's title, with the bank's name where it has one. */
export function siteTitle({title, bank}: Pick<SiteConfig, "title" | "bank">): string {
  return bank === undefined ? title : `${title} · ${bank}`;
}
