import {createHash, type Hash} from "node:crypto";

/**
 * SHA-256 of a value, in hexadecimal: equal values have equal keys. (The bytes of `v8.serialize` will not do:
 * they tell a 1 that was computed from a 1 that was counted.)
 *
 * @param value numbers, text, truth values, `null`, typed arrays; arrays, maps, sets and plain objects of them
 * @throws TypeError for anything else
 */
export function valueKey(value: unknown): string {
  const hash = createHash("sha256");
  addValue(hash, value);
  return hash.digest("hex");
}

function addValue(hash: Hash, value: unknown): void {
  if (typeof value === "number") hash.update(`number ${exact(value)};`);
  else if (typeof value === "string") addText(hash, value);
  else if (value === null || value === undefined || typeof value === "boolean") hash.update(`${value};`);
  else if (ArrayBuffer.isView(value)) addBytes(hash, value);
  else if (Array.isArray(value)) addArray(hash, value);
  else if (value instanceof Map) addAll(hash, `map ${value.size}:`, Array.from(value).flat());
  else if (value instanceof Set) addAll(hash, `set ${value.size}:`, [...value]);
  else if (isPlain(value)) {
    const entries = Object.entries(value);
    addAll(hash, `object ${entries.length}:`, entries.flat());
  } else throw new TypeError(`a stage cannot give this value: ${Object.prototype.toString.call(value)}`);
}

function addAll(hash: Hash, kind: string, values: readonly unknown[]): void {
  hash.update(kind);
  for (const value of values) addValue(hash, value);
}

function addText(hash: Hash, text: string): void {
  hash.update(`text ${Buffer.byteLength(text)}:`).update(text);
}

function addBytes(hash: Hash, view: ArrayBufferView): void {
  hash.update(`${Object.prototype.toString.call(view)} ${view.byteLength}:`);
  hash.update(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
}

/** Long arrays of numbers are hashed in one go. */
function addArray(hash: Hash, values: readonly unknown[]): void {
  if (values.every((value) => typeof value === "number"))
    hash.update(`numbers ${values.length}:${values.map(exact).join()};`);
  else addAll(hash, `array ${values.length}:`, values);
}

/** The shortest decimal that gives the number back; zero keeps its sign. */
function exact(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  const prototype: unknown =
    typeof value === "object" && value !== null ? Object.getPrototypeOf(value) : undefined;
  return prototype === Object.prototype || prototype === null;
}
