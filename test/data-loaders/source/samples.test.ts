import {describe, expect, test} from "vitest";
import {samplePath} from "../../../data-loaders/datasets/samples.js";
import {openInput} from "../../../data-loaders/source/openInput.js";
import {checkCustomers} from "../../../data-loaders/source/readCustomers.js";
import {alllife, cardUsage} from "../../definitions.js";

describe.each([alllife, cardUsage])("the embedded sample of $title", (definition) => {
  test("passes its contract and is called synthetic", async () => {
    const variable = {[definition.inputVariable]: samplePath(definition)};
    const input = await openInput(definition, {root: ".", env: variable});
    const table = await checkCustomers(input, definition);
    expect(table.input.synthetic).toBe(true);
    expect(table.rows).toBe(table.input.rows);
    expect(table.quality.filter(({noted}) => noted > 0).map(({id}) => id)).toMatchSnapshot();
  });
});
