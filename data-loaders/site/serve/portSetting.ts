import {SettingError} from "../../engine/project/settingError.js";

const usual = 3000;
/** The last port there is. */
export const lastPort = 65_535;

/**
 * The first port to try: the value of `PORT`, or 3000 if it is undefined or empty.
 *
 * @throws SettingError if the value is no port
 */
export function portSetting(given: string | undefined): number {
  const text = given?.trim() ?? "";
  if (text === "") return usual;
  const port = /^\d+$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= lastPort) return port;
  throw new SettingError(
    `PORT is ${text}; expected a whole number from 1 to ${lastPort}, for example PORT=8080`,
  );
}
