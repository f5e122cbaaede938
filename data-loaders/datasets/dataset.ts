import {z} from "zod";
import {analysisChoices, type LeftOut} from "../../src/lib/lab/analysisChoices.js";
import {type actionSchema, amountSchema} from "./action.js";

const linkageMethods = ["ward", "average", "complete", "single"] as const;

/** A name in the published tables, which SQL reads without quotes. */
const columnName = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, "expected small letters, digits and underscores, a letter first");

const rangeSchema = z
  .strictObject({
    min: z.number().optional().describe("Smallest value (inclusive)."),
    max: z.number().optional().describe("Largest value (inclusive)."),
  })
  .describe("A range; either end may be absent.");

const bandSchema = z.strictObject({
  name: z.string().min(1).describe("Name of the band for people."),
  below: z
    .number()
    .optional()
    .describe("The band ends below this value, in the column's unit; the last band has no end."),
});

const columnSchema = z.strictObject({
  name: columnName.describe("Name in the published tables."),
  header: z
    .string()
    .min(1)
    .describe("Header in the file; compared without case, padding, spaces and underscores."),
  type: z
    .enum(["integer", "number", "text", "date"])
    .describe("What the cells hold. A date is written as `dates` says."),
  role: z
    .enum(["feature", "describe", "outcome", "key", "extra"])
    .describe(
      "`feature` enters the distances between customers and the models; `describe` tells what the groups are like and enters no distance; `outcome` is what the risk model is fitted to; `key` names the customer; `extra` may be absent: it is checked if present and then left out.",
    ),
  mayBeAbsent: z
    .literal(true)
    .optional()
    .describe(
      "Of a key: the file may lack the column. Row numbers then stand for the customers, who cannot be followed from one edition to the next.",
    ),
  min: z
    .number()
    .optional()
    .describe("Smallest value that can be true (inclusive). A value below it stops the build."),
  max: z
    .number()
    .optional()
    .describe("Largest value that can be true (inclusive). A value above it stops the build."),
  expected: rangeSchema
    .optional()
    .describe("The range that is usual (inclusive). A value beyond it, but possible, is kept and noted."),
  median: z
    .strictObject({
      min: z.number().positive().describe("Smallest median (inclusive)."),
      max: z.number().positive().describe("Largest median (inclusive)."),
    })
    .optional()
    .describe(
      "Where the median of the column's values other than zero is expected. If it is beyond by three times or more, and a power of ten would bring it there, the file is in another unit, and the build stops; any other median beyond the range is noted.",
    ),
  step: z
    .number()
    .positive()
    .optional()
    .describe(
      "The steps in which values usually move: 1000 where limits are set in thousands. Steps that are off by a power of ten are noted, as those of another unit.",
    ),
  factor: z
    .number()
    .positive()
    .optional()
    .describe(
      "What the file's values are multiplied by to be in the column's unit: 1000 where the file has thousands.",
    ),
  scale: z
    .enum(["log"])
    .optional()
    .describe(
      "`log`: the distances use log(1 + x), for a variable with a long tail. Remove the line to use the values as they are.",
    ),
  modelled: z
    .literal(false)
    .optional()
    .describe(
      "`false`, for a feature: it describes the customers, and neither the distances nor the models use it.",
    ),
  missing: z
    .enum(["fail", "median", "keep"])
    .describe(
      "What an empty cell does (also `NA`, `N/A`, `NULL` and `-`): `fail` stops the build; `median` is replaced by the column's median and noted; `keep`, for columns that describe, makes it a level of its own, and leaves customers without an outcome out of the model.",
    ),
  bands: z
    .array(bandSchema)
    .min(1)
    .optional()
    .describe(
      "For a number or a date that describes: the bands that are published in place of the values, from low to high. Dates are in years before `asOf`.",
    ),
  levels: z
    .array(z.string())
    .optional()
    .describe("For a text that describes: the values in the order of the pages; others come after them."),
  dates: z
    .enum(["YYYY-MM-DD", "DD.MM.YYYY", "DD/MM/YYYY", "MM/DD/YYYY"])
    .optional()
    .describe("How dates are written."),
  asOf: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, "expected a day such as 2024-06-30")
    .optional()
    .describe("Day up to which a date is counted, as YYYY-MM-DD."),
  label: z.string().min(1).describe("Name for people."),
  unit: z.string().describe("Unit; empty if it has none. `currency` stands for the currency's sign."),
  definition: z.string().describe("What it measures, as a sentence."),
});

const relationSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, "expected small letters, digits and hyphens, a letter first")
    .describe("Identifier of the rule in the table of quality rules, after `relation.`."),
  sentence: z.string().min(1).describe("What holds, as a sentence."),
  expression: z
    .string()
    .min(1)
    .describe("The same in SQL over the features; where it gives NULL there is nothing to check."),
});

const contractSchema = z.strictObject({
  dialect: z
    .strictObject({
      separator: z.enum([",", ";", "\t"]).describe("What stands between two cells."),
      decimal: z.enum([".", ","]).describe("The decimal mark."),
      thousands: z
        .enum([",", ".", " ", "'", ""])
        .describe(
          "The mark between groups of digits; empty if there is none. `'` is the typographic apostrophe too.",
        ),
      grouping: z
        .enum(["indian"])
        .optional()
        .describe("`indian`: after the last three digits, groups are of two, as in 1,21,000."),
      currency: z
        .string()
        .min(1)
        .optional()
        .describe("A sign or code that may stand before or after a number in the file, such as $ or CHF."),
    })
    .describe("How the file is written. It is declared, never guessed."),
  duplicateKeys: z
    .enum(["fail", "note"])
    .describe(
      "What a key that stands on several rows with different values does: `fail` stops the build, `note` keeps the rows.",
    ),
  duplicateRows: z
    .enum(["fail", "keep", "drop"])
    .describe("What a row with the key and all the features of an earlier row does."),
  minimumRows: z
    .number()
    .int()
    .min(2)
    .describe(
      "Fewest rows, and fewest that differ in their features, that the models accept: more than the largest k.",
    ),
  columns: z.array(columnSchema).min(1).describe("The columns that the file must hold."),
  relations: z
    .array(relationSchema)
    .default([])
    .describe("What holds between the columns of a row. Rows where it does not are kept and noted."),
});

const extreme = z.enum(["highest", "lowest"]).describe("Which end.");

const traitSchema = z.strictObject({
  variable: columnName.describe("A feature."),
  extreme,
});

const segmentSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, "expected small letters, digits and hyphens, a letter first")
    .describe("Identifier in queries and addresses. Pages quote it: change the name, not this."),
  name: z.string().min(1).describe("Name of the group in the report."),
  variable: columnName.describe("The feature in which the group is extreme."),
  extreme,
  also: z.array(traitSchema).optional().describe("What else the name says of its group."),
});

const engineeredSchema = z.strictObject({
  name: columnName.describe("Name in the published tables."),
  label: z.string().min(1).describe("Name for people."),
  unit: z.string().describe("Unit."),
  definition: z.string().describe("What it measures, as a sentence."),
  sumOf: z.array(columnName).min(1).describe("The features whose sum it is."),
});

const categorySchema = z.strictObject({
  name: columnName.describe("Name in the published tables."),
  label: z.string().min(1).describe("Name for people."),
  definition: z.string().describe("What it says, as a sentence."),
  variable: columnName.describe("The feature that is cut."),
  bands: z
    .array(bandSchema)
    .min(1)
    .describe("From low to high; a band ends below `below`, the last one has no end."),
});

const riskSchema = z.strictObject({
  sentence: z.string().min(1).describe("The label as a sentence."),
  expression: z
    .string()
    .min(1)
    .describe(
      "The label in SQL over the columns, with constants as `$name`; where it gives NULL the customer is left out of the model.",
    ),
  definedBy: z
    .array(columnName)
    .describe(
      "Features in the label, and those that measure the same act: a model that uses them has seen its own answer.",
    ),
  leftOut: z
    .array(
      z.strictObject({
        variable: columnName.describe("The feature."),
        reason: z.string().describe("Why, as a sentence."),
      }),
    )
    .optional()
    .describe(
      "Features that the models leave out because others nearly determine them; a further model shows what they would do.",
    ),
  describing: z
    .array(columnName)
    .optional()
    .describe("Columns that describe and enter the model too, each level against the most frequent one."),
  evidence: z
    .enum(["policy", "proxy", "observed"])
    .describe(
      "`policy` is a choice of the bank, `proxy` a behaviour that may go with risk, `observed` an outcome that happened.",
    ),
  threshold: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe("Probability from which the saved model flags a customer; 0.5 where it is absent."),
});

