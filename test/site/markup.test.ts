import {createHash} from "node:crypto";
import {existsSync, readFileSync, statSync} from "node:fs";
import {join, posix} from "node:path";
import {JSDOM} from "jsdom";
import {describe, expect, test} from "vitest";
import {readManifest} from "../../data-loaders/edition/manifest.js";
import {filesBelow} from "../../data-loaders/engine/project/sourceFiles.js";
import {builtSite, isPage} from "../setup/builtSite.js";

const {folder, project} = await builtSite();
const files = await filesBelow(folder);
const manifest = await readManifest(folder);
const documents = new Map(
  files.filter(isPage).map((file) => [file, new JSDOM(readFileSync(join(folder, file))).window.document]),
);

const sha256 = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

describe("the manifest", () => {
  test("names each input with its bytes, SHA-256 and rows, and says that it is synthetic", () => {
    const inputs = ["alllife", "card-usage"].map((dataset) => {
      const name = `${dataset}.sample.csv`;
      const path = join(project, "data-loaders/datasets", dataset, "sample", name);
      const rows = readFileSync(path, "utf8").trimEnd().split("\n").length - 1;
      return {
        dataset,
        name,
        bytes: statSync(path).size,
        sha256: sha256(path),
        rows,
        synthetic: true,
        hasKeys: true,
      };
    });
    expect(manifest?.inputs).toEqual(inputs);
  });

  test("has the SHA-256 of every other file, as sha256sum prints it, and names no further file", () => {
    const others = files.filter((file) => file !== "manifest.json");
    expect(manifest?.files).toEqual(
      Object.fromEntries(others.map((file) => [file, sha256(join(folder, file))])),
    );
  });

  test("lists the figures and claims", () => {
    expect(manifest?.figures["alllife.customers"]).toEqual({value: 660, text: "660"});
    expect(manifest?.claims["alllife.premium-online"]).toBe("holds");
  });
});

test("databases and tables keep their address", () => {
  expect(files).toEqual(
    expect.arrayContaining([
      "data/alllife.duckdb",
      "data/alllife/customers.parquet",
      "data/card-usage.duckdb",
    ]),
  );
});

test("no file of the site names the folder that it was built in", () => {
  const naming = files.filter((file) => readFileSync(join(folder, file)).includes(project));
  expect(naming).toEqual([]);
});

describe.each([...documents.keys()])("%s", (page) => {
  const document = documents.get(page) ?? new JSDOM("").window.document;

  test("has its language, a title and one first heading", () => {
    expect(document.documentElement.lang).toBe("en");
    expect(document.title).toMatch(/\S.*Cardlens/);
    const headings = Array.from(document.querySelectorAll("main :is(h1, h2, h3)"), ({tagName}) => tagName);
    expect(headings.indexOf("H1")).toBe(0);
    expect(headings.lastIndexOf("H1")).toBe(0);
  });

  test("lists its sections beside it, those of a list of the review too", () => {
    const contents = document.querySelector("#observablehq-toc");
    if (contents === null) return;
    const listed = Array.from(contents.querySelectorAll("a"), (link) => link.getAttribute("href"));
    const sections = Array.from(
      document.querySelectorAll("main h2[id]"),
      ({id}) => `#${encodeURIComponent(id)}`,
    );
    expect(sections.filter((section) => !listed.includes(section))).toEqual([]);
  });

  test("may be zoomed", () => {
    expect(document.querySelector("meta[name=viewport]")?.getAttribute("content")).not.toMatch(
      /maximum-scale|user-scalable/,
    );
  });

  test("has a policy before its first script, which allows no other host and names every inline script", () => {
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
    expect(policy?.parentElement).toBe(document.head);
    for (const script of document.querySelectorAll("script, link")) {
      const order = policy?.compareDocumentPosition(script) ?? 0;
      expect(order & 4, `after the policy: ${script.outerHTML.slice(0, 80)}`).toBe(4);
    }
    const content = policy?.getAttribute("content") ?? "";
    expect(content).toContain("default-src 'self'");
    expect(content).not.toMatch(/https?:|\*|'unsafe-eval'/);
    expect(/script-src [^;]*/.exec(content)?.[0]).not.toContain("unsafe-inline");
    for (const {textContent} of document.querySelectorAll("script:not([src])"))
      expect(content).toContain(
        createHash("sha256")
          .update(textContent ?? "")
          .digest("base64"),
      );
  });

  test("names its inputs, their SHA-256 and rows in the footer, and says that they are synthetic", () => {
    const footer = document.querySelector("#observablehq-footer")?.textContent ?? "";
    for (const {name, sha256, rows} of manifest?.inputs ?? []) {
      expect(footer).toContain(name);
      expect(footer).toContain(sha256.slice(0, 12));
      expect(footer).toContain(`${rows.toLocaleString("en-US")} rows`);
    }
    expect(footer.match(/Synthetic sample: no row is a real customer/g)).toHaveLength(
      manifest?.inputs.length ?? 0,
    );
    expect(document.querySelector("main .synthetic")?.textContent).toContain("synthetic sample");
  });

  test("names no other host in what it loads", () => {
    const loaded = Array.from(
      document.querySelectorAll("script[src], link[href], img[src]"),
      (element) => element.getAttribute("src") ?? element.getAttribute("href") ?? "",
    );
    expect(loaded.filter((address) => /^(https?:)?\/\//.test(address))).toEqual([]);
  });

  test("has only links that lead somewhere", () => {
    const links = Array.from(document.querySelectorAll("a[href]"), (link) => link.getAttribute("href") ?? "");
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((href) => !leadsSomewhere(href, page))).toEqual([]);
  });
});

function leadsSomewhere(href: string, page: string): boolean {
  const {origin, pathname, hash} = new URL(href, `https://site.invalid/base/${page}`);
  if (origin !== "https://site.invalid") return /^https?:|^mailto:/.test(href);
  if (!pathname.startsWith("/base/")) return false;
  const path = decodeURIComponent(pathname.slice("/base/".length));
  const file = [path, `${path}.html`, posix.join(path, "index.html")].find(
    (candidate) => files.includes(candidate) && existsSync(join(folder, candidate)),
  );
  if (file === undefined) return false;
  return (
    hash === "" || (documents.get(file)?.getElementById(decodeURIComponent(hash.slice(1))) ?? null) !== null
  );
}
