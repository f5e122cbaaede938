import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {JSDOM} from "jsdom";
import {describe, expect, test} from "vitest";
import {filesBelow} from "../../../../data-loaders/engine/project/sourceFiles.js";
import {foldersNamedByContent, hostFiles} from "../../../../data-loaders/site/build/hostFiles.js";
import {serveSite} from "../../../../data-loaders/site/serve/serveSite.js";
import {builtSite} from "../../../setup/builtSite.js";

const {folder} = await builtSite();
const files = hostFiles("Cardlens");

describe("the files for static hosts", () => {
  test("are in the site, GitHub's mark among them", async () => {
    for (const [name, text] of files) expect(readFileSync(join(folder, name), "utf8"), name).toBe(text);
    expect(files.get(".nojekyll")).toBe("");
  });

  test("name every folder that begins with an underscore, and all files in these carry a hash or a version", async () => {
    const named = (await filesBelow(folder)).filter((file) => file.startsWith("_") && file.includes("/"));
    expect(new Set(named.map((file) => file.split("/")[0]))).toEqual(new Set(foldersNamedByContent));
    expect(
      named.filter((file) => !/\.[0-9a-f]{8}\.\w+$|\/[0-9a-f]{8}\.js$|@\d+\.\d+\.\d+\//.test(file)),
    ).toEqual([]);
  });

  test("say the same: no frames, types as declared, and long life for what never changes", () => {
    for (const name of ["_headers", ".htaccess", "web.config"]) {
      const text = files.get(name);
      expect(text, name).toContain("frame-ancestors 'self'");
      expect(text, name).toContain("nosniff");
      expect(text, name).toContain("immutable");
      for (const unchanging of foldersNamedByContent)
        expect(text, `${name} ${unchanging}`).toContain(unchanging);
    }
    const xml = new JSDOM(files.get("web.config"), {contentType: "text/xml"});
    expect(xml.window.document.querySelectorAll("location").length).toBe(foldersNamedByContent.length);
  });

  test("are what npm start sends", async () => {
    const {url, close} = await serveSite(3_000, folder);
    const page = await fetch(url);
    expect(page.headers.get("content-security-policy")).toBe("frame-ancestors 'self'");
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    expect(page.headers.get("cache-control")).toBe("no-cache");
    const script = (await filesBelow(join(folder, "_import")))[0];
    expect((await fetch(`${url}_import/${script}`)).headers.get("cache-control")).toContain("immutable");
    close();
  });
});

describe("each page's policy", () => {
  test("allows no inline script but the page's own, no eval, no handler but htl's placeholders where that is loaded, and style sheets by hash where the editor does not write them", async () => {
    const pages = (await filesBelow(folder)).filter((file) => file.endsWith(".html"));
    const inline: string[] = [];
    const placeholder = `'sha256-${createHash("sha256").update("::0").digest("base64")}'`;
    for (const page of pages) {
      const html = readFileSync(join(folder, page), "utf8");
      const [, policy = ""] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
      const directive = (name: string) => new RegExp(`(?:^|; )${name} ([^;]*)`).exec(policy)?.[1] ?? "";
      expect(directive("script-src"), page).not.toMatch(/'unsafe-(inline|eval|hashes)'/);
      const loadsHtl = html.includes("/_npm/htl@");
      expect(directive("script-src-attr").includes(placeholder), page).toBe(loadsHtl);
      expect(directive("script-src-attr"), page).toMatch(
        loadsHtl ? /^'unsafe-hashes'( 'sha256-[\w+/]{43}=')+$/ : /^$/,
      );
      expect(directive("style-src-elem"), page).toMatch(/sha256-|unsafe-inline/);
      if (directive("style-src-elem").includes("unsafe-inline")) inline.push(page);
    }
    expect(inline).toEqual(["explore.html"]);
  });
});
