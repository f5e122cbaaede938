import {z} from "zod";

/** Steps of a slider over amounts: the first that divides its range into at most 200. */
const amountSteps = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5];

function assumptionSchema(step: (max: number) => number) {
  return z
    .strictObject({
      meaning: z.string().min(1).describe("What it is, as a slider's label."),
      value: z.number().describe("The assumed value."),
      min: z.number().default(0).describe("Least that a reader can set."),
      max: z.number().default(1).describe("Most that a reader can set."),
      step: z.number().positive().optional().describe("Step of the slider; default: fitting the range."),
    })
    .transform((given) => ({...given, step: given.step ?? step(given.max)}));
}

const shareSchema = assumptionSchema(() => 0.01);
/** An assumed amount of money. */
export const amountSchema = assumptionSchema((max) => amountSteps.find((size) => max / size <= 200) ?? 10);

const wanted = z.enum(["rise", "fall"]).describe("Direction in which the outcome should change.");
const variable = z.string().describe("Column of the customers table.");

const outcomeSchema = z.discriminatedUnion("kind", [
  z
    .strictObject({kind: z.literal("mean"), variable, wanted})
    .describe("The mean of a variable, which changes as the units do; the data give its spread."),
  z
    .strictObject({kind: z.literal("count"), variable, wanted})
    .describe(
      "The same for a count of events by which the customers are chosen: the counts on the list are cut off below and vary less than next year's will, so the spread is at least that of the Poisson distribution.",
    ),
  z
    .strictObject({
      kind: z.literal("share"),
      baseline: z.number().min(0).max(1).describe("The share without treatment, assumed."),
      wanted,
    })
    .describe("The share of customers who do something."),
  z
    .strictObject({kind: z.literal("weeks"), wanted})
    .describe(
      "Whole weeks or teams are chosen at random, since customers cannot be left out one by one. The file cannot size such a trial.",
    ),
]);

/** Something that the report recommends, on customers that a rule names. */
export const actionSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, "expected small letters, digits and hyphens, a letter first")
    .describe("Identifier in queries and addresses."),
  team: z.string().min(1).describe("Who acts."),
  title: z.string().min(1).describe("What is done."),
  rule: z
    .string()
    .min(1)
    .describe(
      "Who: SQL over the customers table, with constants as `$name`; where it gives NULL the customer is left out.",
    ),
  units: z
    .string()
    .min(1)
    .describe(
      "What the action can change, over the period of the file: an SQL aggregate over these customers.",
    ),
  unit: z.string().min(1).describe("Unit of that."),
  response: shareSchema.describe(
    "Share of those asked who respond; of what the units count, where nobody is asked.",
  ),
  change: shareSchema
    .optional()
    .describe("Share by which the units of one who responds change; absent where all of them do."),
  unitValue: amountSchema.describe("What one changed unit is worth."),
  costPerCustomer: amountSchema.describe("What the action costs for each customer named."),
  effortDays: z.number().positive().describe("Days of work until it runs: an estimate."),
  outcome: outcomeSchema.describe(
    "What a trial compares between the customers treated and those left as they are.",
  ),
});

/** What stands in a data set's `actions.yaml`: a list. */
export const actionsSchema = z.array(actionSchema);

/** Something that the report recommends, on customers that a rule names. */
export type Action = z.infer<typeof actionSchema>;
/** A number in the worth of an action that nobody has measured: the reader may move it. */
export type Assumption = z.infer<typeof shareSchema>;
/** What a trial compares between the customers treated and those left as they are. */
export type Outcome = z.infer<typeof outcomeSchema>;
