import {describe, expect, test} from "vitest";
import {samplePath} from "../../../data-loaders/datasets/samples.js";
import {locateInput} from "../../../data-loaders/source/locateInput.js";
import {readCustomers} from "../../../data-loaders/source/readCustomers.js";
import {alllife, cardUsage} from "../../definitions.js";

describe.each([alllife, cardUsage])("the embedded sample of $title", (definition) => {
  test("passes its contract and is called synthetic", async () => {
    const variable = {[definition.inputVariable]: samplePath(definition)};
    const {path, synthetic} = locateInput(definition, {root: ".", env: variable});
    const table = await readCustomers(path, definition, {synthetic});
    expect(table.input.synthetic).toBe(true);
    expect(table.rows).toBe(table.input.rows);
    expect(table.quality.filter(({noted}) => noted > 0).map(({id}) => id)).toMatchSnapshot();
  });
});
