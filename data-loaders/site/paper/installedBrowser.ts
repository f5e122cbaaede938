import {accessSync, constants} from "node:fs";
import {delimiter, join} from "node:path";
import {SettingError} from "../../engine/project/settingError.js";

/** What decides where a browser is: this machine, or one that a test makes up. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  isExecutable(path: string): boolean;
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
 * Finds the Chromium, Chrome or Edge that `CHROMIUM_PATH` names or that is installed where its maker puts it.
 *
 * @param others further places to look, last
 * @returns its path, or undefined where there is none
 * @throws SettingError where `CHROMIUM_PATH` names something that cannot be run
 */
export function installedBrowser(machine: Machine, others: readonly string[] = []): string | undefined {
  const named = machine.env.CHROMIUM_PATH;
  if (named && !machine.isExecutable(named))
    throw new SettingError(`CHROMIUM_PATH is not a program that can be run: ${named}; correct or unset it`);
  return named || [...usualPlaces(machine), ...others].find(machine.isExecutable);
}

/** The machine that this process runs on. */
export const thisMachine: Machine = {platform: process.platform, env: process.env, isExecutable};

/** Chromium's arguments: nothing is fetched in the background, and root, as in a container, needs to go without its sandbox. */
export function browserArguments(): string[] {
  const quiet = ["--disable-gpu", "--disable-background-networking"];
  return process.getuid?.() === 0 ? [...quiet, "--no-sandbox"] : quiet;
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

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
