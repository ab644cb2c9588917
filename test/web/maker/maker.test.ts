/**
 * The page that makes maps (dist/web/paperweave.html) in real Chromium, opened from disk: it makes what the command line
 * makes, byte for byte, asks nobody for anything, and loses nothing.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GraphDocument } from "../../../src/contract/graph-document.ts";
import { BUILT_FILES, FORMATS } from "../../../src/export/formats.ts";
import { SAMPLE_FILES, SAMPLE_FOLDER } from "../../sample.ts";
import { axeViolations, CHROMIUM, PHONE_DARK, ViewerBrowser } from "../browser.ts";
import { downloadBytes, find } from "../page-actions.ts";
import {
  builtFile,
  commandLine,
  drop,
  type DroppedFile,
  folderOf,
  give,
  MAKER_PAGE,
  madeFile,
  openIn,
  openMaker,
  phaseOf,
  reaches,
} from "./maker-page.ts";

/** Several formats, packed and not, one with trouble. */
const FILES: readonly DroppedFile[] = [
  ...SAMPLE_FILES.map((name) => ({ name, buffer: readFileSync(join(SAMPLE_FOLDER, name)) })),
  {
    name: "tides.jsonl.gz",
    buffer: gzipSync(
      '{"title": "Seabed scour", "abstract": "Seabed scour around a tidal turbine."}\n{broken\n{"title": "Größe"}\n',
    ),
  },
  {
    name: "more.zip",
    buffer: Buffer.from(
      zipSync({
        "a.bib": Buffer.from(
          "@article{x, title = {Tidal turbines at Poincar\\'e bay}, abstract = {A tidal turbine with blade pitch control.}}",
        ),
        "b.csv": Buffer.from('Title,Abstract,Year\n"Tidal turbines, part 1","We design a tidal turbine.",2024\n'),
      }),
    ),
  },
];

const GIVEN = FILES.map(({ name }) => name);

