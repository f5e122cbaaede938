import {describe, expect, test} from "vitest";
import {FormatError, formatFigure, invalidFormat} from "../../../../src/lib/narrative/formatFigure.js";

describe("a figure's value", () => {
  test.each([
    [3, "words", "three"],
    [3, "Words", "Three"],
    [21, "Words", "21"],
    [0, "times", "never"],
    [2, "times", "twice"],
    [3, "times", "three times"],
    [1234, "times", "1,234 times"],
    [0.0757, ".1%", "7.6%"],
    [0.5, "", "0.5"],
    ["Premium", ".1%", "Premium"],
    [2.234e9, "$.3s", "$2.23B"],
    [2.234e9, ".3s", "2.23G"],
    [null, ".1%", "no value"],
    [1, ",d customer/customers", "1 customer"],
    [1.2, ",d customer/customers", "1 customer"],
    [1234, ",d customer/customers", "1,234 customers"],
    [1, "Words card holder is/card holders are", "One card holder is"],
    [null, ",d customer/customers", "no value"],
    [0.004, ".0%", "<1%"],
    [0, ".0%", "0%"],
    [0.00049, ".1%", "<0.1%"],
    [0.9996, ".1%", ">99.9%"],
    [0.9949, ".0%", "99%"],
    [1, ".0%", "100%"],
    [-0.004, ".1%", "−0.4%"],
  ])("%j in the format %j is %s", (value, format, printed) => {
    expect(invalidFormat(format)).toBeUndefined();
    expect(formatFigure(value, format)).toBe(printed);
  });

  test.each([7, "Premium", null])("%j has no text in a format that is none", (value) => {
    const message = "invalid format; not a d3 format (as ,d or .1%), words, Words or times: .0z%";
    expect(invalidFormat(".0z%")).toBe(message);
    expect(() => formatFigure(value, ".0z%")).toThrow(new FormatError(message));
  });
});
