/**
 * Versions of packages that must never be installed, with the reason. Each was published by somebody who had taken over a
 * maintainer's account, and carried code that was not the project's.
 */
export const refusedVersions: readonly {name: string; version: string; reason: string}[] = [
  ...[
    "@duckdb/duckdb-wasm@1.29.2",
    "@duckdb/node-api@1.3.3",
    "@duckdb/node-bindings@1.3.3",
    "duckdb@1.3.3",
  ].map(refused),
  ...[
    "ansi-regex@6.2.1",
    "ansi-styles@6.2.2",
    "backslash@0.2.1",
    "chalk@5.6.1",
    "chalk-template@1.1.1",
    "color-convert@3.1.1",
    "color-name@2.0.1",
    "color-string@2.1.1",
    "debug@4.4.2",
    "error-ex@1.3.3",
    "has-ansi@6.0.1",
    "is-arrayish@0.3.3",
    "simple-swizzle@0.2.3",
    "slice-ansi@7.1.1",
    "strip-ansi@7.1.1",
    "supports-color@10.2.1",
    "supports-hyperlinks@4.1.1",
    "wrap-ansi@9.0.1",
  ].map(refused),
];

function refused(pinned: string): {name: string; version: string; reason: string} {
  const at = pinned.lastIndexOf("@");
  return {
    name: pinned.slice(0, at),
    version: pinned.slice(at + 1),
    reason: "published in September 2025 through a stolen account, with code that diverts payments",
  };
}
