import {describe, expect, test} from "vitest";
import {findBrowser, launchBrowser, type TestMachine} from "../setup/browser.js";

function machine(has: readonly string[], rest: Partial<TestMachine> = {}): TestMachine {
  return {
    platform: "linux",
    env: {PATH: "/opt/bin:/usr/bin"},
    isExecutable: (path) => has.includes(path),
    installers: [],
    tell: () => {
      throw new Error("nothing may be installed here");
    },
    ...rest,
  };
}

describe("the browser for the tests", () => {
  test("is the one that CHROMIUM_PATH names", () => {
    const env = {PATH: "/usr/bin", CHROMIUM_PATH: "/my/chrome"};
    expect(findBrowser(machine(["/my/chrome", "/usr/bin/chromium"], {env}))).toBe("/my/chrome");
  });

  test("is never another than CHROMIUM_PATH names, where that cannot be run", () => {
    const env = {PATH: "/usr/bin", CHROMIUM_PATH: "/no/chrome"};
    expect(() => findBrowser(machine(["/usr/bin/chromium"], {env}))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: CHROMIUM_PATH is not a program that can be run: /no/chrome; correct or unset it]`,
    );
  });

  test.each<[NodeJS.Platform, string]>([
    ["linux", "/opt/bin/google-chrome-stable"],
    ["linux", "/snap/bin/chromium"],
    ["darwin", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
    ["win32", "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe"],
  ])("is found where it is usual on %s: %s", (platform, path) => {
    const env = {PATH: "/opt/bin:/usr/bin", PROGRAMFILES: "C:\\Program Files"};
    expect(findBrowser(machine([path], {platform, env}))).toBe(path);
  });

  const working = {what: "a package", install: () => "/project/chromium"};
  const refused = {
    what: "another package",
    install: () => {
      throw new Error("no such package");
    },
  };

  test("is installed where there is none, which is said in one line before", () => {
    const told: string[] = [];
    const installers = [refused, working, refused];
    expect(findBrowser(machine([], {installers, tell: (line) => told.push(line)}))).toBe("/project/chromium");
    expect(told).toEqual([
      "no browser found: installing another package (CARDLENS_TEST_INSTALL=no turns this off)",
      "no browser found: installing a package (CARDLENS_TEST_INSTALL=no turns this off)",
    ]);
  });

  test("is not installed where that is turned off", () => {
    const env = {PATH: "/usr/bin", CARDLENS_TEST_INSTALL: "no"};
    expect(() => findBrowser(machine([], {env, installers: [working]}))).toThrow(
      "\nCARDLENS_TEST_INSTALL=no: nothing was installed\n",
    );
  });

  test("is asked for with the way to fix it where there is none", () => {
    expect(() =>
      findBrowser(machine([], {installers: [refused], tell: () => {}})),
    ).toThrowErrorMatchingInlineSnapshot(`
      [Error: the tests open the built pages in a browser, and no Chromium, Chrome or Edge was found
      another package: no such package
      to fix it, do one of these and run npm test again:
        Debian:        sudo apt-get update && sudo apt-get install chromium
        Fedora:        sudo dnf install chromium
        macOS:         brew install --cask google-chrome
        Windows:       install Google Chrome, or use the Edge that is there
        anywhere else: CHROMIUM_PATH=/path/to/chrome npm test]
    `);
  });

  test("starts on this machine", async () => {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.setContent("<h1>here</h1>");
      expect(await page.textContent("h1")).toBe("here");
    } finally {
      await browser.close();
    }
  });
});
