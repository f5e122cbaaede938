import {DataType} from "npm:apache-arrow";
import type {Cell} from "./cell.js";

/** A value inside a list, struct or map. */
type Nested = Cell | Nested[] | {[key: string]: Nested};

/**
 * A value of an Arrow column as a plain JavaScript value: whole numbers and decimals as numbers, dates and
 * times as ISO text, lists and structs as JSON, bytes in hexadecimal.
 *
 * DuckDB's own casts (`castBigIntToDouble` and its kin) are not used: in version 1.29 they garble values
 * inside lists and structs.
 */
export function arrowCell(value: unknown, type: DataType): Cell {
  const plain = nested(value, type);
  return typeof plain === "object" && plain !== null ? JSON.stringify(plain) : plain;
}

function nested(value: unknown, type: DataType): Nested {
  if (value === null || value === undefined) return null;
  if (DataType.isDecimal(type)) return decimal(value, type.scale);
  if (DataType.isDate(type)) return isoText(Number(value)).slice(0, 10);
  if (DataType.isTimestamp(type)) return isoText(Number(value));
  if (DataType.isTime(type)) return isoText(Number(value) / 1000).slice(11);
  // Arrow 17 does not read the unit (months, days, nanoseconds) in which DuckDB writes intervals.
  if (DataType.isInterval(type)) return "CAST the interval AS VARCHAR to see it";
  if (DataType.isDictionary(type)) return nested(value, type.dictionary);
  if (ArrayBuffer.isView(value)) return hexadecimal(value);
  if (typeof value === "bigint") return wholeNumber(value);
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  return container(value, type);
}

function container(value: unknown, type: DataType): Nested {
  const fields = type.children ?? [];
  if (DataType.isStruct(type))
    return Object.fromEntries(
      Object.entries(Object(value)).map(([key, item], i) => [key, nested(item, fields[i].type)]),
    );
  if (DataType.isMap(type))
    return Object.fromEntries(
      Object.entries(Object(value)).map(([key, item]) => [key, nested(item, type.valueType)]),
    );
  const isList = typeof value === "object" && value !== null && Symbol.iterator in value;
  if (!isList) return String(value);
  return Array.from(Object(value), (item) => nested(item, fields[0].type));
}

/** 128 bits, little-endian, two's complement; through decimal text, so that the nearest double is taken. */
function decimal(value: unknown, scale: number): Cell {
  if (!ArrayBuffer.isView(value)) return String(value);
  const bits = new DataView(value.buffer, value.byteOffset, value.byteLength);
  const whole = (bits.getBigInt64(8, true) << 64n) | bits.getBigUint64(0, true);
  return scale === 0 ? wholeNumber(whole) : Number(`${whole}e-${scale}`);
}

function wholeNumber(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}

/** `2024-01-31 09:30:00`, with fractions of a second where there are any. */
function isoText(milliseconds: number): string {
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) return milliseconds < 0 ? "-infinity" : "infinity";
  return date
    .toISOString()
    .replace("T", " ")
    .replace(/(\.000)?Z$/, "");
}

function hexadecimal({buffer, byteOffset, byteLength}: ArrayBufferView): string {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
