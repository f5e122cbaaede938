import {describe, expect, test} from "vitest";
import {commandOptions, countOption} from "../../../data-loaders/commands/commandOptions.js";
import {projectPath} from "../../../data-loaders/engine/project/projectPath.js";
import {runCommand} from "../../setup/copiedProject.js";

const parse = (...args: string[]) =>
  commandOptions({json: {type: "boolean", default: false}, against: {type: "string"}}, args);

describe("the options of a command", () => {
  test("are given with their defaults", () => {
    expect(parse()).toEqual({json: false});
    expect(parse("--json", "--against", "../dist")).toEqual({json: true, against: "../dist"});
  });

  test.each([
    [["--foo"], "Unknown option '--foo'. Options: --json, --against VALUE"],
    [["--json=1"], "Option '--json' does not take an argument. Options: --json, --against VALUE"],
    [["--against"], "Option '--against <value>' argument missing. Options: --json, --against VALUE"],
  ])("are refused in one line with those that exist: %j", (args, message) => {
    expect(() => parse(...args)).toThrow(message);
  });

  test("may be counts", () => {
    expect(countOption("publish-with-failing", undefined)).toBe(0);
    expect(countOption("publish-with-failing", "12")).toBe(12);
    for (const wrong of ["", "-1", "1.5", "many"])
      expect(() => countOption("publish-with-failing", wrong)).toThrow(
        `invalid --publish-with-failing; not a whole number from 0: ${wrong}`,
      );
  });

  test("are refused in one line where a value seems to be forgotten or is too much", () => {
    for (const args of [["--against", "--json"], ["report"]])
      expect(() => parse(...args)).toThrow(/^.* Options: --json, --against VALUE$/);
  });

  test.each([
    ["check", "--json, --advice, --against VALUE"],
    ["build", "--against VALUE, --publish-with-failing VALUE"],
    ["start", "--publish-with-failing VALUE"],
    ["dev", "none"],
    ["bench", "--runs VALUE, --only VALUE, --rows VALUE"],
  ])("that npm run %s does not know end it at once", async (command, options) => {
    expect(await runCommand(projectPath("."), command, {}, ["--foo"])).toMatchObject({
      code: 1,
      output: `Unknown option '--foo'. Options: ${options}\n`,
    });
  });

  test("are listed by --help, and nothing else is done", async () => {
    expect(await runCommand(projectPath("."), "check", {}, ["--help"])).toMatchObject({
      code: 0,
      output: "Options: --json, --advice, --against VALUE\n",
    });
  });
});
