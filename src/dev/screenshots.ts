/**
 * `npm run screenshots [-- <map.html> <folder>]`: the README's pictures, taken in Chromium from the bundled sample's map.
 *
 * To be looked at before they are committed. With a map and a folder given: pictures of that map, nothing is built.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { build } from "vite";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const CHROMIUM = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

interface Picture {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly dark?: true;
  /** What to do before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

const PICTURES: readonly Picture[] = [
  { name: "map", width: 1440, height: 900 },
  { name: "map-dark", width: 1440, height: 900, dark: true },
  { name: "term", width: 1440, height: 900, act: openBestKnownTerm },
  { name: "near", width: 1440, height: 900, dark: true, act: openCommunity },
  { name: "phone", width: 390, height: 844, act: openBestKnownTerm },
];

/** The first result for a word that every sample has. */
async function openBestKnownTerm(page: Page): Promise<void> {
  await page.locator("#search").fill("language model");
  await page.locator("[role=option]").first().waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".detail").waitFor();
  await page.keyboard.press("0");
}

async function openCommunity(page: Page): Promise<void> {
  await page.locator(".legend-list .entry").first().click();
  await page.mouse.move(720, 890);
}

async function main(): Promise<void> {
  const [map, folder] = process.argv.slice(2);
  const executablePath = CHROMIUM.find((path) => path !== undefined && existsSync(path));
  if (!executablePath) throw new Error("no Chromium found; set CHROMIUM to its path");
  const scratch = mkdtempSync(join(tmpdir(), "paperweave-pictures-"));
  const target = folder ?? join(ROOT, "web/pictures");
  mkdirSync(target, { recursive: true });
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--use-angle=swiftshader", "--disable-background-networking"],
  });
  try {
    const url = pathToFileURL(map ?? (await buildSampleMap(scratch))).href;
    for (const picture of PICTURES) await take(browser, url, picture, join(target, `${picture.name}.png`));
  } finally {
    await browser.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function buildSampleMap(scratch: string): Promise<string> {
  await build({ configFile: join(ROOT, "web/vite.config.ts") });
  const sample = ["daily-papers-a.txt", "daily-papers-b.txt"].map((name) => join(ROOT, "src/sample", name));
  const args = ["--import", "tsx", join(ROOT, "src/cli/main.ts"), "build", ...sample, "-o", scratch];
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) throw new Error("the sample's map could not be built");
  return join(scratch, "map.html");
}

async function take(browser: Browser, url: string, picture: Picture, path: string): Promise<void> {
  const { width, height, dark, act } = picture;
  const phone = width < 600;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
    hasTouch: phone,
    isMobile: phone,
    deviceScaleFactor: phone ? 2 : 1,
  });
  const page = await context.newPage();
  // Software rendering beside other work is slow.
  page.setDefaultTimeout(150_000);
  await page.goto(url);
  await page.locator(".region-name").first().waitFor({ state: "attached" });
  await act?.(page);
  await page.waitForTimeout(700);
  await page.screenshot({ path });
  await context.close();
  process.stdout.write(`${path}\n`);
}

await main();
