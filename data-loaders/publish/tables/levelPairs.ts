import {integer, type PublishedTable, table, text} from "../../engine/tables/publishedTable.js";
import {type Findings, segmentPositions} from "./findings.js";

/** Columns that are crossed with each other: with more the table would be too large to load in a page. */
const MOST_CROSSED = 8;

type Crossed = Pick<Findings, "features" | "segments" | "segmentOfCluster"> & {
  clusters: Pick<Findings["clusters"], "chosen">;
};

/** How many customers of each segment have a level of one column that describes and a level of another. */
export function levelPairs(findings: Crossed): PublishedTable {
  const positions = segmentPositions(findings);
  const columns = findings.features.describing.slice(0, MOST_CROSSED);
  const segments = findings.segments.map(({id}) => id);
  const rows = columns.flatMap((first, i) =>
    columns.slice(i + 1).flatMap((second) => {
      const [a, b] = [first.levels.length, second.levels.length];
      const counts = new Int32Array(segments.length * a * b);
      first.values.forEach((level, row) => {
        counts[(positions[row] * a + level) * b + second.values[row]]++;
      });
      return Array.from(counts, (customers, at) => ({
        variable: first.name,
        level: first.levels[Math.floor(at / b) % a],
        otherVariable: second.name,
        otherLevel: second.levels[at % b],
        segment: segments[Math.floor(at / (a * b))],
        customers,
      }));
    }),
  );
  return table(
    "level_pairs",
    `How many customers of each segment have a level of one column that describes and a level of another, for each pair of the first ${MOST_CROSSED} columns.`,
    rows,
    [
      text("variable", "One column of the customers table.", (r) => r.variable),
      text("level", "Its level.", (r) => r.level),
      text("other_variable", "The other column.", (r) => r.otherVariable),
      text("other_level", "Its level.", (r) => r.otherLevel),
      text("segment", "Segment.", (r) => r.segment),
      integer("customers", "Customers.", (r) => r.customers),
    ],
  );
}
