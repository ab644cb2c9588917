/**
 * How long a map takes from opening its file to its first answers, in a browser that has been running for a while.
 */
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { median, type MeasuredMap, onNewPage } from "./measuring.ts";

/** Milliseconds after which a browser that has been started is at rest. */
const SETTLED = 2500;
/** Milliseconds after which a map that has not opened is given up. */
const PATIENCE = 120_000;
/** As text: what tsx adds to functions is not known in the page. Marks the frame in which an answer is first seen. */
const WATCH = `{
  const seen = new Set();
  const look = (name, selector) => {
    if (seen.has(name) || !document.querySelector(selector)) return;
    seen.add(name);
    requestAnimationFrame(() => setTimeout(() => performance.mark(name)));
  };
  new MutationObserver(() => {
    look("hover answered", ".map.focused");
    look("search answered", "[role=option]");
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] });
}`;
const PHASES = `[
  ["first content painted", performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN],
  ...performance.getEntriesByType("mark").map(({ name, startTime }) => [name, startTime]),
]`;

const ANSWERS = ["hover answered", "search answered"] as const;
type Answer = (typeof ANSWERS)[number];

/** Medians in milliseconds, by map; the maps take turns. */
export async function measureOpenings(
  maps: readonly MeasuredMap[],
  rounds: number,
): Promise<Map<string, Record<string, number>>> {
  const times = new Map(maps.map(({ name }) => [name, new Map<string, number[]>()]));
  for (let round = 0; round < rounds; round++)
    for (const answer of ANSWERS)
      for (const { name, file } of maps) {
        const phases = await timeOpening(pathToFileURL(file).href, answer);
        for (const [phase, time] of phases) {
          const kept = times.get(name)!;
          kept.set(phase, [...(kept.get(phase) ?? []), time]);
        }
      }
  return new Map(
    [...times].map(([name, phases]) => [
      name,
      Object.fromEntries([...phases].map(([phase, all]) => [phase, Math.round(median(all))])),
    ]),
  );
}

/** Moves the mouse over the legend, or types a word, from the first moment on, as an impatient reader would. */
async function timeOpening(url: string, answer: Answer): Promise<[phase: string, time: number][]> {
  return onNewPage(async (page) => {
    await page.waitForTimeout(SETTLED);
    await page.addInitScript(WATCH);
    await page.goto(url, { waitUntil: "commit" });
    const entry = page.locator(".legend-list .entry").first();
    const box = await entry.boundingBox({ timeout: PATIENCE });
    if (!box) throw new Error("the legend is not to be seen");
    // A word that is on this map for sure.
    const label = (await entry.textContent()) ?? "";
    if (answer === "search answered") await page.locator("#search").fill(/[A-Za-z]{3,}/.exec(label)?.[0] ?? label);
    const until = Date.now() + PATIENCE;
    for (let i = 0; !(await marked(page, answer)); i++) {
      if (Date.now() > until) throw new Error(`${answer}: never`);
      if (answer === "hover answered") await page.mouse.move(box.x + 40 + (i % 20), box.y + box.height / 2);
    }
    while (!(await marked(page, "document"))) {
      if (Date.now() > until) throw new Error("the map never opened in full; build it anew with this version");
      await page.waitForTimeout(50);
    }
    return page.evaluate<[string, number][]>(PHASES);
  });
}

/** The page's policy forbids what `waitForFunction` does with text. */
async function marked(page: Page, mark: string): Promise<boolean> {
  return page.evaluate<boolean>(`performance.getEntriesByName("${mark}").length > 0`);
}
