import {spawnSync} from "node:child_process";
import {existsSync} from "node:fs";
import {type Browser, chromium} from "playwright-core";
import {
  browserArguments,
  installedBrowser,
  type Machine,
  thisMachine,
} from "../../data-loaders/site/paper/installedBrowser.js";
import {browserPackage, installBrowserPackage, packagedBrowser} from "./browserPackage.js";

/** The machine that the tests run on, or one that a test makes up, and what can be done where it has no browser. */
export interface TestMachine extends Machine {
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

/**
 * Finds a browser for the tests: the one that `CHROMIUM_PATH` names, else an installed Chromium, Chrome or Edge, else one
 * that is installed now, after saying so. With `CARDLENS_TEST_INSTALL=no`, nothing is installed.
 *
 * @throws Error that says how to mend it
 */
export function findBrowser(machine: TestMachine = machineOfTests()): string {
  const found = installedBrowser(machine, [packagedBrowser]);
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

function machineOfTests(): TestMachine {
  const isDebianRoot =
    process.getuid?.() === 0 && existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get");
  return {
    ...thisMachine,
    installers: [
      ...(process.platform === "linux" && process.arch === "x64"
        ? [{what: browserPackage, install: installBrowserPackage}]
        : []),
      ...(isDebianRoot ? [{what: "Debian's chromium with apt-get", install: installDebianPackage}] : []),
    ],
    tell: (line) => console.error(line),
  };
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
    args: browserArguments(),
  });
}
