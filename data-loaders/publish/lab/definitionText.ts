import {Document, isMap, isScalar, isSeq, visit} from "yaml";
import {type LabSettings, publishedSettings} from "../../../src/lib/lab/labSettings.js";
import type {DatasetDefinition} from "../../datasets/dataset.js";
import {labDefinition} from "./labDefinition.js";
import type {LabFile} from "./labFile.js";

/** Keys whose values stand on one line. */
const oneLine = new Set([
  "dialect",
  "expected",
  "median",
  "search",
  "definedBy",
  "describing",
  "linkages",
  "dayCost",
  "treatment",
]);

/**
 * A chapter's definition with a reader's settings, as a `dataset.yaml`. What a definition cannot hold is named at its head.
 */
export function definitionOf({chapter, definition}: LabFile, settings: LabSettings): string {
  const document = new Document(asWritten(labDefinition(definition, chapter, settings)));
  const outside = outsideDefinition({chapter, definition}, settings);
  document.commentBefore = [
    ` ${chapter.title}: the definition with the settings of the lab.`,
    ` Put it in place of data-loaders/datasets/${chapter.id}/dataset.yaml.`,
    ...(outside.length === 0 ? [] : ["", " Not in this file:", ...outside.map((line) => `   ${line}`)]),
  ].join("\n");
  visit(document, {
    Pair(_, {key, value}) {
      if (!isScalar(key)) return;
      const name = String(key.value);
      if (oneLine.has(name) && (isMap(value) || isSeq(value))) value.flow = true;
      if (name === "leaveOut" && isSeq(value))
        for (const rule of value.items) if (isMap(rule)) rule.flow = true;
      if (name === "bands" && isSeq(value)) for (const band of value.items) if (isMap(band)) band.flow = true;
    },
  });
  return document.toString({lineWidth: 110});
}

/** What somebody writes: no folders and names that follow from the place of the file, and no actions, which have a file of their own. */
function asWritten({
  id: _id,
  schema: _schema,
  sampleFile: _sampleFile,
  inputVariable: _inputVariable,
  actions: _actions,
  inputFile,
  ...written
}: DatasetDefinition): object {
  return {...written, inputFile};
}

/** The settings that a definition has no words for, as sentences. */
export function outsideDefinition(
  {chapter, definition}: Pick<LabFile, "chapter" | "definition">,
  settings: LabSettings,
): string[] {
  const published = publishedSettings(chapter);
  const file = `data-loaders/datasets/${definition.id}/actions.yaml`;
  return [
    ...(settings.order === published.order
      ? []
      : ["the order of the rows: the build takes rows as the file has them; shuffle the file"]),
    ...Object.entries(settings.costs).map(([key, value]) => `${key}: ${value} belongs in ${file}`),
  ];
}
