/**
 * The page that makes maps (dist/web/paperweave.html) in real Chromium, opened from disk: it makes what the command line
 * makes, byte for byte, asks nobody for anything, and loses nothing.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GraphDocument } from "../../../src/contract/graph-document.ts";
import { generatePapers } from "../../../src/dev/bench/generate-papers.ts";
import { BUILT_FILES, FORMATS } from "../../../src/export/formats.ts";
import { SAMPLE_FILES, SAMPLE_FOLDER } from "../../sample.ts";
import { axeViolations, CHROMIUM, PHONE_DARK, ViewerBrowser } from "../browser.ts";
import { downloadBytes } from "../page-actions.ts";
import {
  builtFile,
  commandLine,
  drop,
  dropLarge,
  type DroppedFile,
  folderOf,
  give,
  MAKER_PAGE,
  madeFile,
  openIn,
  openMaker,
  reaches,
  viewed,
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

  test("carries all it needs in at most 6 MB, and may use no network", () => {
    const page = readFileSync(MAKER_PAGE);
    expect(gzipSync(page, { level: 9 }).length).toBeLessThan(6_000_000);
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page.toString())?.[1] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toContain("unsafe");
  });

  test("is what `view` serves where no map has been built, to itself alone", async () => {
    const { url, stop } = await viewed(folderOf([]));
    const served = await fetch(url);
    expect(Buffer.from(await served.arrayBuffer()).equals(readFileSync(MAKER_PAGE))).toBe(true);
    expect((await fetch(`${url}graph.json`)).status).toBe(404);
    expect((await fetch(`${url}api/decisions`)).status).toBe(404);
    stop();
    const built = await viewed(folder);
    expect(await (await fetch(built.url)).text()).toContain("paperweave-token");
    built.stop();
  });

  test("makes the command line's bytes, all files of a build", async () => {
    const { page, context, complaints } = await openMaker(browser);
    await reaches(page, "empty");
    expect(await axeViolations(page)).toEqual([]);
    await give(page, FILES);
    await reaches(page, "ready");
    for (const { name } of BUILT_FILES) {
      const made = await madeFile(page, name);
      expect(made.equals(builtFile(folder, name)), `${name} differs`).toBe(true);
    }
    expect(complaints).toEqual([]);
    await context.close();
  }, 900_000);

  test("makes them of a corpus that is worth threads, too, which a page from disk starts as strangers", async () => {
    const file = { name: "many.jsonl", buffer: Buffer.from(`${generatePapers(1600).map(titleOnly).join("\n")}\n`) };
    const many = folderOf([file]);
    await commandLine(many, "build", file.name, "--no-cache");
    const { page, context, complaints } = await openMaker(browser);
    await give(page, [file]);
    await reaches(page, "ready");
    expect((await madeFile(page, "graph.json")).equals(builtFile(many, "graph.json"))).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  }, 900_000);

  test("tells what cannot be used, keeps the map, and has it again after the tab was killed", async () => {
    const { page, context, complaints } = await openMaker(browser);
    const ris = "TY  - JOUR\nTI  - Tidal turbines\nAB  - A tidal turbine turns.\nER  -\n";
    await give(page, [{ name: "a.ris", buffer: Buffer.from(ris) }]);
    await reaches(page, "ready");
    const before = await madeFile(page, "graph.json");
    for (const file of HOSTILE) {
      await give(page, [file]);
      await expect
        .poll(() => page.locator(".maker-card.beside").innerText(), { timeout: 200_000 })
        .toContain(file.name);
      await reaches(page, "ready");
      expect((await madeFile(page, "graph.json")).equals(before)).toBe(true);
      await page.getByRole("button", { name: "Close", exact: true }).click();
    }
    for (const [name, unit, says] of HUGE) {
      await dropLarge(page, name, unit, 500);
      await expect.poll(() => page.locator("body").innerText(), { timeout: 400_000 }).toContain(says);
      expect((await madeFile(page, "graph.json")).equals(before)).toBe(true);
      const back = page.getByRole("button", { name: "Back to the map" });
      await ((await back.count()) > 0 ? back : page.getByRole("button", { name: "Close", exact: true })).click();
      await reaches(page, "ready");
    }
    await page.getByRole("button", { name: "Project: files, exports, saving" }).click();
    await page.getByText("Kept in this browser.").waitFor();
    const died = page.waitForEvent("crash");
    page.goto("chrome://crash").catch(() => undefined);
    await died;
    expect(complaints).toEqual([]);
    const again = await openIn(context);
    await again.page.getByRole("button", { name: "Open a", exact: true }).click();
    await reaches(again.page, "ready");
    expect((await madeFile(again.page, "graph.json")).equals(before)).toBe(true);
    expect(again.complaints).toEqual([]);
    await context.close();
  }, 900_000);

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

/** Short papers are read quickly. */
function titleOnly(line: string): string {
  const { id, title } = JSON.parse(line) as { readonly id: string; readonly title: string };
  return JSON.stringify({ id, title });
}

/** A thousand million times "lol", were entities expanded. */
const LAUGHS = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "lol">${Array.from(
  { length: 9 },
  (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`,
).join(
  "",
)}]><PubmedArticleSet><PubmedArticle><MedlineCitation><Article></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>`;
const HOSTILE: readonly DroppedFile[] = [
  { name: "bomb.jsonl.gz", buffer: gzipSync(Buffer.alloc(64 << 20, 32)) },
  { name: "deep.json", buffer: Buffer.from("[".repeat(2_000_000)) },
  { name: "deep.html", buffer: Buffer.from(`<html><body>${"<div>".repeat(100_000)}`) },
  { name: "laughs.xml", buffer: Buffer.from(LAUGHS) },
  { name: "picture.png", buffer: Buffer.from("89504e470d0a1a0a0000000d49484452".repeat(4), "hex") },
  { name: "broken.zip", buffer: Buffer.from(zipSync({ "a.bib": Buffer.alloc(5000, 64) })).subarray(0, 60) },
];
/** What 500 MB of it are told by. */
const HUGE: readonly (readonly [name: string, unit: string, says: string])[] = [
  ["zeros.jsonl", "\0", "binary file"],
  ["line.txt", "of bread ", "more than 1 million characters"],
  ["bad.jsonl", "{bad\n", "not valid JSON"],
  ["same.ris", "TY  - JOUR\nTI  - Tidal turbines\nER  - \n", "more than 200000 records"],
];
