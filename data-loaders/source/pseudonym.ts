import {createHmac} from "node:crypto";

const CHARACTERS = 16;

/**
 * Replaces customer keys by pseudonyms, one for each row, all different.
 *
 * A pseudonym is `c` and the first 64 bits, in hexadecimal, of HMAC-SHA-256 (RFC 2104, FIPS 198-1) of
 * the data set and the key. The same key gets the same pseudonym in each build with the same secret,
 * so two editions of a report can be compared customer by customer; two data sets share none. The
 * second row of a key gets the suffix `-2`, the third `-3`, in the order of the rows.
 *
 * @param keys the customers' keys, n
 * @param secret see `pseudonymSecret`
 * @param dataset id of the data set
 * @returns n pseudonyms
 * @throws RangeError if two keys get the same pseudonym (expected once in 40 million tables of a million keys)
 */
export function pseudonyms(keys: readonly string[], secret: string, dataset: string): string[] {
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
