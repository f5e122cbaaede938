/** Width in pixels of a character at the charts' font size of 13 px, on the wide side. */
const characterWidth = 7.3;
/** Between a name and the frame. */
const gap = 13;
/** Charts narrower than this are for phones: their names take two lines where they are long. */
const phone = 500;
const longestLine = 16;

/** How names stand at the left of a chart's rows. */
export interface RowNames {
  marginLeft: number;
  tickFormat: (name: string) => string;
}

/** Room for the names of a chart's rows; on a phone long names are broken in two, so that the chart itself has room. */
export function rowNames(names: readonly unknown[], width: number): RowNames {
  const tickFormat = (name: string) => (width < phone && name.length > longestLine ? inTwoLines(name) : name);
  const lines = names.flatMap((name) => tickFormat(String(name)).split("\n"));
  return {
    marginLeft: Math.ceil(Math.max(...lines.map(({length}) => length)) * characterWidth + gap),
    tickFormat,
  };
}

/** Breaks a name at the space nearest to its middle. */
export function inTwoLines(name: string): string {
  const spaces = [...name.matchAll(/ /g)].map(({index}) => index);
  if (spaces.length === 0) return name;
  const fromMiddle = (at: number) => Math.abs(at - name.length / 2);
  const at = spaces.reduce((best, space) => (fromMiddle(space) < fromMiddle(best) ? space : best));
  return `${name.slice(0, at)}\n${name.slice(at + 1)}`;
}
