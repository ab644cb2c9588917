/**
 * `npx tsx test/web/measure.ts [nodes | map.html …]`: what the viewer costs, in Chromium on this machine's software
 * renderer.
 *
 * Per map: bytes; time from opening the file until a first hover has lit its neighbourhood, or a first search has found
 * something, and the phases until then, three times each in a browser that has been running for some seconds and in one
 * that is still starting; script time of a hover, a search letter and a filter; frames per second
 * while the map moves. The page itself is drawn by the processor, or by the software renderer too where RASTER=gpu is set. Made-up maps of 3,000 and 50,000 nodes unless sizes or built maps
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
import { syntheticDocument } from "../documents/synthetic.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const HOVERS = 30;
const RASTER = process.env["RASTER"] === "gpu" ? [] : ["--disable-gpu-rasterization"];
const OPENINGS = 6;
/** Milliseconds after which a browser that has been started is at rest. */
const SETTLED = 3000;
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
  ["file read", performance.getEntriesByType("navigation")[0].responseEnd],
  ["page parsed", performance.getEntriesByType("navigation")[0].domInteractive],
  ["first content painted", performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN],
  ...performance.getEntriesByType("mark").map(({ name, startTime }) => [name, startTime]),
].sort((a, b) => a[1] - b[1])`;
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
      const url = pathToFileURL(file).href;
      const launch = () =>
        chromium.launch({ executablePath, args: ["--no-sandbox", "--use-angle=swiftshader", ...RASTER] });
      for (const settled of [SETTLED, 0]) {
        for (let i = 0; i < OPENINGS; i++) {
          const browser = await launch();
          const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
          await page.waitForTimeout(settled);
          const answer = i % 2 === 0 ? "hover answered" : "search answered";
          await timeOpening(page, url, answer, settled > 0 ? "browser running" : "browser starting");
          await browser.close();
        }
      }
      const browser = await launch();
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await measureAnswers(page, url);
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

type Answer = "hover answered" | "search answered";

/** Moves the mouse over the legend, or types a word, from the first moment on, as an impatient reader would. */
async function timeOpening(page: Page, url: string, answer: Answer, name: string): Promise<void> {
  await page.addInitScript(WATCH);
  await page.goto(url, { waitUntil: "commit" });
  const entry = page.locator(".legend-list .entry").first();
  const box = await entry.boundingBox({ timeout: PATIENCE });
  if (!box) throw new Error("the legend is not to be seen");
  // A word that is on this map for sure.
  const label = (await entry.textContent()) ?? "";
  if (answer === "search answered") await page.locator("#search").fill(/[A-Za-z]{3,}/.exec(label)?.[0] ?? label);
  // The page's policy forbids what `waitForFunction` does with text.
  const marked = (mark: string) => page.evaluate<boolean>(`performance.getEntriesByName("${mark}").length > 0`);
  const until = Date.now() + PATIENCE;
  for (let i = 0; !(await marked(answer)); i++) {
    if (Date.now() > until) throw new Error(`${answer}: never`);
    if (answer === "hover answered") await page.mouse.move(box.x + 40 + (i % 20), box.y + box.height / 2);
  }
  while (!(await marked("document"))) {
    if (Date.now() > until) throw new Error("the map never opened in full; build it anew with this version");
    await page.waitForTimeout(50);
  }
  const phases = await page.evaluate<[name: string, time: number][]>(PHASES);
  print(`${name}: ${answer} ${new Map(phases).get(answer)?.toFixed(0)} ms after opening`);
  print(`  ${phases.map(([phase, time]) => `${phase} ${time.toFixed(0)}`).join(", ")}`);
}

async function measureAnswers(page: Page, url: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await page.goto(url);
  await page.locator(".region-name").first().waitFor({ state: "attached", timeout: PATIENCE });
  await page.waitForTimeout(6000);

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
    await page.getByRole("button", { name: "Hide Methods" }).click();
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