describe.skipIf(!CHROMIUM)("the page that makes maps (skipped when no Chromium is installed)", () => {
  let browser: ViewerBrowser;
  let folder: string;
  beforeAll(async () => {
    if (!existsSync(MAKER_PAGE)) throw new Error("dist is missing: npm run build");
    browser = await ViewerBrowser.start({ page: false });
    folder = folderOf(FILES);
    await commandLine(folder, "build", ...GIVEN, "--no-cache");
  }, 600_000);
  afterAll(() => browser.stop());

  const sameAsCommandLine = async (page: Page, names = BUILT_FILES.map(({ name }) => name)) => {
    for (const name of names) {
      const made = await madeFile(page, name);
      expect(made.equals(builtFile(folder, name)), `${name} differs`).toBe(true);
    }
  };

  test("carries all it needs in at most 6 MB, and may use no network", () => {
    const page = readFileSync(MAKER_PAGE);
    expect(gzipSync(page, { level: 9 }).length).toBeLessThan(6_000_000);
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page.toString())?.[1] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toContain("unsafe");
  });

  test("makes the command line's bytes, takes corrections like it, and is there again after the tab was killed", async () => {
    const { page, context, complaints } = await openMaker(browser);
    await reaches(page, "empty");
    expect(await axeViolations(page)).toEqual([]);
    await give(page, FILES);
    await reaches(page, "ready");
    await page.locator(".region-name").first().waitFor({ state: "attached" });
    await sameAsCommandLine(page);
    expect(await axeViolations(page)).toEqual([]);

    // What cannot be used is told, and the map stays.
    const before = await madeFile(page, "graph.json");
    for (const file of HOSTILE) {
      await give(page, [file]);
      await expect
        .poll(() => page.locator(".maker-card.beside").innerText(), { timeout: 200_000 })
        .toContain(file.name);
      await reaches(page, "ready");
      expect((await madeFile(page, "graph.json")).equals(before)).toBe(true);
      expect(await axeViolations(page)).toEqual([]);
      await page.getByRole("button", { name: "Close", exact: true }).click();
    }

    // Corrections, built upon the map that stands.
    const document = JSON.parse(before.toString()) as GraphDocument;
    const [term] = [...document.terms].sort((a, b) => b.papers - a.papers);
    await find(page, term!.term);
    await page.getByText("Correct this").click();
    await page.getByRole("button", { name: "Drop from the map" }).click();
    await page.getByRole("button", { name: "Build the map again" }).click();
    await expect.poll(() => phaseOf(page)).not.toBe("ready");
    await reaches(page, "ready");
    await page.getByText("Decided and on the map").waitFor();
    writeDecisions(folder, `drop\t${term!.term}\n`);
    await commandLine(folder, "build", ...GIVEN, "--no-cache");
    await sameAsCommandLine(page);

    // Kept by the browser: the tab dies, the next one has it.
    await page.getByRole("button", { name: "Project: files, exports, saving" }).click();
    await page.getByText("Kept in this browser.").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    const saved = await downloadBytes(page, "Save as one file");
    const died = page.waitForEvent("crash");
    page.goto("chrome://crash").catch(() => undefined);
    await died;
    expect(complaints).toEqual([]);
    const again = await openIn(context);
    await again.page.getByRole("button", { name: "Open daily-papers-a" }).click();
    await reaches(again.page, "ready");
    await sameAsCommandLine(again.page);
    await again.page.getByText("Decided and on the map").waitFor();
    expect(again.complaints).toEqual([]);
    await context.close();

    // The project as one file, in a browser that knows nothing of it.
    const elsewhere = await openMaker(browser);
    expect(await elsewhere.page.locator(".stored").count()).toBe(0);
    await give(elsewhere.page, [{ name: "mine.paperweave", buffer: saved }]);
    await reaches(elsewhere.page, "ready");
    await sameAsCommandLine(elsewhere.page);
    expect(elsewhere.complaints).toEqual([]);
    await elsewhere.context.close();
  }, 1_800_000);

  test("the sample, a cancelled build, pasted text, dropped files, every format, by keyboard too", async () => {
    const { page, context, complaints } = await openMaker(browser, PHONE_DARK);
    await page.getByRole("button", { name: "Try it with a sample" }).press("Enter");
    await page.getByRole("button", { name: "Cancel" }).press("Enter");
    await reaches(page, "empty");
    await drop(page, { "nothing.csv": "no,papers\n1,2\n" });
    await reaches(page, "failed");
    expect(await page.getByRole("alert").innerText()).toContain("nothing.csv");
    expect(await axeViolations(page)).toEqual([]);
    await expect(madeFile(page, "graph.json")).rejects.toThrow("no map has been made yet");
    await page.getByRole("button", { name: "Start again" }).press("Enter");
    await page.getByRole("button", { name: "Paste text" }).press("Enter");
    await page.getByRole("textbox").fill("TY  - JOUR\nTI  - Tidal turbines\nAB  - A tidal turbine turns.\nER  -\n");
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Make the map" }).press("Enter");
    await reaches(page, "ready");
    await drop(page, { "b.csv": "title,abstract\nSeabed scour,Seabed scour around a tidal turbine.\n" });
    await expect
      .poll(async () => (await madeFile(page, "papers.csv")).toString(), { timeout: 300_000 })
      .toContain("scour");
    const graph = JSON.parse((await madeFile(page, "graph.json")).toString()) as GraphDocument;
    expect(graph.papers.map(({ title }) => title).sort()).toEqual(["Seabed scour", "Tidal turbines"]);
    await page.getByRole("button", { name: "Project: files, exports, saving" }).click();
    for (const { title } of FORMATS) {
      const file = await downloadBytes(page, title);
      expect(file.length, title).toBeGreaterThan(50);
    }
    expect(complaints).toEqual([]);
    await context.close();
  }, 1_200_000);
});

const HOSTILE: readonly DroppedFile[] = [
  { name: "bomb.jsonl.gz", buffer: gzipSync(Buffer.alloc(64 << 20, 32)) },
  { name: "deep.json", buffer: Buffer.from("[".repeat(2_000_000)) },
  { name: "picture.png", buffer: Buffer.from("89504e470d0a1a0a0000000d49484452".repeat(4), "hex") },
  { name: "broken.zip", buffer: Buffer.from(zipSync({ "a.bib": Buffer.alloc(5000, 64) })).subarray(0, 60) },
];

function writeDecisions(folder: string, text: string): void {
  writeFileSync(join(folder, "output/decisions.tsv"), text);
}
