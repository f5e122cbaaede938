import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {pseudonyms} from "../../../data-loaders/source/pseudonym.js";

const SECRET = "0123456789abcdef0123456789abcdef";

describe("pseudonyms", () => {
  test("are the first 64 bits of HMAC-SHA-256, as OpenSSL 3.0 computes it", () => {
    // printf 'alllife\0%s' 10001 | openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef
    expect(pseudonyms(["10001"], SECRET, "alllife")).toEqual(["c320a1a8815e9003f"]);
  });

  test("are stable: they depend neither on the other keys nor on the order of the rows", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), (keys) => {
        const together = new Map(keys.map((key, i) => [key, pseudonyms(keys, SECRET, "a")[i]]));
        const reversed = keys.toReversed();
        expect(pseudonyms(reversed, SECRET, "a")).toEqual(reversed.map((key) => together.get(key)));
      }),
      {numRuns: 30},
    );
  });

  test("are unique per row: further rows of a key get a suffix", () => {
    const [first, other, second, third] = pseudonyms(["1", "2", "1", "1"], SECRET, "a");
    expect([second, third]).toEqual([`${first}-2`, `${first}-3`]);
    expect(other).not.toContain(first);
    fc.assert(
      fc.property(fc.array(fc.constantFrom("1", "2", "__proto__", "1-2", "")), (keys) => {
        expect(new Set(pseudonyms(keys, SECRET, "a")).size).toBe(keys.length);
      }),
    );
  });

  test("keep keys apart that differ in leading zeros", () => {
    expect(new Set(pseudonyms(["1", "01", "001"], SECRET, "a")).size).toBe(3);
  });

  test("differ between data sets and between secrets", () => {
    const all = [
      pseudonyms(["1"], SECRET, "a"),
      pseudonyms(["1"], SECRET, "b"),
      pseudonyms(["1"], `${SECRET}0`, "a"),
    ];
    expect(new Set(all.flat()).size).toBe(3);
  });

  test("never contain the key", () => {
    const keys = Array.from({length: 2_000}, (_, i) => String(10_000 + i));
    const ids = pseudonyms(keys, SECRET, "alllife");
    expect(ids.every((id) => /^c[0-9a-f]{16}$/.test(id))).toBe(true);
    expect(ids.filter((id, i) => id.includes(keys[i]))).toEqual([]);
  });
});
