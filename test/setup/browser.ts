import {spawnSync} from "node:child_process";
import {accessSync, constants, existsSync} from "node:fs";
import {delimiter, join} from "node:path";
import {type Browser, chromium} from "playwright-core";
import {browserPackage, installBrowserPackage, packagedBrowser} from "./browserPackage.js";

/** What decides where a browser is: the machine that the tests run on, or one that a test makes up. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  isExecutable(path: string): boolean;
  /** Ways to get a browser where there is none, the first first. */
  installers: readonly Installer[];
  /** Tells the reader of the tests' output. */
  tell(line: string): void;
}

/** A way to get a browser. */
export interface Installer {
  /** What is installed, from where, and to where. */
  what: string;
  /**
   * @returns path of the browser
   * @throws Error that says what went wrong
   */
  install(): string;
}

const commands = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
];

const macApplications = [
  "Google Chrome.app/Contents/MacOS/Google Chrome",
  "Chromium.app/Contents/MacOS/Chromium",
  "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

const windowsPrograms = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Chromium\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * Finds a browser for the tests: the one that `CHROMIUM_PATH` names, else an installed Chromium, Chrome or Edge, else one
 * that is installed now, after saying so. With `CARDLENS_TEST_INSTALL=no`, nothing is installed.
 *
 * @throws Error that says how to mend it
 */
export function findBrowser(machine: Machine = thisMachine()): string {
  const named = machine.env.CHROMIUM_PATH;
  if (named) {
    if (machine.isExecutable(named)) return named;
    throw new Error(`CHROMIUM_PATH is not a program that can be run: ${named}; correct or unset it`);
  }
  const found = [...usualPlaces(machine), packagedBrowser].find(machine.isExecutable);
  if (found !== undefined) return found;
  const refusals: string[] = [];
  if (machine.env.CARDLENS_TEST_INSTALL === "no")
    refusals.push("CARDLENS_TEST_INSTALL=no: nothing was installed");
  else
    for (const {what, install} of machine.installers) {
      machine.tell(`no browser found: installing ${what} (CARDLENS_TEST_INSTALL=no turns this off)`);
      try {
        return install();
      } catch (error) {
        refusals.push(`${what}: ${error instanceof Error ? error.message : error}`);
      }
    }
  throw new Error(
    [
      "the tests open the built pages in a browser, and no Chromium, Chrome or Edge was found",
      ...refusals,
      "to fix it, do one of these and run npm test again:",
      "  Debian:        sudo apt-get update && sudo apt-get install chromium",
      "  Fedora:        sudo dnf install chromium",
      "  macOS:         brew install --cask google-chrome",
      "  Windows:       install Google Chrome, or use the Edge that is there",
      "  anywhere else: CHROMIUM_PATH=/path/to/chrome npm test",
    ].join("\n"),
  );
}

function usualPlaces({platform, env}: Machine): string[] {
  if (platform === "darwin")
    return ["/Applications", join(env.HOME ?? "", "Applications")].flatMap((folder) =>
      macApplications.map((application) => join(folder, application)),
    );
  if (platform === "win32")
    return [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => windowsPrograms.map((program) => `${folder}\\${program}`));
  const folders = [...(env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/local/bin", "/snap/bin"];
  return [...new Set(folders.filter((folder) => folder !== ""))].flatMap((folder) =>
    commands.map((command) => join(folder, command)),
  );
}

function thisMachine(): Machine {
  const isDebianRoot =
    process.getuid?.() === 0 && existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get");
  return {
    platform: process.platform,
    env: process.env,
    isExecutable,
    installers: [
      ...(process.platform === "linux" && process.arch === "x64"
        ? [{what: browserPackage, install: installBrowserPackage}]
        : []),
      ...(isDebianRoot ? [{what: "Debian's chromium with apt-get", install: installDebianPackage}] : []),
    ],
    tell: (line) => console.error(line),
  };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installDebianPackage(): string {
  const env = {...process.env, DEBIAN_FRONTEND: "noninteractive"};
  for (const args of [
    ["update", "-q"],
    ["install", "-q", "-y", "--no-install-recommends", "chromium"],
  ]) {
    const {status, stderr, error} = spawnSync("apt-get", args, {env, encoding: "utf8"});
    if (status !== 0) throw new Error((error?.message ?? stderr).trim());
  }
  return "/usr/bin/chromium";
}

/** Starts the browser that the tests share; who starts it closes it. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
}
