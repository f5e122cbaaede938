import {describe, expect, test} from "vitest";
import {SettingError} from "../../../../data-loaders/engine/project/settingError.js";
import {portSetting} from "../../../../data-loaders/site/serve/portSetting.js";

describe("the first port", () => {
  test.each([
    [undefined, 3000],
    ["", 3000],
    [" ", 3000],
    ["1", 1],
    [" 8080 ", 8080],
    ["65535", 65535],
  ])("from PORT=%j is %i", (given, port) => {
    expect(portSetting(given)).toBe(port);
  });

  test.each(["0", "-1", "abc", "65536", "70000", "80.5", "1e3", "0x50", "NaN"])(
    "is not taken from PORT=%s",
    (given) => {
      expect(() => portSetting(given)).toThrow(SettingError);
      expect(() => portSetting(given)).toThrow(
        `PORT is ${given}; expected a whole number from 1 to 65535, for example PORT=8080`,
      );
    },
  );
});
