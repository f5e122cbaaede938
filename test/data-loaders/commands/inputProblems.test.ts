import {expect, test} from "vitest";
import {inputProblems} from "../../../data-loaders/commands/reportFailure.js";
import {InputError} from "../../../data-loaders/source/inputError.js";

function errorWith(file: string, lines: number): InputError {
  const finding = {column: "Calls", expected: "a number", remedy: "Correct the value."};
  return new InputError(
    file,
    Array.from({length: lines}, (_, i) => ({...finding, line: i + 2, found: `"x${i}"`})),
  );
}

test("machines get every problem of all inputs, where the message shows the kinds", () => {
  const errors = [errorWith("a.csv", 40), errorWith("b.csv", 2)];
  const problems = inputProblems(new AggregateError(errors));
  expect(problems).toHaveLength(42);
  expect(problems?.[41]).toEqual({
    file: "b.csv",
    line: 3,
    column: "Calls",
    found: '"x1"',
    expected: "a number",
    remedy: "Correct the value.",
  });
  expect(errors[0].message).toMatch(
    /^cannot use a\.csv: 40 problems of 1 kind\n {2}a\.csv, lines 2, 3, 4 and 37 more,/,
  );
});

test("what is no problem of an input is not told as one", () => {
  expect(inputProblems(new Error("a defect"))).toBeUndefined();
  expect(inputProblems(new AggregateError([errorWith("a.csv", 1), new Error("a defect")]))).toBeUndefined();
});
