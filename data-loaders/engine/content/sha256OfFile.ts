import {createHash} from "node:crypto";
import {createReadStream} from "node:fs";

/**
 * SHA-256 of a file that need not fit into memory.
 *
 * @param see is given each part of the content, in order
 */
export async function sha256OfFile(path: string, see: (bytes: Buffer) => void): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, {highWaterMark: 1 << 22})) {
    const bytes: Buffer = chunk;
    hash.update(bytes);
    see(bytes);
  }
  return hash.digest("hex");
}
