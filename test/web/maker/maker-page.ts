/**
 * The page that makes maps in a real Chromium, from disk, and the command line that it is compared with.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import type { PageDriver } from "../../../web/maker/driver.ts";
import type { ViewerBrowser } from "../browser.ts";

const ROOT = join(import.meta.dirname, "../../..");
export const MAKER_PAGE = join(ROOT, "dist/web/paperweave.html");

/** A build takes seconds, and minutes beside other work. */
const BUILT = { timeout: 500_000 };

export type Phase = "empty" | "reading" | "building" | "ready" | "failed";

export interface DroppedFile {
  readonly name: string;
  readonly buffer: Buffer;
}

export interface OpenedMaker {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors and warnings that the page wrote or threw, and what it asked a network for. */
  readonly complaints: string[];
}

export async function openMaker(browser: ViewerBrowser, options: BrowserContextOptions = {}): Promise<OpenedMaker> {
  const context = await browser.blank(options);
  return openIn(context);
}

export async function openIn(context: BrowserContext): Promise<OpenedMaker> {
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const complaints: string[] = [];
  const own = pathToFileURL(MAKER_PAGE).href;
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !message.text().includes("GL Driver"))
      complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  context.on("request", (request) => {
    if (request.url() !== own && !/^(blob|data):/.test(request.url())) complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(own);
  return { page, context, complaints };
}

export async function give(page: Page, files: readonly DroppedFile[]): Promise<void> {
  const given = files.map((file) => ({ ...file, mimeType: "application/octet-stream" }));
  await page.locator("input[type=file][multiple]").setInputFiles(given);
}

/** Drops text files on the page, as a person does with the mouse. */
export async function drop(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((texts) => {
    const data = new DataTransfer();
    for (const [name, text] of Object.entries(texts)) data.items.add(new File([text], name));
    for (const kind of ["dragenter", "dragover", "drop"])
      document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, cancelable: true, bubbles: true }));
  }, files);
}

async function phaseOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.body.dataset["state"]);
}

export async function reaches(page: Page, phase: Phase): Promise<void> {
  await expect.poll(() => phaseOf(page), BUILT).toBe(phase);
}

/** Drops one file of so many megabytes, which stands nowhere but in the browser. */
export async function dropLarge(page: Page, name: string, unit: string, megabytes: number): Promise<void> {
  await page.evaluate(
    ([file, text, count]) => {
      const part = text.repeat(Math.ceil((1 << 20) / text.length));
      const data = new DataTransfer();
      data.items.add(
        new File(
          Array.from({ length: count }, () => part),
          file,
        ),
      );
      for (const kind of ["dragenter", "dragover", "drop"])
        document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, cancelable: true, bubbles: true }));
    },
    [name, unit, megabytes] as const,
  );
}

/** One of the files that the page has made. */
export async function madeFile(page: Page, name: string): Promise<Buffer> {
  const letters = await page.evaluate(async (file) => {
    const bytes = await (window as unknown as { paperweave: PageDriver }).paperweave.file(file);
    let text = "";
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(text);
  }, name);
  return Buffer.from(letters, "base64");
}

/** A folder with these files, to run the command line in. */
export function folderOf(files: readonly DroppedFile[]): string {
  const folder = mkdtempSync(join(tmpdir(), "paperweave-maker-"));
  for (const { name, buffer } of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), buffer);
  }
  return folder;
}

export async function commandLine(folder: string, ...args: string[]): Promise<void> {
  const child = spawn(process.execPath, [join(ROOT, "dist/cli/main.js"), ...args], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (text) => (said += String(text)));
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect(code, said).toBe(0);
}

/** `paperweave view` as it comes, run in a folder. */
export async function viewed(folder: string): Promise<{ readonly url: string; readonly stop: () => void }> {
  const child = spawn(process.execPath, [join(ROOT, "dist/cli/main.js"), "view", "--no-open"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const url = await new Promise<string>((resolve) => createInterface({ input: child.stdout }).once("line", resolve));
  return { url, stop: () => child.kill() };
}

export const builtFile = (folder: string, name: string): Buffer => readFileSync(join(folder, "output", name));
