import {readFile} from "node:fs/promises";
import {createServer} from "node:http";
import {extname, join} from "node:path";
import {promisify} from "node:util";
import {gzip} from "node:zlib";
import {projectPath} from "../engine/project/projectPath.js";
import {filesBelow} from "../engine/project/sourceFiles.js";
import {browserArguments, installedBrowser, thisMachine} from "../site/paper/installedBrowser.js";
import {NoBrowserError} from "../site/paper/printReport.js";
import {listenOnFreePort} from "../site/serve/listenOnFreePort.js";
import {measurePage, type PageMeasure} from "./bench/site/measurePage.js";
import {profiles} from "./bench/site/profiles.js";
import {excessOf, siteTable} from "./bench/site/siteTable.js";
import {commandOptions} from "./commandOptions.js";
import {runCommand} from "./runCommand.js";

const packed = new Set([".html", ".js", ".css", ".json", ".svg"]);
const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/**
 * `npm run bench:site`: opens every page of the built site in Chromium, on a desktop and on a slowed phone, cold and warm, and
 * prints what it costs, the worst first. `-- --only risk` measures the pages whose address matches.
 */
await runCommand(async () => {
  const {only = ""} = commandOptions({only: {type: "string"}});
  const dist = projectPath("dist");
  const pages = (await filesBelow(dist)).filter(
    (file) => file.endsWith(".html") && file !== "404.html" && new RegExp(only).test(file),
  );
  if (pages.length === 0) throw new Error("there is no such page in dist; run npm run build first");
  const executablePath = installedBrowser(thisMachine);
  if (executablePath === undefined)
    throw new NoBrowserError(
      "measuring needs Chromium, Chrome or Edge; install one, or name it in CHROMIUM_PATH",
    );
  const {chromium} = await import("playwright-core");
  const site = await servePacked(dist);
  const browser = await chromium.launch({executablePath, args: browserArguments()});
  const measures: PageMeasure[] = [];
  try {
    for (const page of pages)
      for (const profile of profiles) {
        const {width, height, isMobile} = profile;
        const context = await browser.newContext({viewport: {width, height}, isMobile});
        for (const visit of ["cold", "warm"] as const)
          measures.push(await measurePage(context, site.url, page, profile, visit));
        await context.close();
      }
  } finally {
    await browser.close();
    site.close();
  }
  console.log(siteTable(measures));
  const over = measures.filter((measure) => excessOf(measure) > 1).length;
  console.log(`\n${measures.length} visits, ${over} over the budget (marked !)`);
});

/** Serves the site as a host does: text is packed, and a browser may keep what it has. */
async function servePacked(folder: string): Promise<{url: string; close(): void}> {
  const server = createServer(async (request, response) => {
    const {pathname} = new URL(request.url ?? "/", "http://localhost");
    const name = decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    const bytes = await readFile(join(folder, name)).catch(() => undefined);
    if (bytes === undefined) {
      response.writeHead(404).end();
      return;
    }
    const extension = extname(name);
    const isPacked = packed.has(extension);
    response.writeHead(200, {
      "content-type": types[extension] ?? "application/octet-stream",
      "cache-control": "max-age=3600",
      ...(isPacked ? {"content-encoding": "gzip"} : {}),
    });
    response.end(isPacked ? await promisify(gzip)(bytes) : bytes);
  });
  const {href} = await listenOnFreePort(server, 3_900);
  return {
    url: href,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
