/**
 * What measurements of pages share: a browser on this machine's software renderer, scripts' time, middles.
 */
import { existsSync } from "node:fs";
import process from "node:process";
import { chromium, type CDPSession, type Page } from "playwright-core";

export interface MeasuredMap {
  readonly name: string;
  readonly file: string;
}

const CANDIDATES = [process.env["CHROMIUM"], "/usr/bin/chromium"];
/** The page itself is drawn by the processor, or by the software renderer too where RASTER=gpu is set. */
const RASTER = process.env["RASTER"] === "gpu" ? [] : ["--disable-gpu-rasterization"];
const WINDOW = { width: 1440, height: 900 };

/** A page in a browser of its own. */
export async function onNewPage<T>(run: (page: Page) => Promise<T>): Promise<T> {
  const executablePath = CANDIDATES.find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined) throw new Error("no Chromium found; set CHROMIUM to its path");
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--use-angle=swiftshader", "--disable-background-networking", ...RASTER],
  });
  try {
    return await run(await browser.newPage({ viewport: WINDOW }));
  } finally {
    await browser.close();
  }
}

/** Milliseconds that the page's scripts ran during `run`. */
export async function scriptTime(session: CDPSession, run: () => Promise<void>): Promise<number> {
  const before = await scriptSum(session);
  await run();
  return (await scriptSum(session)) - before;
}

/** Milliseconds that the page's scripts have run since it was opened. */
async function scriptSum(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return 1000 * (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0);
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

export function rounded(value: number): number {
  return Math.round(10 * value) / 10;
}
