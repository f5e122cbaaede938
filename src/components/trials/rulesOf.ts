import type {RulePreset, RuleVariable} from "./RiskLabelInput.js";

interface VariableRow {
  name: string;
  label: string;
  unit: string;
}

interface ParameterRow {
  name: string;
  value: number;
}

/** Variables that the engagement score adds up. */
const engagementParts = ["branch_visits", "online_visits", "calls"];

/**
 * The rules that AllLife's page on risk offers, and the variables that they and the models use.
 *
 * @param customers the published table, by column
 */
export function rulesOf(
  customers: Readonly<Record<string, readonly number[]>>,
  variables: readonly VariableRow[],
  parameters: readonly ParameterRow[],
): {ruleVariables: RuleVariable[]; presets: RulePreset[]; names: string[]; labels: Map<string, string>} {
  const line = parameters.find(({name}) => name === "risk_line")?.value ?? 0;
  const contacts = customers.engagement_score.toSorted((a, b) => a - b);
  const few = contacts[Math.floor(contacts.length / 2)];
  const limit = {variable: "credit_limit", comparison: "below", value: line} as const;
  return {
    ruleVariables: variables.map(({name, label, unit}) => ({
      name,
      label,
      unit,
      madeOf: name === "engagement_score" ? engagementParts : [name],
    })),
    presets: [
      {name: "the limit is below a line", conditions: [limit]},
      {
        name: "the limit is low and there are few contacts",
        conditions: [limit, {variable: "engagement_score", comparison: "below", value: few}],
      },
      {
        name: "my own rule holds",
        conditions: [limit, {variable: "calls", comparison: "at least", value: 5}],
        isOpen: true,
      },
    ],
    names: variables.map(({name}) => name).filter((name) => name !== "engagement_score"),
    labels: new Map(variables.map(({name, label}) => [name, label])),
  };
}
