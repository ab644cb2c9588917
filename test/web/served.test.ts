/**
 * The map as `paperweave view` serves it, in real Chromium: decisions are written at once, the map is built again, and
 * nobody else can write.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { SAMPLE_FILES, SAMPLE_FOLDER } from "../sample.ts";
import { temporaryFolder } from "../temporary.ts";
import { axeViolations, CHROMIUM, ViewerBrowser } from "./browser.ts";

const PATIENCE = { timeout: 20_000 };
const ROOT = join(import.meta.dirname, "../..");
const dir = join(temporaryFolder(), "map");
const decided = (): string[] => {
  try {
    return readFileSync(join(dir, "decisions.tsv"), "utf8").trim().split("\n");
  } catch {
    return [];
  }
};
const builtDocument = () => JSON.parse(readFileSync(join(dir, "graph.json"), "utf8")) as GraphDocument;

/** The built command: what it serves is the built page, too. */
function paperweave(...args: string[]): ChildProcess {
  return spawn(process.execPath, [join(ROOT, "dist/cli/main.js"), ...args], {
    stdio: ["ignore", "pipe", "ignore"],
  });
}

describe.skipIf(!CHROMIUM)("the served viewer (skipped when no Chromium is installed)", () => {
  let browser: ViewerBrowser | undefined;
  let server: ChildProcess | undefined;
  let url: string;

  beforeAll(async () => {
    const sample = SAMPLE_FILES.map((file) => join(SAMPLE_FOLDER, file));
    const build = paperweave("build", ...sample, "-o", dir);
    expect(await new Promise((resolve) => build.on("close", resolve))).toBe(0);
    server = paperweave("view", dir, "--no-open");
    url = await new Promise<string>((resolve) => createInterface({ input: server!.stdout! }).once("line", resolve));
    browser = await ViewerBrowser.start({ page: false });
  }, 300_000);
  afterAll(async () => {
    server?.kill();
    await browser?.stop();
  });

  test("merge, retype, drop, rename and undo: written at once, shown as pending, built again in place", async () => {
    const before = builtDocument();
    const [first, second, third] = [...before.terms].sort((a, b) => b.papers - a.papers) as [
      GraphDocument["terms"][number],
      GraphDocument["terms"][number],
      GraphDocument["terms"][number],
    ];
    const community = before.communities.find(({ parent }) => parent === undefined)!;
    const type = first.type === "metric" ? "task" : "metric";
    const { page, complaints, close } = await browser!.open(url);
    // Beside a build of the map a frame may take its time.
    page.setDefaultTimeout(120_000);

    await openTerm(page, first.term);
    await page.locator(".decide select").selectOption(type);
    await expect.poll(decided, PATIENCE).toEqual([`type\t${first.term}\t${type}`]);
    await openTerm(page, second.term);
    // Typing would open the browser's own list of known terms, and headless Chromium stands still under it.
    await page.getByLabel("Same as").evaluate((field, name) => ((field as HTMLInputElement).value = name), first.term);
    await page.getByLabel("Same as").press("Enter");
    await expect.poll(() => decided().at(-1), PATIENCE).toBe(`merge\t${second.term}\t${first.term}`);
    await openTerm(page, third.term);
    await page.getByRole("button", { name: "Drop from the map" }).click();
    await expect.poll(() => decided().at(-1), PATIENCE).toBe(`drop\t${third.term}`);
    await page.locator(".legend-list .entry", { hasText: community.label }).first().click();
    await page.getByText("Correct this").click();
    await page.getByLabel("Name", { exact: true }).fill("A name of our own");
    await page.getByRole("button", { name: "Rename" }).click();
    await expect.poll(() => decided().at(-1), PATIENCE).toMatch(/^label\t.+\tA name of our own$/);

    const pending = page.getByRole("region", { name: "Decisions" });
    expect(await pending.locator(".decisions li").count()).toBe(4);
    await pending.getByRole("button", { name: `Undo: without “${third.term}”` }).click();
    await expect.poll(decided, PATIENCE).toHaveLength(3);
    expect(decided().join()).not.toContain("drop");
    expect(await pending.locator(".decisions li").count()).toBe(3);
    expect(await axeViolations(page)).toEqual([]);

    await page.keyboard.press("+");
    await page.keyboard.press("+");
    const place = await cameraOf(page);
    await pending.getByRole("button", { name: "Build the map again" }).click();
    await pending.getByRole("progressbar").waitFor();
    // A build of the sample takes seconds here, and longer beside other work.
    await page.locator(".legend-list .entry", { hasText: "A name of our own" }).waitFor({ timeout: 200_000 });
    await page.getByText("Decided and on the map").waitFor();
    expect(await page.getByText("Decided, not yet on the map").count()).toBe(0);
    expect(await cameraOf(page)).toEqual(place);
    const after = builtDocument();
    const merged = after.terms.find(({ term }) => term === first.term)!;
    expect(merged.type).toBe(type);
    expect(merged.aliases.map(({ text }) => text)).toContain(second.term);
    expect(after.terms.some(({ term }) => term === third.term)).toBe(true);

    // What is on the map can be taken back too: it then waits for the next build, and may be taken up again.
    await page.getByText("Decided and on the map").click();
    await page.getByRole("button", { name: /^Undo: a community is called/ }).click();
    await expect.poll(decided, PATIENCE).toHaveLength(2);
    await page.getByText("no longer: a community is called").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: /^Undo: no longer: a community is called/ }).click();
    await expect.poll(decided, PATIENCE).toHaveLength(3);
    await expect.poll(() => page.getByText("Decided, not yet on the map").count(), PATIENCE).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  }, 300_000);

  test("writing is refused without the page's token, with a wrong one, and from another origin", async () => {
    const before = decided();
    const { page, close } = await browser!.open(url);
    const token = (await page.locator('meta[name="paperweave-token"]').getAttribute("content"))!;
    const ask = (headers: Record<string, string>, target = url) =>
      page.evaluate(
        async ({ target, headers }) => {
          const call = { method: "PUT", headers, body: "drop\teverything\n" };
          return fetch(`${target}api/decisions`, call).then(
            ({ status }) => status,
            () => "refused by the browser",
          );
        },
        { target, headers },
      );
    expect(await ask({})).toBe(403);
    expect(await ask({ "X-Paperweave-Token": "guessed" })).toBe(403);
    await close();

    const elsewhere = createServer((_, response) => {
      response.setHeader("Content-Type", "text/html").end('<p class="failure">another page</p>');
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
    const other = await browser!.open(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
    await other.page.unrouteAll();
    const stolen = await other.page.evaluate(
      async ({ target, token }) =>
        fetch(`${target}api/decisions`, {
          method: "PUT",
          headers: { "X-Paperweave-Token": token },
          body: "drop\teverything\n",
        }).then(
          ({ status }) => status,
          () => "refused by the browser",
        ),
      { target: url, token },
    );
    expect(stolen).toBe("refused by the browser");
    await other.close();
    elsewhere.close();
    // Even a program that says it comes from elsewhere is refused.
    const foreign = await fetch(`${url}api/decisions`, {
      method: "PUT",
      headers: { "X-Paperweave-Token": token, Origin: "http://evil.example" },
      body: "drop\teverything\n",
    });
    expect(foreign.status).toBe(403);
    expect(decided()).toEqual(before);
  });
});

async function openTerm(page: Page, name: string): Promise<void> {
  await page.locator("#search").fill(name);
  await page.getByRole("option", { name }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 2, name, exact: true }).waitFor();
  await page.getByText("Correct this").click();
}

/** As the link to the view tells it. */
async function cameraOf(page: Page): Promise<string | null> {
  await page.getByRole("button", { name: "Link, picture and data" }).click();
  const link = await page.getByRole("textbox", { name: "Link to this view" }).inputValue();
  await page.keyboard.press("Escape");
  return new URLSearchParams(new URL(link).hash.slice(1)).get("camera");
}
