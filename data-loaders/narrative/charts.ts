/** A chart drawn at build time, with its data as a table. */
export interface ChartMarkup {
  id: string;
  html: string;
}
