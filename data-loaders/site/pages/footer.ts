import type {SiteConfig} from "../../datasets/siteConfig.js";
import {html} from "../../engine/html/markup.js";
import type {PageEvidence} from "./pageEvidence.js";

/** Says on every page which input the report was built from. */
export function footer(inputs: PageEvidence["inputs"]): string {
  const lines = inputs.map(({title, name, rows, sha256, synthetic}) => {
    const kind = synthetic
      ? html`<strong>Synthetic sample</strong>: no row is a real customer`
      : "Input file";
    return html`<p>${title}. ${kind}. <code>${name}</code>, ${rows.toLocaleString("en-US")} rows, SHA-256 <code title="${sha256}">${sha256.slice(0, 12)}…</code></p>`;
  });
  return String(html`${lines}`);
}

/**
 * The line above a page that is built from made-up data: a page of a chapter by the chapter's own input, other pages by all
 * inputs. Empty where they are real.
 *
 * @param path of the page, from the site's root
 * @param toRoot relative path from the page to the site's root
 */
export function syntheticNotice(inputs: PageEvidence["inputs"], path: string, toRoot: string): string {
  const own = inputs.filter(({id}) => path.startsWith(`/${id}/`));
  const shown = own.length > 0 ? own : inputs;
  const made = shown.filter(({synthetic}) => synthetic);
  if (made.length === 0) return "";
  const built =
    made.length === shown.length
      ? html`Built from a <strong>synthetic sample</strong>: no row is a real customer, no interval and no agreement is evidence.`
      : html`What is said of ${made.map(({title}) => title).join(" and ")} is built from a <strong>synthetic sample</strong>: none of its rows is a real customer, no interval and no agreement of it is evidence.`;
  return String(
    html`<p class="synthetic">${built} <a href="${toRoot}review/provenance#synthetic-sample">What it can show</a></p>\n`,
  );
}

/**
 * The line above a page that tells of customers whose exact rows are not published. Empty where all are.
 *
 * @param path of the page, from the site's root
 * @param toRoot relative path from the page to the site's root
 */
export function publishedRowsNotice(inputs: PageEvidence["inputs"], path: string, toRoot: string): string {
  const own = inputs.filter(({id}) => path.startsWith(`/${id}/`));
  const shown = (own.length > 0 ? own : inputs).filter(({publishedRows}) => publishedRows !== "exact");
  if (shown.length === 0) return "";
  const titles = shown.length === inputs.length ? "" : ` of ${shown.map(({title}) => title).join(" and ")}`;
  const rows = shown.every(({publishedRows}) => publishedRows === "none")
    ? `No customer's row${titles} is published: what needs rows is not drawn, and cannot be computed again here`
    : `Customers' rows${titles} are published in groups of at least ten that share their values, and what you filter, fit or draw anew here uses those`;
  const samples = shown.flatMap(({title, sample}) =>
    sample === undefined
      ? []
      : ` Of ${title}, these rows are a sample: ${sample.rows.toLocaleString("en-GB")} of ${sample.of.toLocaleString("en-GB")} customers. Figures and claims are computed over all of them, unless their definition says sample. Charts of the search for groups, silhouettes, trees, stability, components, cross-validation and other preparations are of the sample.`,
  );
  const exact = samples.length === shown.length ? "" : " Figures and claims are computed on the exact rows.";
  return String(
    html`<p class="withheld">${rows}.${exact}${samples.join("")} <a href="${toRoot}review/data-quality#published-rows">What is published</a></p>\n`,
  );
}

/**
 * The bar on top of each page: the bank's logo, the site's title, on phones, the printed report where there is one, and the
 * switch of the evidence, which a script shows.
 *
 * @param toRoot relative path from the page to the site's root
 * @param pdf address of the printed report, on the page that links to it
 */
export function pageHeader({title, bank, logo}: SiteConfig, toRoot: string, pdf?: string): string {
  const picture =
    logo === undefined
      ? ""
      : html`<img class="report-logo" src="${toRoot}${logo}" alt="${bank ?? title}" height="28">`;
  const printed =
    pdf === undefined ? "" : html`<a class="report-pdf" href="${pdf}" type="application/pdf">PDF</a>`;
  return String(
    html`${picture}<a class="report-title" href="${toRoot}">${title}</a>${printed}<button type="button" id="evidence-switch" aria-pressed="false" hidden>Show the evidence</button>`,
  );
}
