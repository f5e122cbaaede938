import type {Browser, BrowserContextOptions, Page, Request} from "playwright-core";

/** A page as a reader has it open, and everything that a reader should never have to know. */
export interface Visit {
  page: Page;
  /** Requests so far, in order. */
  requests: readonly string[];
  /** Foreign requests, failed requests, console errors and warnings, uncaught errors. */
  problems: readonly string[];
  close(): Promise<void>;
}

/** How long a page may take until all its cells are there. */
const settleMilliseconds = 30_000;

/** Opens a page in a profile of its own, and waits until it has settled. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  const requests: string[] = [];
  const problems: string[] = [];
  page.on("request", (request) => {
    requests.push(request.url());
    if (!isOwn(request.url(), new URL(url).origin)) problems.push(`foreign request: ${request.url()}`);
  });
  page.on("requestfailed", (request) => {
    if (isCompiledAlready(request)) return;
    problems.push(`failed request: ${request.url()} (${request.failure()?.errorText})`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`status ${response.status()}: ${response.url()}`);
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()))
      problems.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  await page.goto(url, {waitUntil: "load"});
  if (options.javaScriptEnabled !== false) await settle(page);
  return {page, requests, problems, close: () => context.close()};
}

function isOwn(request: string, origin: string): boolean {
  const {protocol, origin: from} = new URL(request);
  return protocol === "data:" || from === origin;
}

/** A second engine's module is read from the browser's store of compiled modules, its download broken off. */
function isCompiledAlready(request: Request): boolean {
  return request.url().endsWith(".wasm") && request.failure()?.errorText === "net::ERR_ABORTED";
}

/** Waits until every cell has its value and nothing more is loaded. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle", {timeout: settleMilliseconds});
  await page.waitForFunction(() => document.querySelector("observablehq-loading") === null, undefined, {
    timeout: settleMilliseconds,
  });
}
