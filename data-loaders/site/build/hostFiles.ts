import {notFoundPage} from "./notFoundPage.js";

/** Folders whose files carry a hash or a version in their names: they never change under their address. */
export const foldersNamedByContent = ["_file", "_import", "_node", "_npm", "_observablehq"];

/**
 * What a page cannot say of itself and a host must: that no other site may frame it, that types are as declared, and that no
 * address is handed on. All else is in the policy of each page.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": "frame-ancestors 'self'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
};

/** For files that never change under their address, and for all others, which a browser asks for again. */
export const cacheControl = {unchanging: "public, max-age=31536000, immutable", other: "no-cache"};

/**
 * Files for static hosts, by name in the site: each host reads its own and leaves the others alone. `404.html` is found by
 * GitHub Pages, Netlify, Cloudflare and others by its name.
 *
 * @param title of the site
 */
export function hostFiles(title: string): Map<string, string> {
  return new Map([
    ["404.html", notFoundPage(title)],
    // GitHub Pages: folders that begin with an underscore are part of the site
    [".nojekyll", ""],
    ["_headers", headersFile()],
    [".htaccess", htaccess()],
    ["web.config", webConfig()],
  ]);
}

/** Netlify and Cloudflare Pages. Their other files are asked for again anyway; two rules for one header would be joined. */
function headersFile(): string {
  const rule = (path: string, headers: Readonly<Record<string, string>>) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join("\n");
  return `${[
    rule("/*", securityHeaders),
    ...foldersNamedByContent.map((folder) =>
      rule(`/${folder}/*`, {"Cache-Control": cacheControl.unchanging}),
    ),
  ].join("\n\n")}\n`;
}

/** Apache. */
function htaccess(): string {
  const set = Object.entries(securityHeaders).map(
    ([name, value]) => `  Header always set ${name} "${value}"`,
  );
  return `# Apache: needs mod_headers, and AllowOverride FileInfo Options for this folder
Options -Indexes
AddType application/wasm .wasm
<IfModule mod_headers.c>
${set.join("\n")}
  Header set Cache-Control "${cacheControl.other}"
  <If "%{REQUEST_URI} =~ m#/(${foldersNamedByContent.join("|")})/#">
    Header set Cache-Control "${cacheControl.unchanging}"
  </If>
</IfModule>
`;
}

/** Internet Information Services. */
function webConfig(): string {
  const set = Object.entries(securityHeaders).map(
    ([name, value]) => `        <add name="${name}" value="${value}" />`,
  );
  const locations = foldersNamedByContent.map(
    (folder) => `  <location path="${folder}">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" cacheControlCustom="public, immutable" />
      </staticContent>
    </system.webServer>
  </location>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <httpProtocol>
      <customHeaders>
${set.join("\n")}
      </customHeaders>
    </httpProtocol>
    <staticContent>
      <clientCache cacheControlMode="DisableCache" />
      <remove fileExtension=".wasm" />
      <mimeMap fileExtension=".wasm" mimeType="application/wasm" />
      <remove fileExtension=".gz" />
      <mimeMap fileExtension=".gz" mimeType="application/gzip" />
      <remove fileExtension=".duckdb" />
      <mimeMap fileExtension=".duckdb" mimeType="application/octet-stream" />
      <remove fileExtension=".parquet" />
      <mimeMap fileExtension=".parquet" mimeType="application/vnd.apache.parquet" />
    </staticContent>
  </system.webServer>
${locations.join("\n")}
</configuration>
`;
}
