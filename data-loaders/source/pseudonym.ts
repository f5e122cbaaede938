import {createHmac} from "node:crypto";
import {SettingError} from "../settingError.js";

/** Environment variable with the secret that pseudonyms are made with. */
export const PSEUDONYM_VARIABLE = "CARDLENS_PSEUDONYM_KEY";

const DEFAULT_SECRET = "cardlens: a public default that hides nothing from who tries all keys";
const SHORTEST_SECRET = 16;
const CHARACTERS = 16;

/** The secret behind the pseudonyms. */
export interface PseudonymSecret {
  secret: string;
  /** True for the default, which anybody can read in this file. */
  weak: boolean;
}

/**
 * The secret to make pseudonyms with: the value of `CARDLENS_PSEUDONYM_KEY`, or the default if it is
 * undefined or empty.
 *
 * The default keeps keys off the page and ids stable, no more: five-digit keys are 100,000 in number,
 * and whoever has this file tries them all in a second. A report on real customers that leaves the
 * bank needs a secret of its own.
 *
 * @throws SettingError if the value has fewer than 16 characters
 */
export function pseudonymSecret(given: string | undefined): PseudonymSecret {
  const secret = given?.trim() ?? "";
  if (secret === "") return {secret: DEFAULT_SECRET, weak: true};
  if (secret.length < SHORTEST_SECRET) {
    throw new SettingError(
      `${PSEUDONYM_VARIABLE} has ${secret.length} characters; expected at least ${SHORTEST_SECRET}. ` +
        "Make one with: openssl rand -hex 32",
    );
  }
  return {secret, weak: false};
}

/**
 * Replaces customer keys by pseudonyms, one for each row, all different.
 *
 * A pseudonym is `c` and the first 64 bits, in hexadecimal, of HMAC-SHA-256 (RFC 2104, FIPS 198-1) of
 * the data set and the key. The same key gets the same pseudonym in each build with the same secret,
 * so two editions of a report can be compared customer by customer; two data sets share none. The
 * second row of a key gets the suffix `-2`, the third `-3`, in the order of the rows.
 *
 * @param keys the customers' keys, n
 * @param given the value of `CARDLENS_PSEUDONYM_KEY`; see `pseudonymSecret`
 * @param dataset id of the data set
 * @returns n pseudonyms
 * @throws RangeError if the secret is too short, or if two keys get the same pseudonym (expected once in 40 million tables of a million keys)
 */
export function pseudonyms(keys: readonly string[], given: string | undefined, dataset: string): string[] {
  const {secret} = pseudonymSecret(given);
  const rows = new Map<string, number>();
  const owners = new Map<string, string>();
  return keys.map((key) => {
    const pseudonym = hash(key, dataset, secret);
    const owner = owners.get(pseudonym) ?? key;
    if (owner !== key) throw new RangeError(`two keys have the pseudonym ${pseudonym}; use another secret`);
    owners.set(pseudonym, key);
    const occurrence = (rows.get(key) ?? 0) + 1;
    rows.set(key, occurrence);
    return occurrence === 1 ? pseudonym : `${pseudonym}-${occurrence}`;
  });
}

function hash(key: string, dataset: string, secret: string): string {
  const digest = createHmac("sha256", secret).update(`${dataset}\0${key}`).digest("hex");
  return `c${digest.slice(0, CHARACTERS)}`;
}
