import {expect, test} from "vitest";
import {siteSchema} from "../../../../data-loaders/datasets/siteConfig.js";
import {pageHeader, syntheticNotice} from "../../../../data-loaders/site/pages/footer.js";

const site = siteSchema.parse({title: "Report"});

const input = (id: string, synthetic: boolean) => ({
  id,
  title: id.toUpperCase(),
  name: `${id}.csv`,
  bytes: 1,
  rows: 1,
  sha256: "",
  synthetic,
  publishedRows: synthetic ? ("exact" as const) : ("grouped" as const),
  hasKeys: true,
});

test("a page of a chapter is judged by the chapter's own input, other pages by all", () => {
  const mixed = [input("bank", false), input("cards", true)];
  expect(syntheticNotice(mixed, "/bank/segments", "../")).toBe("");
  expect(syntheticNotice(mixed, "/cards/segments", "../")).toContain("no row is a real customer");
  const shared = syntheticNotice(mixed, "/index", "./");
  expect(shared).toContain("What is said of CARDS is built from");
  expect(shared).toContain('href="./review/provenance#synthetic-sample"');
});

test("the bar links to the printed report where there is one", () => {
  expect(pageHeader(site, "./", "report.pdf")).toContain('href="report.pdf"');
  expect(pageHeader(site, "./")).not.toContain("report.pdf");
});

test("the bar has the bank's logo where there is one", () => {
  expect(pageHeader(site, "../")).not.toContain("<img");
  expect(pageHeader({...site, bank: "Example Bank", logo: "logo.svg"}, "../")).toContain(
    '<img class="report-logo" src="../logo.svg" alt="Example Bank"',
  );
});

test("no page of real files carries it, and all pages of samples do", () => {
  expect(syntheticNotice([input("bank", false), input("cards", false)], "/index", "./")).toBe("");
  const both = [input("bank", true), input("cards", true)];
  expect(syntheticNotice(both, "/index", "./")).toContain("Built from");
});
