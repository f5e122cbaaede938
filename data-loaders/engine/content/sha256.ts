import {createHash} from "node:crypto";

/** SHA-256 of text in UTF-8 or of bytes, as `sha256sum` prints it; in base64 for a content security policy. */
export function sha256(content: string | Uint8Array, encoding: "hex" | "base64" = "hex"): string {
  return createHash("sha256").update(content).digest(encoding);
}
