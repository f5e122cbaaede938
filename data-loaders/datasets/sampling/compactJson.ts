/** Writes JSON with one line for each array of numbers (nested or not), so that a change shows as one line. */
export function compactJson(value: unknown, indent = ""): string {
  if (value === null || typeof value !== "object" || isFlat(value)) return JSON.stringify(value);
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const entries = Array.isArray(value)
    ? value.map((item) => compactJson(item, inner))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${compactJson(item, inner)}`);
  return `${open}\n${entries.map((entry) => inner + entry).join(",\n")}\n${indent}${close}`;
}

/** An array of scalars or of short arrays of scalars. */
function isFlat(value: object): boolean {
  if (!Array.isArray(value)) return false;
  return value.every(
    (item) => item === null || typeof item !== "object" || (isFlat(item) && item.length <= 2),
  );
}
