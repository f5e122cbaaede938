import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {BoxRows} from "./BoxRows.js";

/**
 * Distribution of each variable by segment: one box plot for each variable, below each other.
 *
 * @param rows one for each variable and segment: `label`, `name`, `position`, `low`, `q25`, `median`, `q75`, `high`
 */
export function SegmentBoxes(rows: readonly Row[], options: DrawOptions): Element {
  const root = (options.document ?? globalThis.document).createElement("div");
  for (const label of new Set(rows.map((row) => row.label)))
    root.append(
      BoxRows(
        rows.filter((row) => row.label === label),
        {x: String(label), y: ""},
        options,
      ),
    );
  return root;
}
