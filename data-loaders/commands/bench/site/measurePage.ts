import type {BrowserContext} from "playwright-core";
import type {Profile} from "./profiles.js";

/** What a reader pays for a page, until they touch it. */
export interface PageMeasure {
  page: string;
  profile: string;
  /** `cold`: with an empty cache; `warm`: opened once before. */
  visit: "cold" | "warm";
  /** Over the line, with headers. */
  bytes: number;
  /** Cumulative layout shift. */
  shift: number;
  /** Milliseconds beyond 50 of every task: the time in which the page does not answer. */
  blocking: number;
  /** Milliseconds until something is to be seen. */
  paint: number;
  /** Milliseconds until the first chart is; null where a page has none. */
  chart: number | null;
  /** The element that moved most. */
  moved: string;
}

/** Milliseconds without a touch in which a page has to come to rest. */
const REST = 2_000;

/** Opens a page in a context and measures it. */
export async function measurePage(
  context: BrowserContext,
  address: string,
  page: string,
  profile: Profile,
  visit: "cold" | "warm",
): Promise<PageMeasure> {
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  let bytes = 0;
  await session.send("Network.enable");
  session.on("Network.loadingFinished", ({encodedDataLength}) => {
    bytes += encodedDataLength;
  });
  await session.send("Emulation.setCPUThrottlingRate", {rate: profile.slowdown});
  if (profile.line)
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: profile.line.latency,
      downloadThroughput: profile.line.down,
      uploadThroughput: profile.line.down / 2,
    });
  // what compiles this file names functions by a helper that the page does not have
  await tab.addInitScript("globalThis.__name ??= (named) => named");
  await tab.addInitScript(watch);
  await tab.goto(address + page, {waitUntil: "load"});
  await tab.waitForTimeout(REST);
  const seen = await tab.evaluate(() => {
    const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN;
    const {shift, blocking, chart, moved} = globalThis.watched;
    return {shift, blocking, moved, paint, chart: chart === null ? null : Math.max(chart, paint)};
  });
  await tab.close();
  return {page, profile: profile.name, visit, bytes, ...seen};
}

/** As the Layout Instability API has it, which TypeScript's library does not know. */
interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: {node?: Element}[];
}

declare global {
  var watched: {shift: number; blocking: number; chart: number | null; moved: string};
}

/** Runs in the page before its own scripts. */
function watch(): void {
  const watched: typeof globalThis.watched = {shift: 0, blocking: 0, chart: null, moved: ""};
  globalThis.watched = watched;
  const isShift = (entry: PerformanceEntry): entry is LayoutShift => entry.entryType === "layout-shift";
  let most = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!isShift(entry) || entry.hadRecentInput) continue;
      const {value, sources} = entry;
      watched.shift += value;
      if (value <= most) continue;
      most = value;
      const [node] = sources.flatMap((source) => source.node ?? []);
      watched.moved = node === undefined ? "" : `${node.nodeName.toLowerCase()}.${node.className}`;
    }
  }).observe({type: "layout-shift", buffered: true});
  new PerformanceObserver((list) => {
    for (const {duration} of list.getEntries()) watched.blocking += Math.max(0, duration - 50);
  }).observe({type: "longtask", buffered: true});
  const look = () => {
    // each is there for wide and for narrow screens, one of them hidden
    const charts = Array.from(document.querySelectorAll("figure.chart svg, .chart-place svg"));
    if (charts.some((chart) => chart.getBoundingClientRect().height > 0)) watched.chart = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
