import {setTimeout} from "node:timers/promises";
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
const settleMilliseconds = 60_000;

/** How long a page must ask for nothing before it counts as settled. */
const quietMilliseconds = 500;

/** Opens a page in a profile of its own, looks at all of it, and waits until it has settled. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  const requests: string[] = [];
  const problems: string[] = [];
  const network = watchNetwork(page);
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
  if (options.javaScriptEnabled !== false) {
    await settle(page, network);
    await scrollThrough(page);
    await settle(page, network);
  }
  return {page, requests, problems, close: () => context.close()};
}

function isOwn(request: string, origin: string): boolean {
  const {protocol, origin: from} = new URL(request);
  return protocol === "data:" || from === origin;
}

/** A second engine's module is read from the browser's store of compiled modules, its download broken off. */
function isCompiledAlready(request: Request): boolean {
  return /\.wasm(\.gz)?$/.test(request.url()) && request.failure()?.errorText === "net::ERR_ABORTED";
}

/** What a page is loading, and since when (ms) nothing has begun or ended. */
interface Network {
  open: ReadonlySet<Request>;
  lastChange(): number;
}

/** Instead of Playwright's `networkidle`, which may never come on a long page (its issue 42598). */
function watchNetwork(page: Page): Network {
  const open = new Set<Request>();
  let lastChange = performance.now();
  const begin = (request: Request) => {
    open.add(request);
    lastChange = performance.now();
  };
  const end = (request: Request) => {
    open.delete(request);
    lastChange = performance.now();
  };
  page.on("request", begin).on("requestfinished", end).on("requestfailed", end);
  return {open, lastChange: () => lastChange};
}

/** Goes down the page and back: parts that readers try themselves are loaded when one comes near. */
async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y);
      await frame();
      await frame();
    }
    scrollTo(0, 0);
  });
}

/** Waits until every cell has its value and nothing more is loaded. */
async function settle(page: Page, {open, lastChange}: Network): Promise<void> {
  const deadline = performance.now() + settleMilliseconds;
  while (open.size > 0 || performance.now() - lastChange() < quietMilliseconds) {
    if (performance.now() > deadline)
      throw new Error(
        `${page.url()} is still loading ${[...open].map((request) => request.url()).join(", ")}`,
      );
    await setTimeout(50);
  }
  await page.waitForFunction(() => document.querySelector("observablehq-loading") === null, undefined, {
    timeout: settleMilliseconds,
  });
}
