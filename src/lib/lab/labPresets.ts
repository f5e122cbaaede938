import type {LabChapter} from "./labChapter.js";
import {type LabSettings, mostGroups, publishedSettings} from "./labSettings.js";

/** An analysis that teaches something. */
export interface LabPreset {
  title: string;
  /** What it shows, as a sentence. */
  shows: string;
  settings: LabSettings;
}

/** The presets of a chapter, made from what it has: a rule with a line, amounts, groups. */
export function labPresets(chapter: LabChapter): LabPreset[] {
  const published = publishedSettings(chapter);
  const {variables, currency, k, risk} = chapter;
  const amounts = variables.filter(({unit}) => unit === currency);
  const plain = amounts.filter(({log}) => !log);
  const largest = amounts[0] ?? variables[0];
  const names = (list: readonly {name: string}[]) => list.map(({name}) => name);
  return [
    {
      title: `${k + 1} groups`,
      shows: `Which sentences depend on the choice of ${k} groups, and which also hold with ${k + 1}.`,
      settings: {...published, k: Math.min(k + 1, mostGroups)},
    },
    ...(plain.length > 0
      ? [
          {
            title: "Log the amounts",
            shows: "What changes when ten times the money counts as one step, however large the sums are.",
            settings: {
              ...published,
              logs: names(variables).filter(
                (name) => published.logs.includes(name) || names(plain).includes(name),
              ),
            },
          },
        ]
      : []),
    {
      title: `Without the ten largest: ${largest.label.toLowerCase()}`,
      shows: "Whether a sentence is about everybody or about ten customers.",
      settings: {
        ...published,
        leftOut: {column: largest.name, test: "largest", count: Math.min(10, chapter.customers - 1)},
      },
    },
    ...(risk?.rule && risk.rule.line !== 0
      ? [
          {
            title: `A risk line of ${(risk.rule.line / 2).toLocaleString("en-US")}`,
            shows:
              "The rule is a choice: half the line flags other customers, and the model, the claims and the lists follow.",
            settings: {...published, rule: {...risk.rule, line: risk.rule.line / 2}},
          },
        ]
      : []),
    {
      title: "Rows in another order",
      shows:
        "Nothing here may depend on the order of the file. Only what is said about the row number has reason to fall.",
      settings: {...published, order: "shuffled"},
    },
    {
      title: "Without scaling",
      shows: "Why variables are scaled: without it the variable with the largest numbers decides alone.",
      settings: {...published, scaling: "none"},
    },
  ];
}
