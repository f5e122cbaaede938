import {existsSync} from "node:fs";
import {join} from "node:path";
import {type Action, actionsSchema} from "./action.js";
import {checkDefinition} from "./checkDefinition.js";
import {type Constant, type DatasetDefinition, datasetSchema} from "./dataset.js";
import {readYaml} from "./readYaml.js";

/**
 * Reads the definition of a data set from its folder: `dataset.yaml`, and `actions.yaml` if there is one.
 *
 * @param folder absolute path, named as the data set
 * @param id name of the data set
 * @param siteCurrency sign of the currency where the data set declares none
 * @throws DefinitionError with every problem and its line
 */
export function readDefinition(folder: string, id: string, siteCurrency?: string): DatasetDefinition {
  const {value, refuse} = readYaml(join(folder, "dataset.yaml"), datasetSchema);
  const actionsFile = join(folder, "actions.yaml");
  const actions: readonly Action[] = existsSync(actionsFile)
    ? readYaml(actionsFile, actionsSchema).value
    : [];
  const currency = value.currency ?? siteCurrency ?? "$";
  const inCurrency = <Column extends {unit: string}>(column: Column): Column => ({
    ...column,
    unit: column.unit === "currency" ? currency : column.unit,
  });
  const definition: DatasetDefinition = {
    ...value,
    currency,
    contract: {...value.contract, columns: value.contract.columns.map(inCurrency)},
    engineered: value.engineered.map(inCurrency),
    id,
    schema: id.replaceAll("-", "_"),
    inputFile: value.inputFile ?? `${id}.csv`,
    sampleFile: `${id}.sample.csv`,
    inputVariable: shellVariable(id),
    actions,
    ...(value.risk === undefined
      ? {}
      : {risk: {...value.risk, sentence: withNumbers(value.risk.sentence, value.constants)}}),
  };
  refuse(checkDefinition(definition));
  return definition;
}

/** `INPUT_CARD_USAGE` for `card-usage`. */
function shellVariable(id: string): string {
  return `INPUT_${id.toUpperCase().replaceAll("-", "_")}`;
}

/** Puts constants into a sentence that names them as `{name}`. */
function withNumbers(sentence: string, constants: Readonly<Record<string, Constant>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    constants[name] === undefined ? whole : constants[name].value.toLocaleString("en-US"),
  );
}
