import {expect, test} from "vitest";
import {queryError} from "../../../../src/lib/database/databaseError.js";

test("keeps DuckDB's message and takes the line out of its excerpt", () => {
  const {kind, line, message} = queryError(
    'Binder Error: Referenced column "nosuch" not found in FROM clause!\nLINE 2:   nosuch\n          ^',
  );
  expect({kind, line, message}).toEqual({
    kind: "query",
    line: 2,
    message: 'Binder Error: Referenced column "nosuch" not found in FROM clause!',
  });
});

test.each([
  "Extension Autoloading Error: An error occurred while trying to automatically install the required extension 'json':\nLoading external extensions is disabled through configuration",
  'Catalog Error: Scalar Function with name "json_extract" is not in the catalog, but it exists in the json extension.\n\nPlease try …',
])("names the extension that is missing", (text) => {
  expect(queryError(text).message).toBe(
    "The query needs DuckDB's json extension, which this report does not load.",
  );
});

test("says that other files cannot be read", () => {
  expect(
    queryError("Permission Error: Scanning read_csv_auto files is disabled through configuration").message,
  ).toBe("Only the published tables can be read here: no files, and no addresses on the web.");
});

test("does not advise a setting that is locked where memory is short", () => {
  expect(
    queryError("Out of Memory Error: could not allocate block of size 256.0 KiB\nOr set SET temp_directory")
      .message,
  ).toBe(
    "The query needs more memory than a browser gives. Ask for fewer rows or columns, or group them first.",
  );
});
