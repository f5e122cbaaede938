import type {Contract, DatasetDefinition} from "../datasets/dataset.js";
import {kernelKey} from "../engine/kernels/kernelKey.js";
import {identifier} from "../engine/population/dialect.js";
import {assignedFrom, type PopulationGroups} from "../engine/population/passes/lloyd.js";
import type {Population} from "../engine/population/population.js";
import type {StageResult, Stages} from "../engine/stages/runStage.js";
import {ROW, TABLE} from "../source/population/importCustomers.js";
import type {LargeInputFile} from "../source/population/largeInput.js";
import {type CheckedFile, importedPath, openPopulation} from "../source/population/readPopulation.js";
import type {CustomerSample, sampleCustomers} from "../source/population/sampleCustomers.js";
import {readPopulation as readPopulationStage, sample as sampleStage} from "../source/stages.js";
import {featureDefinition} from "./features/featureDefinition.js";
import type {Features} from "./features/prepareFeatures.js";
import type {PopulationScales} from "./population/scaleVariables.js";
import type {Risk} from "./risk/fitRiskModels.js";
import {constantsIn, withConstants} from "./risk/withConstants.js";
import * as stage from "./stages.js";

/** Customers of the sample that stands for all where a stage cannot read everybody: a share among them is right to 0.9 points. */
export const SAMPLE_CUSTOMERS = 12_000;
/** Customers of each segment that the sample has at least, or all of it. */
const FEWEST_OF_SEGMENT = 200;

/** All customers of a large file, where they are kept. */
export interface AllCustomers {
  input: LargeInputFile;
  /** Path of the table of all customers. */
  path: string;
  definition: DatasetDefinition;
  secret: string;
  checked: StageResult<CheckedFile>;
  scales: StageResult<PopulationScales>;
}

/** All customers, and a first sample of them with its features. */
export interface ReadCustomers {
  all: AllCustomers;
  source: StageResult<CustomerSample>;
  features: StageResult<Features>;
}

/**
 * Reads a large file into a table, holds it against its contract, and draws the first sample of it.
 *
 * @param folder of the tables of customers
 * @param limit rows up to which a file is not large
 * @returns undefined where there are no more rows than that after all, as cells hold line breaks
 */
export async function readAllCustomers(
  stages: Stages,
  definition: DatasetDefinition,
  input: LargeInputFile,
  secret: string,
  folder: string,
  limit: number,
): Promise<ReadCustomers | undefined> {
  const {id, contract, search} = definition;
  const path = importedPath(folder, input, definition);
  const checked = await stages.run(
    `${id} source`,
    readPopulationStage.module,
    [input.sha256, input.name, JSON.stringify({id, contract})],
    async (advance) => (await readPopulationStage.load())(input, {contract}, path, advance),
  );
  if (checked.value.rows <= limit) return undefined;
  const scales = await stages.run(`${id} scales`, stage.scales.module, [checked.key], async () =>
    withPopulation({input, definition, path}, async (population) =>
      (await stage.scales.load())(population, checked.value, definition),
    ),
  );
  const all: AllCustomers = {input, path, definition, secret, checked, scales};
  const source = await sampleOf(stages, `${id} first sample`, all, {
    size: SAMPLE_CUSTOMERS,
    seed: search.seed,
  });
  return {all, source, features: await featuresOfSample(stages, `${id} first features`, all, source)};
}

/** Runs work on the table of all customers. */
async function withPopulation<T>(
  {input, definition, path}: Pick<AllCustomers, "input" | "definition" | "path">,
  work: (population: Population) => Promise<T>,
): Promise<T> {
  const population = await openPopulation(input, definition, path);
  try {
    return await work(population);
  } finally {
    await population.engine.close();
  }
}

type Draw = Parameters<typeof sampleCustomers>[5];

function sampleOf(
  stages: Stages,
  name: string,
  all: AllCustomers,
  draw: Draw,
): Promise<StageResult<CustomerSample>> {
  const {definition, checked, secret} = all;
  return stages.run(name, sampleStage.module, [checked.key, secret, JSON.stringify(draw)], async () =>
    withPopulation(all, async (population) =>
      (await sampleStage.load())(population, definition, checked.value, secret, ROW, draw),
    ),
  );
}

function featuresOfSample(
  stages: Stages,
  name: string,
  {definition, scales}: AllCustomers,
  {value: {customers}}: StageResult<CustomerSample>,
): Promise<StageResult<Features>> {
  return stages.runInThread(
    name,
    stage.sampleFeatures,
    {numbers: customers.numbers, text: customers.text},
    featureDefinition(definition),
    scales.value.known,
  );
}

/** The groups of all customers, and a sample in proportion to them. */
export interface Grouped {
  source: StageResult<CustomerSample>;
  features: StageResult<Features>;
  groups: StageResult<PopulationGroups>;
  scales: StageResult<PopulationScales>;
}

/** Divides all customers, then draws the sample in proportion to the groups. */
export async function groupAll(
  stages: Stages,
  definition: DatasetDefinition,
  all: AllCustomers,
  first: StageResult<Features>,
): Promise<Grouped> {
  const {id, k, search, contract} = definition;
  const {scales, checked} = all;
  const {variables} = scales.value;
  const kernels = await kernelKey();
  const {restarts, seed} = search;
  const groups = await stages.run(
    `${id} groups`,
    stage.groups.module,
    [first.key, scales.key, checked.key, JSON.stringify({k, restarts, seed}), kernels],
    async (advance) =>
      withPopulation(all, async (population) =>
        (await stage.groups.load())(population, variables, first.value.z, k, {restarts, seed}, advance),
      ),
  );
  const raw = [ROW, ...rawColumns(contract, checked.value)].map(identifier);
  const source = await sampleOf(stages, `${id} sample`, all, {
    size: SAMPLE_CUSTOMERS,
    seed: search.seed,
    stratum: "_part",
    fewest: FEWEST_OF_SEGMENT,
    from: assignedFrom({from: TABLE}, variables, groups.value.centroids, raw),
  });
  return {source, groups, scales, features: await featuresOfSample(stages, `${id} features`, all, source)};
}

/** Columns of the contract that the table of all customers has. */
export function rawColumns({columns}: Contract, {input}: CheckedFile): string[] {
  return columns
    .filter(({role}) => role !== "extra" && (role !== "key" || input.hasKeys))
    .map(({name}) => name);
}

/** The risk models over all customers; the sample gives the terms and the cross-validation. */
export async function riskOfAll(
  stages: Stages,
  definition: DatasetDefinition,
  all: AllCustomers,
  {variables}: PopulationScales,
  features: StageResult<Features>,
  sample: StageResult<Risk>,
): Promise<StageResult<Risk>> {
  const {id, risk, constants} = definition;
  const expression = risk && withConstants(risk.expression, constantsIn([risk.expression], constants));
  const {describing} = features.value;
  return stages.run(
    `${id} risk of all`,
    stage.riskOfAll.module,
    [sample.key, features.key, all.checked.key, all.scales.key, String(expression)],
    async (advance) =>
      withPopulation(all, async (population) =>
        (await stage.riskOfAll.load())(
          population,
          sample.value,
          {expression, variables, describing},
          advance,
        ),
      ),
  );
}
