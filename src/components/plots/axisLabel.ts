/** A variable's name with its unit, for an axis; “Calls a year”, not “Calls (calls a year)”. */
export function axisLabel({label, unit}: {label: string; unit: string}): string {
  if (unit === "" || label.toLowerCase().endsWith(unit)) return label;
  const noun = label.toLowerCase().split(" ").at(-1) ?? "";
  return unit.startsWith(`${noun} `) ? `${label}${unit.slice(noun.length)}` : `${label} (${unit})`;
}
