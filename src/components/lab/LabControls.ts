import type {Comparison, LeftOut} from "../../lib/lab/analysisChoices.js";
import {assumptionNames, type LabChapter} from "../../lib/lab/labChapter.js";
import {
  type ChoiceName,
  choices,
  costKey,
  fewestVariables,
  type LabSettings,
  mostGroups,
  mostStarts,
  publishedSettings,
  sameSettings,
} from "../../lib/lab/labSettings.js";
import {element} from "../elements/element.js";
import {choiceNotes, choiceTexts, choiceTitles} from "./labWords.js";

/** The controls of a chapter. They say `change` when the reader has changed one. */
export interface LabControlsElement {
  root: HTMLElement;
  /** The settings that the controls stand at. */
  read(): LabSettings;
  /** Moves the controls to settings. */
  write(settings: LabSettings): void;
}

const comparisons: readonly Comparison[] = ["<", "<=", ">", ">="];
const comparisonWords: Readonly<Record<Comparison, string>> = {
  "<": "below",
  "<=": "at most",
  ">": "above",
  ">=": "at least",
};

/** A form in which a reader changes the analysis; each control says what the published analysis uses, and why. */
export function LabControls(chapter: LabChapter): LabControlsElement {
  const published = publishedSettings(chapter);
  const groups = [
    groupSettings(chapter, published),
    variableSettings(chapter, published),
    preparationSettings(chapter, published),
    customerSettings(chapter, published),
    ...(chapter.risk === undefined ? [] : [ruleSettings(chapter, published)]),
    ...(chapter.actions.length === 0 ? [] : [costSettings(chapter, published)]),
  ];
  const root = element(
    "form",
    {class: "lab-controls", "aria-label": "The analysis"},
    ...groups.map((group) => group.root),
  );
  root.addEventListener("submit", (event) => event.preventDefault());
  const mark = () => {
    for (const group of groups) {
      const isChanged = !sameSettings(group.read(published), published);
      group.root.classList.toggle("changed", isChanged);
      if (isChanged) group.root.open = true;
    }
  };
  root.addEventListener("change", mark);
  // where there is room for a column of controls, the first ones are open
  for (const group of groups.slice(0, innerWidth < 900 ? 1 : 2)) group.root.open = true;
  const write = (settings: LabSettings) => {
    for (const group of groups) group.write(settings);
    mark();
  };
  write(published);
  return {
    root,
    read: () => groups.reduce((settings, group) => group.read(settings), published),
    write,
  };
}

/** Some of the settings. */
interface SettingsGroup {
  root: HTMLDetailsElement;
  read(settings: LabSettings): LabSettings;
  write(settings: LabSettings): void;
}

function group(title: string, note: string, ...content: (Node | string)[]): HTMLDetailsElement {
  return element(
    "details",
    {class: "lab-group"},
    element("summary", {}, title),
    element(
      "fieldset",
      {"aria-label": title},
      ...content,
      ...(note === "" ? [] : [element("p", {class: "lab-note"}, note)]),
    ),
  );
}

function field(label: string, input: HTMLElement): HTMLElement {
  return element("label", {class: "lab-field"}, element("span", {}, label), input);
}

function select(options: readonly (readonly [value: string, text: string])[]): HTMLSelectElement {
  return element("select", {}, ...options.map(([value, text]) => element("option", {value}, text)));
}

function numberInput(min: number, max: number, step: number | "any"): HTMLInputElement {
  return element("input", {
    type: "number",
    min: String(min),
    max: String(max),
    step: String(step),
    inputmode: step === 1 ? "numeric" : "decimal",
    required: "",
  });
}

/** A number that is typed; the one before, where what stands there is none that the field allows. */
function typed(input: HTMLInputElement, fallback: number): number {
  return input.value !== "" && input.checkValidity() ? input.valueAsNumber : fallback;
}

/** A choice with its words, and what the published analysis uses. */
function choice<Value extends string>(
  name: ChoiceName,
  values: readonly [Value, ...Value[]],
  published: Value,
) {
  const input = select(values.map((value) => [value, choiceTexts[name][value] ?? value]));
  const note = element(
    "p",
    {class: "lab-note"},
    published === values[0]
      ? choiceNotes[name]
      : `Published: “${choiceTexts[name][published]}”, as the definition says.`,
  );
  return {
    root: element("div", {}, field(choiceTitles[name], input), note),
    read: (): Value => values.find((value) => value === input.value) ?? values[0],
    write: (value: Value) => {
      input.value = value;
    },
  };
}

function groupSettings({k: publishedK, search}: LabChapter, published: LabSettings): SettingsGroup {
  const k = numberInput(2, mostGroups, 1);
  const seed = numberInput(1, 1_000_000, 1);
  const starts = numberInput(1, mostStarts, 1);
  const method = choice("method", choices.method, published.method);
  return {
    root: group(
      "Groups",
      `Published: ${publishedK} groups, the best of ${search.restarts} random starts from seed ${search.seed}. More starts find the best solution more surely; only k-means has starts.`,
      field("Number of groups", k),
      method.root,
      element("div", {class: "lab-pair"}, field("Seed", seed), field("Random starts", starts)),
    ),
    read: (settings) => ({
      ...settings,
      k: typed(k, published.k),
      seed: typed(seed, published.seed),
      starts: typed(starts, published.starts),
      method: method.read(),
    }),
    write: (settings) => {
      k.valueAsNumber = settings.k;
      seed.valueAsNumber = settings.seed;
      starts.valueAsNumber = settings.starts;
      method.write(settings.method);
    },
  };
}

