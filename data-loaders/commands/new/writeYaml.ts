import {Document, isMap, isScalar, isSeq, visit} from "yaml";
import type {DatasetFile} from "./defineDataset.js";
import type {ColumnDecision} from "./profileColumns.js";

/** Keys whose values stand on one line. */
const oneLine = new Set(["dialect", "expected", "search", "definedBy", "describing", "linkages"]);

/** What a column without a name is called in the comments. */
export const withoutName = "(without a name)";

/** The definition as YAML, with a line of explanation where somebody may want to change something. */
export function definitionYaml(
  file: DatasetFile,
  decisions: readonly ColumnDecision[],
  source: string,
): string {
  const document = new Document(file);
  const leftOut = decisions.filter(({role}) => role === "left out");
  document.commentBefore = [
    ` ${file.title}: what its columns mean, and how its groups are found. Made from ${source}.`,
    ` Change what you like: names, k, columns, bands, the currency. What each line means: docs/reference/definition.md`,
    ...(leftOut.length === 0
      ? []
      : [
          "",
          " Columns of the file that are not used:",
          ...leftOut.map(({header, why}) => `   ${header === "" ? withoutName : header}: ${why}`),
        ]),
  ].join("\n");
  const comments: Record<string, string> = {
    period: " For how long the file counts: “a year”, “the last quarter”.",
    k: " How many groups; 1 where nothing separates the customers. Pages quote groups by id: rename them by their name. \n After another k, write the pages anew: npm run new -- --rewrite and the name of this folder.",
    risk: " What the risk model is fitted to.",
  };
  visit(document, {
    Pair(_, pair, path) {
      if (!isScalar(pair.key)) return;
      const key = String(pair.key.value);
      if (oneLine.has(key) && (isMap(pair.value) || isSeq(pair.value))) pair.value.flow = true;
      if (key === "bands" && isSeq(pair.value))
        for (const band of pair.value.items) if (isMap(band)) band.flow = true;
      if (path.length === 2 && comments[key] !== undefined) {
        pair.key.commentBefore = comments[key];
      }
      if (path.length === 2 && ["contract", "k", "risk", "resampling"].includes(key))
        pair.key.spaceBefore = true;
    },
  });
  return document.toString({lineWidth: 110});
}
