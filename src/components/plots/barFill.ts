import type {Row} from "../../lib/narrative/chartDefinition.js";
import {segmentColor} from "./segmentColor.js";

/** How bars are filled: in the colour of their segment, or in a quiet grey where they stand for something else. */
export function barFill(rows: readonly Row[]): {fill: string | ((row: Row) => string); fillOpacity: number} {
  return rows.some(({position}) => position !== undefined)
    ? {fill: ({position}) => segmentColor(Number(position)), fillOpacity: 1}
    : {fill: "currentColor", fillOpacity: 0.55};
}
