/** One row of a query's result. */
export type Row = Record<string, number | string | boolean | null>;

/** How large to draw, and into which document (a browser's own, or one made at build time). */
export interface DrawOptions {
  width: number;
  document?: Document;
}

/** A chart that is drawn at build time and so can be read without JavaScript. */
export interface ChartDefinition {
  /** `chapter.name`; a page shows it as `![title](chart:chapter.name)`. */
  id: string;
  /** Query over the published tables that gives the chart's rows. */
  sql: string;
  /** What the chart shows, for those who cannot see it. */
  alt: (rows: readonly Row[]) => string;
  /** Headings of the data table, by column; columns that are not named are left out. */
  columns: Record<string, string>;
  /** d3 formats of number columns; default `,.4~f`. */
  formats?: Record<string, string>;
  /** True to list the segments' names in their colours above the chart; its rows then have `name` and `position`. */
  legend?: boolean;
  draw: (rows: readonly Row[], options: DrawOptions) => Element;
}
