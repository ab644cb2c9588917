/**
 * `npx tsx test/web/measure.ts [nodes | map.html …]`: what the viewer costs, in Chromium on this machine's software
 * renderer.
 *
 * Per map: bytes; time from opening the file in a browser that has just been started until the page is interactive (the
 * map is drawn, a hover has lit its neighbourhood, a search has found something), and its phases; script time of a hover,
 * a search letter and a filter; frames per second while the map moves. The page itself is drawn by the processor, or by
 * the software renderer too where RASTER=gpu is set. Made-up maps of 3,000 and 50,000 nodes unless sizes or built maps
 * are given. A built map is opened as it is: build it anew after a change of the viewer. Figures depend on the machine and
 * on what else runs there: they are printed, not asserted, with the machine's load.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { chromium, type CDPSession, type Page } from "playwright-core";
import { build } from "vite";
import { writeMap } from "../../src/export/map.ts";
import { syntheticDocument } from "./synthetic-document.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const HOVERS = 30;
const RASTER = process.env["RASTER"] === "gpu" ? [] : ["--disable-gpu-rasterization"];
/** As text: what tsx adds to functions is not known in the page. */
const SECOND_FRAME =
  "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))";
/** The marks that the page sets while it opens. */
const ALL_MARKED = "['webgl', 'search', 'document'].every((name) => performance.getEntriesByName(name).length > 0)";
const PHASES = `[
  ["file read", performance.getEntriesByType("navigation")[0].responseEnd],
  ["page parsed", performance.getEntriesByType("navigation")[0].domInteractive],
  ["first content painted", performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN],
  ...performance.getEntriesByType("mark").map(({ name, startTime }) => [name, startTime]),
].sort((a, b) => a[1] - b[1]).map(([name, time]) => name + " " + Math.round(time)).join(", ")`;
const COUNT_FRAMES =
  "globalThis.frames_ = 0; (function next() { globalThis.frames_++; requestAnimationFrame(next); })()";

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  await build({ configFile: join(ROOT, "web/vite.config.ts") });
  const template = readFileSync(join(ROOT, "dist/web/index.html"), "utf8");
  print(`page: ${template.length} bytes, ${gzipSync(template).length} gzipped (script, style and markup)`);
  const executablePath = [process.env["CHROMIUM"], "/usr/bin/chromium"].find((path) => path && existsSync(path));
  if (!executablePath) throw new Error("no Chromium found; set CHROMIUM to its path");
  const scratch = mkdtempSync(join(tmpdir(), "paperweave-measure-"));
  try {
    for (const map of wanted.length > 0 ? wanted : ["3000", "50000"]) {
      const file = /^\d+$/.test(map) ? writeMadeUp(scratch, template, Number(map)) : resolve(map);
      const bytes = readFileSync(file);
      print(`${file}: ${bytes.length} bytes, ${gzipSync(bytes).length} gzipped; load ${loadavg()[0]!.toFixed(1)}`);
      // A browser of its own: a cold open.
      const browser = await chromium.launch({
        executablePath,
        args: ["--no-sandbox", "--use-angle=swiftshader", ...RASTER],
      });
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await measure(page, pathToFileURL(file).href);
      await browser.close();
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function writeMadeUp(scratch: string, template: string, nodes: number): string {
  const file = join(scratch, `${nodes}.html`);
  const papers = Math.round(nodes / 4);
  const document = syntheticDocument({ papers, terms: nodes - papers, communities: nodes > 5000 ? 24 : 12 });
  const edges = document.mentions.length + document.relations.length + document.similar.length;
  writeFileSync(file, [...writeMap(template, document)].join(""));
  print(`\n${nodes} nodes, ${edges} edges`);
  return file;
}

async function measure(page: Page, url: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await page.goto(url, { waitUntil: "commit" });
  await page.locator(".region-name").first().waitFor({ state: "attached", timeout: 120_000 });
  const drawn = await page.evaluate<number>(SECOND_FRAME);
  const script = await scriptSum(session);
  await page.locator(".legend-list .entry").first().hover();
  const lit = await shownAt(page, ".map.focused");
  // A word that is on this map for sure.
  const label = (await page.locator(".legend-list .entry").first().textContent()) ?? "";
  await page.locator("#search").fill(/[A-Za-z]{3,}/.exec(label)?.[0] ?? label);
  const found = await shownAt(page, "[role=option]");
  await page.locator("#search").fill("");
  const times = [drawn, lit, found].map((time) => time.toFixed(0));
  print(
    `interactive: ${times[2]} ms after opening (map drawn ${times[0]}, a hover lit ${times[1]}, a search answered)`,
  );
  print(`${script.toFixed(0)} ms of script until the map was drawn`);
  // The page's policy forbids what `waitForFunction` does with text.
  while (!(await page.evaluate<boolean>(ALL_MARKED))) await page.waitForTimeout(50);
  print(`phases, ms after opening: ${await page.evaluate<string>(PHASES)}`);
  await page.waitForTimeout(3000);

  const hover = await scriptTime(session, async () => {
    for (let i = 0; i < HOVERS; i++) {
      await page.mouse.move(500 + ((i * 151) % 700), 150 + ((i * 97) % 600));
      await page.waitForTimeout(40);
    }
  });
  print(`hover: ${(hover / HOVERS).toFixed(1)} ms of script per move (${HOVERS} moves)`);

  await page.locator("#search").focus();
  const word = "contrastive";
  const search = await scriptTime(session, async () => {
    await page.keyboard.type(word, { delay: 60 });
  });
  print(`search: ${(search / word.length).toFixed(1)} ms of script per letter`);
  await page.locator("#search").fill("");

  const filter = await scriptTime(session, async () => {
    await page.getByRole("button", { name: /^Methods/ }).click();
    await page.waitForTimeout(600);
  });
  print(`filter: ${filter.toFixed(0)} ms of script`);

  await page.mouse.move(800, 450);
  await page.mouse.down();
  const start = Date.now();
  await page.evaluate(COUNT_FRAMES);
  for (let i = 0; i < 50; i++) await page.mouse.move(800 + 3 * i, 450 + (i % 7) * 9);
  await page.mouse.up();
  const frames = await page.evaluate<number>("globalThis.frames_");
  print(`moving the map: ${((1000 * frames) / (Date.now() - start)).toFixed(0)} frames per second`);
}

/** Milliseconds after opening at which what fits the selector was on the screen. */
async function shownAt(page: Page, selector: string): Promise<number> {
  await page.locator(selector).first().waitFor({ state: "attached", timeout: 120_000 });
  return page.evaluate<number>(SECOND_FRAME);
}

/** Milliseconds that the page's scripts ran during `run`. */
async function scriptTime(session: CDPSession, run: () => Promise<void>): Promise<number> {
  const before = await scriptSum(session);
  await run();
  return (await scriptSum(session)) - before;
}

/** Milliseconds that the page's scripts have run since it was opened. */
async function scriptSum(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return 1000 * (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
