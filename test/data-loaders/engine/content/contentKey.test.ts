import fc from "fast-check";
import {expect, test} from "vitest";
import {contentKey} from "../../../../data-loaders/engine/content/contentKey.js";

test("the content key of no parts is the SHA-256 of nothing (FIPS 180-4)", () => {
  expect(contentKey()).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});

test("parts that join to the same text have different keys where they are divided differently", () => {
  const parts = fc.array(fc.string(), {minLength: 1, maxLength: 5});
  fc.assert(
    fc.property(parts, parts, (a, b) => {
      expect(contentKey(...a) === contentKey(...b)).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
  );
  expect(contentKey("ab", "c")).not.toBe(contentKey("a", "bc"));
  expect(contentKey("", "a")).not.toBe(contentKey("a", ""));
  expect(contentKey("1:a")).not.toBe(contentKey("", "1:a"));
});

test("text has the key of its UTF-8 bytes", () => {
  fc.assert(
    fc.property(fc.string({unit: "binary"}), (text) => {
      expect(contentKey(text)).toBe(contentKey(new TextEncoder().encode(text)));
    }),
  );
});
