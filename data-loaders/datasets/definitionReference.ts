import {z} from "zod";
import {actionsSchema} from "./action.js";
import {datasetSchema} from "./dataset.js";
import {siteSchema} from "./siteConfig.js";

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The reference of everything that a definition and the configuration may hold, as Markdown, from their schemas. */
export function definitionReference(): string {
  return `# The definition of a data set

What follows is made from the schemas that the files are checked against. A mistake is told with its line. Every setting without *required* may be left out.

## dataset.yaml

\`data-loaders/datasets/NAME/dataset.yaml\`: what the columns mean, how groups are found, what the risk model is fitted to.

${table(z.toJSONSchema(datasetSchema, {io: "input", unrepresentable: "any"}))}

## Actions

\`data-loaders/datasets/NAME/actions.yaml\`: a list of what the report recommends. Each has:

${table(itemsOf(z.toJSONSchema(actionsSchema, {io: "input", unrepresentable: "any"})))}

## cardlens.yaml

The site: its title, the order of its chapters, the bank's name, logo, currency and colours.

${table(z.toJSONSchema(siteSchema, {io: "input", unrepresentable: "any"}))}
`;
}

function table(schema: JsonSchema): string {
  return `| setting | holds | meaning |\n|---|---|---|\n${rows(schema, "").join("\n")}`;
}

function rows(schema: JsonSchema, prefix: string): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, value]) => {
    if (typeof value === "boolean") return [];
    const path = `${prefix}${name}`;
    const notes = [
      ...(schema.required?.includes(name) ? ["required"] : []),
      ...(value.default === undefined ? [] : [`default \`${JSON.stringify(value.default)}\``]),
    ];
    const own = `| \`${path}\` | ${kind(value)}${notes.length === 0 ? "" : `; ${notes.join("; ")}`} | ${(value.description ?? "").replaceAll("|", "\\|").replaceAll("\n", " ")} |`;
    const inner = value.type === "array" ? itemsOf(value) : value;
    return [own, ...rows(inner, `${path}${value.type === "array" ? "[]" : ""}.`)];
  });
}

function itemsOf({items}: JsonSchema): JsonSchema {
  return items === undefined || typeof items === "boolean" || Array.isArray(items) ? {} : items;
}

function kind(schema: JsonSchema): string {
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${JSON.stringify(value)}\``).join(", ");
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.type === "array") return "list";
  if (schema.type === "object") return "group";
  if (schema.anyOf !== undefined || schema.oneOf !== undefined) return "one of several forms";
  return String(schema.type ?? "text");
}
