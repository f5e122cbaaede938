import {isDeepStrictEqual} from "node:util";
import {deserialize, serialize} from "node:v8";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {valueKey} from "../../../../data-loaders/engine/content/valueKey.js";

const value = fc.letrec<{value: unknown}>((tie) => ({
  value: fc.oneof(
    {depthSize: "small", withCrossShrink: true},
    fc.constantFrom(null, undefined, true, false, 0, -0, 1, NaN, Infinity, "", "0", "1,2", "null;"),
    fc.double(),
    fc.integer(),
    fc.string(),
    fc.float64Array({maxLength: 4, noNaN: true}),
    fc.uint8Array({maxLength: 4}),
    fc.array(tie("value"), {maxLength: 4}),
    fc.dictionary(fc.string({maxLength: 3}), tie("value"), {maxKeys: 3, noNullPrototype: true}),
    fc
      .array(fc.tuple(fc.string({maxLength: 2}), tie("value")), {maxLength: 3})
      .map((entries) => new Map(entries)),
    fc.uniqueArray(fc.integer({min: 0, max: 3})).map((values) => new Set(values)),
  ),
})).value;

describe("the key of a value", () => {
  test("is the same after the value was stored and read", () => {
    fc.assert(
      fc.property(value, (a) => {
        expect(valueKey(deserialize(serialize(a)))).toBe(valueKey(a));
      }),
    );
  });

  test("is another for another value", () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        if (!isDeepStrictEqual(a, b)) expect(valueKey(a)).not.toBe(valueKey(b));
      }),
    );
    const alike = [
      [1, 2],
      ["1", "2"],
      "1,2",
      [[1], 2],
      [1, [2]],
      [1, 2, undefined],
      {0: 1, 1: 2},
      new Set([1, 2]),
      new Map([[1, 2]]),
    ];
    const arrays = [
      new Uint8Array([1, 2]),
      new Int8Array([1, 2]),
      new Float64Array([1, 2]),
      [],
      {},
      new Map(),
      "",
      null,
    ];
    expect(new Set([...alike, ...arrays].map(valueKey)).size).toBe(alike.length + arrays.length);
  });

  test("does not tell how the machine holds a number", () => {
    const counted = {n: 1};
    const computed = {n: 0.5};
    computed.n += 0.5;
    const elsewhere = {n: 0.5};
    expect(serialize(counted).equals(serialize(computed))).toBe(false);
    expect(valueKey(computed)).toBe(valueKey(counted));
    expect(valueKey(elsewhere)).not.toBe(valueKey(counted));
  });

  test.each([[() => 1], [Symbol("a")], [new Date(0)], [new (class Model {})()], [/a/]])(
    "cannot be made of %s",
    (odd) => {
      expect(() => valueKey({odd})).toThrow(TypeError);
    },
  );
});
