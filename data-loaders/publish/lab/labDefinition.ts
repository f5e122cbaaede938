import {type AssumptionName, assumptionNames, type LabChapter} from "../../../src/lib/lab/labChapter.js";
import {costKey, type LabSettings} from "../../../src/lib/lab/labSettings.js";
import type {ColumnRule, DatasetDefinition, RiskLabel} from "../../datasets/dataset.js";
import {reportTreatment} from "../../model/features/treatment.js";

/**
 * The definition of a data set as a reader's settings change it. The order of the rows, which no definition holds, is not in it:
 * see `outsideDefinition`.
 */
export function labDefinition(
  definition: DatasetDefinition,
  chapter: LabChapter,
  settings: LabSettings,
): DatasetDefinition {
  const {k, seed, starts} = settings;
  const {from, to} = definition.search;
  const line = constantLine(chapter, settings);
  const {treatment: _, method: __, ...rest} = definition;
  const treatment = treatmentBy(definition, chapter, settings);
  return {
    ...rest,
    ...(settings.leftOut === undefined ? {} : {leaveOut: [...(definition.leaveOut ?? []), settings.leftOut]}),
    ...(Object.keys(treatment).length === 0 ? {} : {treatment}),
    ...(settings.method === "kmeans" ? {} : {method: settings.method}),
    contract: {
      ...definition.contract,
      columns: definition.contract.columns.map((column) => asModelled(column, chapter, settings)),
    },
    k,
    search: {from: Math.min(from, Math.max(k, 2)), to: Math.max(to, k), restarts: starts, seed},
    constants:
      line === undefined
        ? definition.constants
        : {
            ...definition.constants,
            [line.constant]: {...definition.constants[line.constant], value: line.value},
          },
    ...(definition.risk === undefined
      ? {}
      : {risk: withThreshold(riskLabel(definition.risk, chapter, settings), chapter, settings)}),
    actions: definition.actions.map((action) => {
      const moved = assumptionNames.flatMap((name): [AssumptionName, {value: number}][] => {
        const value = settings.costs[costKey(action.id, name)];
        const given = action[name];
        return value === undefined || given === undefined ? [] : [[name, {...given, value}]];
      });
      return {...action, ...Object.fromEntries(moved)};
    }),
    dayCost: {...definition.dayCost, value: settings.dayCost},
  };
}

/** What is not the default, so that the file says no more than it needs. Whom the definition leaves out stays out. */
function treatmentBy(
  {treatment}: DatasetDefinition,
  {choices}: LabChapter,
  settings: LabSettings,
): NonNullable<DatasetDefinition["treatment"]> {
  const chosen = {
    missing: settings.missing === choices.missing ? treatment?.missing : settings.missing,
    outliers: settings.outliers === choices.outliers ? treatment?.outliers : settings.outliers,
    scaling: settings.scaling,
  };
  const {missing = reportTreatment.missing, outliers = reportTreatment.outliers, scaling} = chosen;
  return {
    ...(missing === reportTreatment.missing ? {} : {missing}),
    ...(outliers === reportTreatment.outliers ? {} : {outliers}),
    ...(scaling === reportTreatment.scaling ? {} : {scaling}),
  };
}

function withThreshold(label: RiskLabel, {risk}: LabChapter, {threshold}: LabSettings): RiskLabel {
  return threshold === risk?.threshold ? label : {...label, threshold};
}

function asModelled(column: ColumnRule, {variables}: LabChapter, settings: LabSettings): ColumnRule {
  const {scale: _, modelled: __, ...rest} = column;
  if (!variables.some(({name}) => name === column.name)) return column;
  return {
    ...rest,
    ...(settings.variables.includes(column.name) ? {} : {modelled: false}),
    ...(settings.logs.includes(column.name) ? {scale: "log"} : {}),
  };
}

/** The constant that holds the line of the published label, where only the line is another. */
function constantLine(
  {risk}: LabChapter,
  {rule}: LabSettings,
): {constant: string; value: number} | undefined {
  if (rule === undefined || risk?.constant === undefined || risk.rule === undefined) return undefined;
  if (rule.column !== risk.rule.column || rule.comparison !== risk.rule.comparison) return undefined;
  return {constant: risk.constant, value: rule.line};
}

function riskLabel(label: RiskLabel, chapter: LabChapter, settings: LabSettings): RiskLabel {
  const {rule} = settings;
  if (rule === undefined) return label;
  const {column, comparison, line} = rule;
  const variable = chapter.variables.find(({name}) => name === column)?.label ?? column;
  const words = {"<": "below", "<=": "at most", ">": "above", ">=": "at least"}[comparison];
  return {
    ...label,
    sentence: `${variable} is ${words} ${line.toLocaleString("en-US")}.`,
    expression: constantLine(chapter, settings) ? label.expression : `${column} ${comparison} ${line}`,
    definedBy: chapter.risk?.rule?.column === column ? label.definedBy : [column],
    evidence: "policy",
  };
}
