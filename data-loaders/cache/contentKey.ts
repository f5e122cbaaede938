import {createHash} from "node:crypto";

/** SHA-256 of the parts in order, in hexadecimal; the length of each part is part of the key. */
export function contentKey(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("hex");
}
