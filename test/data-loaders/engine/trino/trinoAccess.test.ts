import {userInfo} from "node:os";
import {expect, test} from "vitest";
import {trinoAccess, withoutSecrets} from "../../../../data-loaders/engine/trino/trinoAccess.js";

test("without a user, it is the account that runs the build", () => {
  expect(trinoAccess({CARDLENS_TRINO_USER: " "})).toEqual({user: userInfo().username});
});

test("user and password, or a token, come from the environment", () => {
  expect(trinoAccess({CARDLENS_TRINO_USER: "ann", CARDLENS_TRINO_PASSWORD: "sesame"})).toEqual({
    user: "ann",
    password: "sesame",
  });
  expect(trinoAccess({CARDLENS_TRINO_USER: "ann", CARDLENS_TRINO_TOKEN: "eyJ"})).toEqual({
    user: "ann",
    token: "eyJ",
  });
});

test("a password needs its user, and there is one secret", () => {
  const both = {CARDLENS_TRINO_USER: "ann", CARDLENS_TRINO_PASSWORD: "sesame", CARDLENS_TRINO_TOKEN: "eyJ"};
  expect(() => trinoAccess(both)).toThrow("expected one of them");
  expect(() => trinoAccess({CARDLENS_TRINO_PASSWORD: "sesame"})).toThrow("without CARDLENS_TRINO_USER");
  for (const env of [both, {CARDLENS_TRINO_PASSWORD: "sesame"}])
    try {
      trinoAccess(env);
    } catch (error) {
      expect(String(error)).not.toMatch(/sesame|eyJ/);
    }
});

test("secrets are taken out of what others say", () => {
  expect(withoutSecrets("no entry for sesame, sesame", {user: "ann", password: "sesame"})).toBe(
    "no entry for •••, •••",
  );
});