function variableSettings({variables}: LabChapter, published: LabSettings): SettingsGroup {
  const rows = variables.map(({name, label}) => {
    const isIn = element("input", {type: "checkbox", "aria-label": `${label}: in the analysis`});
    const log = element("input", {type: "checkbox", "aria-label": `${label}: its logarithm`});
    isIn.addEventListener("change", () => {
      log.disabled = !isIn.checked;
    });
    return {name, label, isIn, log};
  });
  const guard = element("p", {class: "lab-note", role: "status"});
  const chosen = () => rows.filter(({isIn}) => isIn.checked);
  const table = element(
    "table",
    {class: "lab-variables"},
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        element("th", {scope: "col"}, "Variable"),
        element("th", {scope: "col"}, "In"),
        element("th", {scope: "col"}, "Log"),
      ),
    ),
    element(
      "tbody",
      {},
      ...rows.map(({label, isIn, log}) =>
        element(
          "tr",
          {},
          element("th", {scope: "row"}, label),
          element("td", {}, isIn),
          element("td", {}, log),
        ),
      ),
    ),
  );
  // before the form hears of it
  table.addEventListener(
    "change",
    ({target}) => {
      const enough = chosen().length >= fewestVariables;
      guard.textContent = enough ? "" : `At least ${fewestVariables} variables must stay in.`;
      if (!enough && target instanceof HTMLInputElement) target.checked = true;
    },
    {capture: true},
  );
  const logs = variables.filter(({log}) => log).map(({label}) => label.toLowerCase());
  return {
    root: group(
      "Variables",
      `Published: all of them${logs.length === 0 ? ", none by its logarithm" : `; by their logarithm ${logs.join(", ")}`}. A variable that is out enters neither the distances nor the risk model, and still describes the groups. The logarithm draws in a long tail.`,
      table,
      guard,
    ),
    read: (settings) => ({
      ...settings,
      variables: chosen().map(({name}) => name),
      logs: chosen()
        .filter(({log}) => log.checked)
        .map(({name}) => name),
    }),
    write: (settings) => {
      for (const {name, isIn, log} of rows) {
        isIn.checked = settings.variables.includes(name);
        log.checked = settings.logs.includes(name) || (!isIn.checked && published.logs.includes(name));
        log.disabled = !isIn.checked;
      }
    },
  };
}

function preparationSettings({variables}: LabChapter, published: LabSettings): SettingsGroup {
  const scaling = choice("scaling", choices.scaling, published.scaling);
  const outliers = choice("outliers", choices.outliers, published.outliers);
  const missing = choice("missing", choices.missing, published.missing);
  const gaps = variables.reduce((sum, variable) => sum + variable.missing, 0);
  if (gaps === 0) missing.root.hidden = true;
  return {
    root: group(
      "Preparation",
      gaps === 0 ? "No value is missing in these data, so there is none to fill in." : "",
      scaling.root,
      outliers.root,
      missing.root,
    ),
    read: (settings) => ({
      ...settings,
      scaling: scaling.read(),
      outliers: outliers.read(),
      missing: missing.read(),
    }),
    write: (settings) => {
      scaling.write(settings.scaling);
      outliers.write(settings.outliers);
      missing.write(settings.missing);
    },
  };
}