const constantSchema = z.strictObject({
  value: z.number().describe("The number."),
  definition: z.string().describe("What it is."),
});

const treatmentSchema = z.strictObject({
  missing: z
    .enum(analysisChoices.missing)
    .optional()
    .describe(
      "What a gap becomes that the contract lets through: the variable's `median` (the default) or `mean`, the mean of the five nearest customers without gaps (`neighbours`), or nothing: its customer is left out (`dropped`).",
    ),
  outliers: z
    .enum(analysisChoices.outliers)
    .optional()
    .describe(
      "`kept` (the default); capped in the distances at the `fences`, one and a half interquartile ranges beyond the quartiles, at `robust` limits, 3.5 robust standard deviations from the median, or at the first and last hundredth (`tails`); or `removed`: customers beyond a fence are left out.",
    ),
  scaling: z
    .enum(analysisChoices.scaling)
    .optional()
    .describe(
      "What a variable is divided by in the distances: its standard `deviation` (the default), its `range`, its `robust` spread, or nothing (`none`).",
    ),
});

const named = {column: columnName.describe("The variable, or the column of names.")};
const leftOutSchema = z.discriminatedUnion("test", [
  z.strictObject({...named, test: z.enum(["largest", "smallest"]), count: z.number().int().min(1)}),
  z.strictObject({...named, test: z.enum(["<", "<=", ">", ">="]), value: z.number()}),
  z.strictObject({...named, test: z.literal("is"), level: z.string().min(1)}),
]) satisfies z.ZodType<LeftOut>;

const searchSchema = z.strictObject({
  from: z.number().int().min(2).describe("Smallest number of groups that is tried."),
  to: z.number().int().min(2).describe("Largest number of groups that is tried."),
  restarts: z.number().int().min(1).describe("Random starts of k-means for each number of groups."),
  seed: z.number().int().describe("Seed of the first start."),
});

const resamplingSchema = z.strictObject({
  replicates: z.number().int().min(1).describe("Bootstrap resamples for the stability of the groups."),
  references: z
    .number()
    .int()
    .min(1)
    .describe("Data sets without groups that the gap statistic compares with."),
  restarts: z.number().int().min(1).describe("Starts of each k-means fit on them."),
  groupless: z
    .number()
    .int()
    .min(0)
    .default(0)
    .describe(
      "Data sets without groups (normal, with the same correlations) that the silhouette is compared with; 0 for none.",
    ),
  linkages: z
    .array(z.enum(linkageMethods))
    .min(1)
    .describe("The trees that are grown and compared; `ward` must be the first."),
});

