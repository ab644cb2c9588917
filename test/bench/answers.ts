/**
 * What an event costs an open map: a move of the mouse over it, a letter in the search box, a frame while it is moved.
 */
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { median, type MeasuredMap, onNewPage, rounded, scriptTime } from "./measuring.ts";

const HOVERS = 30;
const DRAGS = 50;
const WORD = "contrastive";
/** Milliseconds until all that a map does by itself has been done. */
const AT_REST = 6000;
const PATIENCE = 120_000;
const COUNT_FRAMES =
  "globalThis.frames_ = 0; (function next() { globalThis.frames_++; requestAnimationFrame(next); })()";

/** Medians by map; the maps take turns. */
export async function measureAnswers(
  maps: readonly MeasuredMap[],
  rounds: number,
): Promise<Map<string, Record<string, number>>> {
  const found = new Map(maps.map(({ name }) => [name, [] as Record<string, number>[]]));
  for (let round = 0; round < rounds; round++)
    for (const { name, file } of maps)
      found.get(name)!.push(await onNewPage(async (page) => answersOf(page, pathToFileURL(file).href)));
  return new Map(
    [...found].map(([name, all]) => [
      name,
      Object.fromEntries(Object.keys(all[0] ?? {}).map((key) => [key, median(all.map((one) => one[key]!))])),
    ]),
  );
}

async function answersOf(page: Page, url: string): Promise<Record<string, number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await page.goto(url);
  await page.locator(".region-name").first().waitFor({ state: "attached", timeout: PATIENCE });
  await page.waitForTimeout(AT_REST);
  const hover = await scriptTime(session, async () => {
    for (let i = 0; i < HOVERS; i++) {
      await page.mouse.move(500 + ((i * 151) % 700), 150 + ((i * 97) % 600));
      await page.waitForTimeout(40);
    }
  });
  await page.locator("#search").focus();
  const search = await scriptTime(session, () => page.keyboard.type(WORD, { delay: 60 }));
  await page.locator("#search").fill("");
  await page.mouse.move(800, 450);
  await page.mouse.down();
  const start = Date.now();
  await page.evaluate(COUNT_FRAMES);
  for (let i = 0; i < DRAGS; i++) await page.mouse.move(800 + 3 * i, 450 + (i % 7) * 9);
  await page.mouse.up();
  const frames = await page.evaluate<number>("globalThis.frames_");
  return {
    "hover, ms of script a move": rounded(hover / HOVERS),
    "search, ms of script a letter": rounded(search / WORD.length),
    "moving, frames a second": rounded((1000 * frames) / (Date.now() - start)),
  };
}