function customerSettings(
  {variables, categories, customers}: LabChapter,
  published: LabSettings,
): SettingsGroup {
  const kind = select([
    ["none", "nobody"],
    ["largest", "those with the largest"],
    ["smallest", "those with the smallest"],
    ["value", "by a value"],
    ...(categories.length === 0 ? [] : [["is", "by a category"] as const]),
  ]);
  const count = numberInput(1, customers - 1, 1);
  const column = select(variables.map(({name, label}) => [name, label]));
  const test = select(comparisons.map((sign) => [sign, comparisonWords[sign]]));
  const value = numberInput(-1e12, 1e12, "any");
  const level = element("select");
  for (const {name, label, levels} of categories)
    level.append(
      element(
        "optgroup",
        {label},
        ...levels.map((each) => element("option", {value: `${name}=${each}`}, each)),
      ),
    );
  const parts = {
    count: field("How many", count),
    column: field("Variable", column),
    test: field("Comparison", test),
    value: field("Value", value),
    level: field("Category", level),
  };
  const shown: Readonly<Record<string, readonly (keyof typeof parts)[]>> = {
    none: [],
    largest: ["count", "column"],
    smallest: ["count", "column"],
    value: ["column", "test", "value"],
    is: ["level"],
  };
  const order = choice("order", choices.order, published.order);
  const show = () => {
    for (const name of Object.keys(parts).filter((key): key is keyof typeof parts => key in parts))
      parts[name].hidden = !shown[kind.value]?.includes(name);
  };
  kind.addEventListener("change", show);
  const leftOut = (): LeftOut | undefined => {
    switch (kind.value) {
      case "largest":
      case "smallest":
        return {column: column.value, test: kind.value, count: typed(count, 10)};
      case "value": {
        const comparison = comparisons.find((sign) => sign === test.value) ?? "<";
        return {column: column.value, test: comparison, value: typed(value, 0)};
      }
      case "is": {
        const [name, ...rest] = level.value.split("=");
        return {column: name, test: "is", level: rest.join("=")};
      }
      default:
        return undefined;
    }
  };
  return {
    root: group(
      "Customers",
      `Published: all ${customers.toLocaleString("en-US")}. Leaving some out shows whether a sentence depends on a few customers.`,
      field("Leave out", kind),
      element("div", {class: "lab-pair"}, ...Object.values(parts)),
      order.root,
    ),
    read: (settings) => ({...settings, leftOut: leftOut(), order: order.read()}),
    write: (settings) => {
      const out = settings.leftOut;
      count.valueAsNumber = 10;
      value.valueAsNumber = 0;
      if (out === undefined) kind.value = "none";
      else if ("level" in out) {
        kind.value = "is";
        level.value = `${out.column}=${out.level}`;
      } else {
        column.value = out.column;
        if ("count" in out) {
          kind.value = out.test;
          count.valueAsNumber = out.count;
        } else {
          kind.value = "value";
          test.value = out.test;
          value.valueAsNumber = out.value;
        }
      }
      order.write(settings.order);
      show();
    },
  };
}

function ruleSettings({risk, variables}: LabChapter, published: LabSettings): SettingsGroup {
  const start = risk?.rule ?? {
    column: variables[0].name,
    comparison: "<" as const,
    line: variables[0].greatest / 2,
  };
  const kind = select([
    ["published", "as published"],
    ["own", "a rule of my own"],
  ]);
  const column = select(variables.map(({name, label}) => [name, label]));
  const test = select(comparisons.map((sign) => [sign, comparisonWords[sign]]));
  const line = numberInput(-1e12, 1e12, "any");
  const threshold = numberInput(0.01, 0.99, 0.01);
  const own = element(
    "div",
    {class: "lab-pair"},
    field("Variable", column),
    field("Comparison", test),
    field("Line", line),
  );
  const show = () => {
    own.hidden = kind.value === "published";
  };
  kind.addEventListener("change", show);
  return {
    root: group(
      "Risk",
      `Published: ${risk?.sentence ?? ""} The model flags a customer from a probability of ${published.threshold}. The rule is a choice, so try the choice of somebody else.`,
      field("Who is flagged", kind),
      own,
      field("Probability from which the model flags", threshold),
    ),
    read: (settings) => {
      const comparison = comparisons.find((sign) => sign === test.value) ?? start.comparison;
      const rule = {column: column.value, comparison, line: typed(line, start.line)};
      const isPublished =
        kind.value === "published" ||
        (risk?.rule !== undefined && JSON.stringify(rule) === JSON.stringify(risk.rule));
      return {
        ...settings,
        rule: isPublished ? undefined : rule,
        threshold: typed(threshold, published.threshold),
      };
    },
    write: (settings) => {
      const rule = settings.rule ?? start;
      kind.value = settings.rule === undefined ? "published" : "own";
      column.value = rule.column;
      test.value = rule.comparison;
      line.valueAsNumber = rule.line;
      threshold.valueAsNumber = settings.threshold;
      show();
    },
  };
}

function costSettings({actions, dayCost}: LabChapter, published: LabSettings): SettingsGroup {
  const day = numberInput(dayCost.min, dayCost.max, "any");
  const fields = actions.flatMap(({id, assumptions}) =>
    assumptionNames.flatMap((name) => {
      const assumption = assumptions[name];
      if (assumption === undefined) return [];
      const input = numberInput(assumption.min, assumption.max, "any");
      return [{key: costKey(id, name), action: id, assumption, input}];
    }),
  );
  return {
    root: group(
      "Costs and responses",
      "Published: assumptions of the report, each named. Nothing in the data tells how customers answer.",
      field(dayCost.meaning, day),
      ...actions.map(({id, title}) =>
        element(
          "details",
          {},
          element("summary", {}, title),
          ...fields
            .filter(({action}) => action === id)
            .map(({assumption, input}) =>
              field(`${assumption.meaning} (published: ${assumption.value})`, input),
            ),
        ),
      ),
    ),
    read: (settings) => ({
      ...settings,
      dayCost: typed(day, published.dayCost),
      costs: Object.fromEntries(
        fields.flatMap(({key, assumption, input}) => {
          const value = typed(input, assumption.value);
          return value === assumption.value ? [] : [[key, value]];
        }),
      ),
    }),
    write: (settings) => {
      day.valueAsNumber = settings.dayCost;
      for (const {key, assumption, input} of fields)
        input.valueAsNumber = settings.costs[key] ?? assumption.value;
    },
  };
}