/** What stands in a data set's `dataset.yaml`; its actions stand in `actions.yaml` beside it. */
export const datasetSchema = z.strictObject({
  title: z.string().min(1).describe("Name of the data set in the report."),
  author: z
    .string()
    .min(1)
    .default("author not stated")
    .describe("Who answers for the chapter, as the report prints it."),
  asOf: z
    .string()
    .min(1)
    .optional()
    .describe(
      "Day or period that the file describes, as whoever delivered it says; absent where nobody does.",
    ),
  currency: z
    .string()
    .min(1)
    .optional()
    .describe(
      "Sign of the currency; columns with the unit `currency` are amounts in it. Without it, that of `cardlens.yaml` counts, or `$`.",
    ),
  period: z
    .string()
    .min(1)
    .describe("For how long the file counts, as a phrase: what an action is worth, it is worth for so long."),
  dayCost: amountSchema
    .default({meaning: "What a day of work costs the bank", value: 400, min: 0, max: 1000, step: 5})
    .describe(
      "What a day of work costs, assumed: from it follows with how many customers an action pays for its days of work.",
    ),
  inputFile: z
    .string()
    .optional()
    .describe("The file in `data-loaders/input/`; default: the folder's name with `.csv`."),
  contract: contractSchema.describe("The agreement with whoever delivers the file."),
  publishedRows: z
    .enum(["exact", "grouped", "none"])
    .optional()
    .describe(
      "What is published of each customer of a real file: the `exact` row; rows in groups of at least ten customers that share their values (`grouped`, the default); or no row (`none`). Of a synthetic sample, rows are exact.",
    ),
  engineered: z
    .array(engineeredSchema)
    .default([])
    .describe("Variables made from others; they describe customers and enter no distance."),
  categories: z
    .array(categorySchema)
    .default([])
    .describe("Categories made by cutting a feature into bands."),
  constants: z
    .record(columnName, constantSchema)
    .default({})
    .describe("Numbers that somebody chose: the report quotes them, and its queries use them, from here."),
  leaveOut: z
    .array(leftOutSchema)
    .optional()
    .describe(
      "Customers who stay out of the analysis, though not out of the checks of the file. The rules apply one after another, each to the customers who are left. Each names a `column` and a `test`: `largest` or `smallest` with a `count` of customers; `<`, `<=`, `>` or `>=` with a `value`; or `is` with a `level` of a category or of a column that describes. A customer without the value stays.",
    ),
  treatment: treatmentSchema
    .optional()
    .describe(
      "What is done to the variables before customers are compared. Tables print values in their own units.",
    ),
  method: z
    .enum(analysisChoices.method)
    .optional()
    .describe(
      "How the customers are divided: `kmeans` (the default), or the tree of `ward`, `complete` or `average` linkage, cut into `k` groups. The search for k, the resamples, the other preparations and the second opinion are those of k-means all the same.",
    ),
  k: z.number().int().min(1).describe("Number of groups; 1 where nothing separates the customers."),
  segments: z
    .array(segmentSchema)
    .default([])
    .describe(
      "Names of the groups, in the order of the pages, each with the feature that it goes by. All are given together, so that they fit the groups as a whole; a name that does not fit is not given. Groups without a name are called by what sets them apart.",
    ),
  search: searchSchema.describe("How the groups are searched for."),
  resampling: resamplingSchema.describe("How often the groups are put to the test with other rows."),
  risk: riskSchema
    .optional()
    .describe("What the risk model is fitted to; without it the report has no risk model."),
});

/** What a column of the input must hold, and what is done where it does not. */
export type ColumnRule = z.infer<typeof columnSchema>;
/** Something that holds between the columns of a row, if both are right. */
export type Relation = z.infer<typeof relationSchema>;
/** The agreement with whoever delivers the file. */
export type Contract = z.infer<typeof contractSchema>;
/** Where a group stands in a variable, if its name is right. */
export type SegmentTrait = z.infer<typeof traitSchema>;
/**
 * A name for one of the groups, and the variable that it goes by. All rules are applied together, so that the names fit the
 * groups as a whole; a name that fits none is not given.
 */
export type SegmentRule = z.infer<typeof segmentSchema>;
/** A variable made from others; it describes customers but does not enter the distances. */
export type EngineeredVariable = z.infer<typeof engineeredSchema>;
/** A category made by cutting a variable, in its own unit, into bands. */
export type CategoryVariable = z.infer<typeof categorySchema>;
/** What the risk model is fitted to. */
export type RiskLabel = z.infer<typeof riskSchema>;
/** A number that somebody chose: the report quotes it, and its queries use it, from here. */
export type Constant = z.infer<typeof constantSchema>;
/** How the clusters are searched for. */
export type ClusterSearch = z.infer<typeof searchSchema>;
/** How often the segments are put to the test with other rows. */
export type Resampling = z.infer<typeof resamplingSchema>;

/**
 * What is published of each customer: the `exact` row; rows in groups of at least ten customers that share their values
 * (`grouped`); or no rows (`none`).
 */
export type PublishedRows = "exact" | "grouped" | "none";

/** Everything that is particular to one data set and not to the machine. */
export interface DatasetDefinition extends z.infer<typeof datasetSchema> {
  /** Sign of the currency, its own or the site's. */
  currency: string;
  /** Name of its folders, and of its files in the site. */
  id: string;
  /** Name of the published database in SQL. */
  schema: string;
  /** File that an analyst drops into `data-loaders/input/`. */
  inputFile: string;
  /** The embedded synthetic sample in the same folder; a data set of one's own has none. */
  sampleFile: string;
  /** Environment variable that names another input. */
  inputVariable: string;
  /** What could be done; the report orders it by worth per day of work. */
  actions: readonly z.infer<typeof actionSchema>[];
}
