import {expect, test} from "vitest";
import {siteSchema} from "../../../../data-loaders/datasets/siteConfig.js";
import {ownColours} from "../../../../data-loaders/site/pages/ownColours.js";

test("the bank's colours take the place of the report's, on light and on dark screens", () => {
  expect(ownColours(siteSchema.parse({}))).toBe("");
  const site = siteSchema.parse({colours: {groups: ["#123456", "#abcdef"], groupsDark: ["#ffffff"]}});
  expect(ownColours(site)).toBe(
    "html:root{--segment-1:#123456;--segment-2:#abcdef}@media (prefers-color-scheme: dark){html:root{--segment-1:#ffffff}}",
  );
});

test("links take the bank's colour", () => {
  const site = siteSchema.parse({colours: {accent: "#aa0000", accentDark: "#ff8888"}});
  expect(ownColours(site)).toBe(
    "html:root{--theme-foreground-focus:#aa0000}@media (prefers-color-scheme: dark){html:root{--theme-foreground-focus:#ff8888}}",
  );
});

test("a logo is a picture that is there", () => {
  const message = (logo: string) => siteSchema.safeParse({logo}).error?.issues[0]?.message;
  expect(message("logo.pdf")).toContain("expected a picture");
  expect(message("nowhere.svg")).toBe("there is no such file in src/");
});

test("a colour that is none is refused", () => {
  expect(siteSchema.safeParse({colours: {groups: ["red"]}}).success).toBe(false);
});
