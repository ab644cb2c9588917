/**
 * The built viewer in a real Chromium: fills the page with a document, opens it with the network blocked.
 */
import { existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { writeMap } from "../../src/export/map.ts";

const CANDIDATES = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];
export const CHROMIUM = CANDIDATES.find((path) => path !== undefined && existsSync(path));

const DESKTOP = { width: 1440, height: 900 } as const;
export const PHONE = { width: 390, height: 844 } as const;
export const TOUCH = { viewport: PHONE, hasTouch: true, isMobile: true } as const;
export const PHONE_DARK = { viewport: PHONE, colorScheme: "dark" } as const;

export interface Opened {
  readonly page: Page;
  /** Errors and warnings that the page wrote or threw. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

export class ViewerBrowser {
  readonly #browser: Browser;
  readonly folder: string;
  readonly template: string;

  private constructor(browser: Browser, folder: string, template: string) {
    this.#browser = browser;
    this.folder = folder;
    this.template = template;
  }

  /** @param page false: for pages from elsewhere; none is built. */
  static async start({ page = true } = {}): Promise<ViewerBrowser> {
    const folder = await mkdtemp(join(tmpdir(), "paperweave-viewer-"));
    const browser = await chromium.launch({
      executablePath: CHROMIUM!,
      // The page itself is drawn by the processor: a software renderer would take ten times as long for it.
      args: [
        "--no-sandbox",
        "--use-angle=swiftshader",
        "--disable-gpu-rasterization",
        "--disable-background-networking",
      ],
    });
    return new ViewerBrowser(browser, folder, page ? await builtPage(folder) : "");
  }

  /** The address of a page with the document inside; without one, of the bare page. */
  async writeMap(document: GraphDocument | undefined, name = "map.html"): Promise<string> {
    const file = join(this.folder, name);
    await writeFile(file, document ? [...writeMap(this.template, document)].join("") : this.template);
    return pathToFileURL(file).href;
  }

  /** @param before runs in the page before its own script. */
  async open(url: string, options: BrowserContextOptions = {}, before?: () => void): Promise<Opened> {
    const context = await this.#browser.newContext({ viewport: DESKTOP, reducedMotion: "reduce", ...options });
    const page = await context.newPage();
    if (before) await page.addInitScript(before);
    const complaints: string[] = [];
    page.on("console", (message) => {
      // Software rendering stalls on reading pixels; that is the driver's remark, not the page's.
      if (["error", "warning"].includes(message.type()) && !message.text().includes("GL Driver"))
        complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    const own = new URL(url);
    await page.route("**", (route) => {
      const target = new URL(route.request().url());
      if (target.protocol === own.protocol && target.host === own.host) return route.continue();
      complaints.push(`asked for ${target.href}`);
      return route.abort();
    });
    await page.goto(url);
    await page.locator(".region-name, .failure, .plain-map").first().waitFor({ state: "attached" });
    return { page, complaints, close: () => context.close() };
  }

  /** A window for pages that `open` would wait for too long. */
  async blank(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    return this.#browser.newContext({ viewport: DESKTOP, reducedMotion: "reduce", ...options });
  }

  /** Opens a page, does something with it, and closes it. The page must not complain. */
  async onPage(url: string, run: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
    const { page, complaints, close } = await this.open(url, options);
    try {
      await run(page);
      expect(complaints).toEqual([]);
    } finally {
      await close();
    }
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** The map of a document, open to tests. */
export interface MapUnderTest {
  readonly browser: ViewerBrowser;
  readonly url: string;
  /** Opens it, does something with it, and closes it. The page must not complain. */
  readonly use: (run: (page: Page) => Promise<void>, options?: BrowserContextOptions, hash?: string) => Promise<void>;
}

/** Tests on the map of a document, in one browser; skipped where no Chromium is installed. */
export function describeMap(name: string, document: GraphDocument, tests: (map: MapUnderTest) => void): void {
  describe.skipIf(!CHROMIUM)(`${name} (skipped when no Chromium is installed)`, () => {
    let browser: ViewerBrowser;
    let url: string;
    beforeAll(async () => {
      browser = await ViewerBrowser.start();
      url = await browser.writeMap(document);
    });
    afterAll(() => browser.stop());
    tests({
      get browser() {
        return browser;
      },
      get url() {
        return url;
      },
      use: async (run, options = {}, hash = "") => browser.onPage(url + hash, run, options),
    });
  });
}

/** The viewer's page, built once for all suites and kept until its sources change. */
async function builtPage(scratch: string): Promise<string> {
  const kept = `${inject("viewerPage")}.html`;
  if (!existsSync(kept)) {
    const outDir = join(scratch, "web");
    await build({ configFile: fileURLToPath(new URL("../../web/vite.config.ts", import.meta.url)), build: { outDir } });
    await mkdir(dirname(kept), { recursive: true });
    // Other test files may be making the same: it appears whole.
    await copyFile(join(outDir, "index.html"), `${kept}.${process.pid}`);
    await rename(`${kept}.${process.pid}`, kept);
  }
  return readFile(kept, "utf8");
}

/** Rules that the page breaks, as text; empty when it breaks none. */
export async function axeViolations(page: Page): Promise<string[]> {
  const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
  });
}
