import fc from "fast-check";
import {describe, expect, test} from "vitest";
import type {DatasetDefinition} from "../../../data-loaders/datasets/dataset.js";
import type {CustomerTable} from "../../../data-loaders/source/customers.js";
import {InputError} from "../../../data-loaders/source/inputError.js";
import {alllife, cardUsage} from "../../definitions.js";
import {goodFile, goodRows, HEADER, read} from "./fixture.js";

async function outcome(
  content: string | Uint8Array,
  definition: DatasetDefinition = alllife,
): Promise<CustomerTable | InputError> {
  return read(content, definition).catch((error: unknown) => {
    if (error instanceof InputError) return error;
    throw error;
  });
}

function expectSound(result: CustomerTable | InputError): void {
  if (result instanceof InputError) {
    expect(result.problems.length).toBeGreaterThan(0);
    for (const {found, expected, remedy} of result.problems) expect(found && expected && remedy).toBeTruthy();
    return;
  }
  for (const values of Object.values(result.numbers)) expect(values).toHaveLength(result.rows);
  for (const values of Object.values(result.text)) expect(values).toHaveLength(result.rows);
  for (const {checked, passed, noted, failed} of result.quality)
    expect(passed + noted + failed).toBe(checked);
  expect(new Set(result.quality.map(({id}) => id)).size).toBe(result.quality.length);
}

describe("any input", () => {
  test("with some bytes changed gives a sound table or an InputError, and nothing else", async () => {
    const bytes = Buffer.from(goodFile({3: '3,10003," 3,000.00 ",4,1,2,3'}));
    const change = fc.tuple(
      fc.nat(bytes.length - 1),
      fc.constantFrom(...Buffer.from('",;\n\r\0x0-. \u00e9')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, {minLength: 1, maxLength: 6}), async (changes) => {
        const changed = Buffer.from(bytes);
        for (const [at, byte] of changes) changed[at] = byte;
        expectSound(await outcome(changed));
      }),
      {numRuns: 150},
    );
  });

  test("of random bytes or text gives an InputError", async () => {
    const content = fc.oneof(fc.uint8Array(), fc.string({unit: "binary"}), fc.string({unit: "grapheme"}));
    await fc.assert(
      fc.asyncProperty(content, fc.constantFrom(alllife, cardUsage), async (garbage, definition) => {
        const result = await outcome(garbage, definition);
        expect(result).toBeInstanceOf(InputError);
        expectSound(result);
      }),
      {numRuns: 100},
    );
  });

  test("gives the same values in any order of the rows and of the columns", async () => {
    const rows = goodRows().map((row) => row.split(","));
    const straight = await read(goodFile());
    const columns = HEADER.split(",");
    const shuffled = fc.tuple(
      fc.shuffledSubarray(Array.from(rows.keys()), {minLength: rows.length}),
      fc.shuffledSubarray(Array.from(columns.keys()), {minLength: columns.length}),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([rowOrder, columnOrder]) => {
        const lines = [columns, ...rowOrder.map((i) => rows[i])].map((cells) =>
          columnOrder.map((j) => cells[j]).join(","),
        );
        const table = await read(lines.join("\n"));
        expect(table.text.customer_key).toEqual(rowOrder.map((i) => straight.text.customer_key[i]));
        for (const [name, values] of Object.entries(straight.numbers)) {
          expect(Array.from(table.numbers[name])).toEqual(rowOrder.map((i) => values[i]));
        }
      }),
      {numRuns: 30},
    );
  });
});
