import {describe, expect, test} from "vitest";
import {isTrinoAddress, tableName, trinoTable} from "../../../../data-loaders/engine/trino/trinoTable.js";

const read = (address: string) => trinoTable(address, "INPUT_CARD_USAGE");

describe("the address of a table in Trino", () => {
  test("is encrypted, at the port of HTTPS where it names none", () => {
    expect(read("trino://Warehouse.example/Lake/Cards/Customers")).toEqual({
      address: "trino://warehouse.example:443/lake/cards/customers",
      server: "https://warehouse.example:443",
      tls: true,
      catalog: "lake",
      schema: "cards",
      table: "customers",
    });
    expect(read("trino://10.0.0.7:8080/a/b/c").server).toBe("https://10.0.0.7:8080");
    // a name that only begins like this machine's
    expect(read("trino://localhost.example/a/b/c").tls).toBe(true);
    expect(read("trino://127.0.0.1.example/a/b/c").tls).toBe(true);
  });

  test.each(["localhost", "127.0.0.1", "127.0.1.1", "[::1]"])(
    "is not encrypted on this machine: %s",
    (host) => {
      expect(read(`trino://${host}/a/b/c`)).toMatchObject({server: `http://${host}:8080`, tls: false});
    },
  );

  test("is quoted in queries", () => {
    expect(tableName(read("trino://localhost/lake/my%20cards/the%22table"))).toBe(
      '"lake"."my cards"."the""table"',
    );
  });

  test.each([
    "trino:",
    "trino://",
    "trino://host",
    "trino://host/a/b",
    "trino://host/a/b/",
    "trino://host/a/b/c/d",
    "trino://host/a/b/c?password=x",
    "trino://host/a/b/c#d",
    "trino://host/a/b/%",
  ])("is whole: %s", (address) => {
    expect(() => read(address)).toThrow(
      "INPUT_CARD_USAGE begins like the address of a table in Trino, but is none; expected trino://host:port/catalog/schema/table",
    );
  });

  test.each(["trino://ann:sesame@host/a/b/c", "trino://:sesame@host/a/b/c"])(
    "holds no secret, and none is repeated: %s",
    (address) => {
      expect(() => read(address)).toThrow("CARDLENS_TRINO_PASSWORD");
      try {
        read(address);
      } catch (error) {
        expect(String(error)).not.toContain("sesame");
      }
    },
  );

  test("is told from a file", () => {
    expect(isTrinoAddress(" TRINO://host/a/b/c")).toBe(true);
    expect(isTrinoAddress("trino/customers.csv")).toBe(false);
  });
});
