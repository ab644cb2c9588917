/**
 * In real Chromium: how the page opens: early, damaged, without threads, without WebGL, without data, by the wishes of the system.
 */
import { readFile, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { writeGraphJson } from "../../src/contract/graph-json.ts";
import { packText } from "../../src/export/packed-text.ts";
import { syntheticDocument } from "../documents/synthetic.ts";
import { axeViolations, describeMap, PHONE_DARK } from "./browser.ts";

const document = syntheticDocument();
const community = document.communities[1]!;
/** Best known term: first in any search for its own name. */
const term = document.terms.reduce((best, candidate) => (candidate.papers > best.papers ? candidate : best));

describeMap("opening the viewer", document, (map) => {
  test("what the document alone tells waits until it has been read; names and ties do not", async () => {
    const page = await map.browser.writeMap(document, "halved.html");
    const halves = (await readFile(new URL(page), "utf8")).split(/(?<=id="paperweave-data">)/);
    let sendRest: () => unknown = () => undefined;
    const slow = createServer((_, response) => {
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
      response.write(halves[0]);
      sendRest = () => response.end(halves[1]);
    });
    await new Promise<void>((resolve) => slow.listen(0, "127.0.0.1", resolve));
    const own = `http://127.0.0.1:${(slow.address() as AddressInfo).port}/`;
    const context = await map.browser.blank();
    const early = await context.newPage();
    await early.goto(own, { waitUntil: "commit" });
    await early.locator(".region-name").first().waitFor({ state: "attached" });
    await early.locator(".legend-list .entry", { hasText: community.label }).hover();
    await early.locator(".map.focused").waitFor();
    await early.locator(".legend-list .entry", { hasText: community.label }).click();
    const details = early.locator(".detail");
    await details.getByRole("heading", { level: 2, name: community.label }).waitFor();
    await details.getByText("Reading the details…").waitFor();
    expect(await details.getByRole("heading", { level: 3 }).count()).toBe(0);
    expect(await axeViolations(early)).toEqual([]);
    sendRest();
    await details.getByRole("heading", { level: 3 }).first().waitFor();
    expect(await early.getByText("Reading the details…").count()).toBe(0);
    await context.close();
    slow.close();
  });

  test("carries its own typefaces, read before names are measured, and stays small", async () => {
    await map.use(async (page) => {
      const faces = await page.evaluate(() =>
        [...globalThis.document.fonts].map(
          ({ family, style, status }) => `${family.replaceAll('"', "")} ${style} ${status}`,
        ),
      );
      expect(faces.sort()).toEqual([
        "Paperweave Sans normal loaded",
        "Paperweave Serif italic loaded",
        "Paperweave Serif normal loaded",
      ]);
    });
    expect(gzipSync(map.browser.template, { level: 9 }).length).toBeLessThan(220_000);
  });

  test("where no thread of its own may run, the page unpacks the document itself", async () => {
    const { page, complaints, close } = await map.browser.open(map.url, {}, () => {
      Object.assign(globalThis, { Worker: undefined });
    });
    await page.locator(".legend-list .entry", { hasText: community.label }).click();
    await page.getByRole("heading", { level: 2, name: community.label }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test("a document that was damaged is told of, and one that does not fit, with the place", async () => {
    const wrong = { ...document, terms: document.terms.map((one, i) => (i === 7 ? { ...one, aliases: "none" } : one)) };
    const text = [...packText(writeGraphJson(wrong as unknown as GraphDocument))].join("");
    const whole = await readFile(new URL(map.url), "utf8");
    const pages = {
      damaged: whole.replace(/(?<=id="paperweave-data">.{400})[^]{400}/, ""),
      'terms[7].aliases: expected an array, got "none"': whole.replace(/(?<=id="paperweave-data">)[^<]+/, text),
    };
    for (const [told, page] of Object.entries(pages)) {
      const file = join(map.browser.folder, "broken.html");
      await writeFile(file, page);
      const broken = await map.browser.open(pathToFileURL(file).href);
      await broken.page.getByRole("alert").waitFor();
      expect(await broken.page.getByRole("alert").textContent()).toContain(told);
      await broken.close();
    }
  });

  test("without WebGL everything is there as a table", async () => {
    const { page, complaints, close } = await map.browser.open(map.url, {}, () => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.getByText(/WebGL is off/).waitFor();
    await page.locator(".rows").getByRole("link", { name: term.term }).click();
    await page.getByRole("heading", { level: 2, name: term.term }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  test("served beside graph.json it shows the same map", async () => {
    const server = await serve(map.browser.template);
    const served = await map.browser.open(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await served.page.getByText("90 papers · 180 terms · 8 communities").waitFor();
    expect(served.complaints).toEqual([]);
    await served.close();
    server.close();
  });

  test("without data it says what to do instead of showing an empty page", async () => {
    const empty = await map.browser.open(await map.browser.writeMap(undefined, "empty.html"));
    await empty.page.getByRole("alert").waitFor();
    expect(await empty.page.getByRole("alert").textContent()).toContain("paperweave view");
    await empty.close();
  });

  test("dark colours by the system's wish and by the button", async () => {
    await map.use(
      async (page) => {
        const background = () => page.evaluate(() => getComputedStyle(globalThis.document.body).backgroundColor);
        expect(await background()).toBe("rgb(16, 20, 27)");
        expect(await axeViolations(page)).toEqual([]);
        await page.getByRole("button", { name: "Switch to light colours" }).click();
        await expect.poll(background).toBe("rgb(251, 250, 246)");
      },
      { colorScheme: "dark" },
    );
  });

  test("motion only where it is welcome", async () => {
    const still = (page: Page) =>
      page.locator(".layer-lands").evaluate((canvas) => getComputedStyle(canvas).transitionDuration === "0s");
    await map.use(async (page) => expect(await still(page)).toBe(true), { reducedMotion: "reduce" });
    await map.use(async (page) => expect(await still(page)).toBe(false), { reducedMotion: "no-preference" });
  });

  test.each([{}, PHONE_DARK])("a weak community is called so, with a word of what that means", async (options) => {
    const [first, ...others] = document.communities;
    const weakUrl = await map.browser.writeMap({ ...document, communities: [{ ...first!, weak: true }, ...others] });
    await map.browser.onPage(
      `${weakUrl}#at=community:${encodeURIComponent(first!.label)}`,
      async (page) => {
        await page.locator(".detail").getByText("Other runs would draw other borders here").waitFor();
        expect(await axeViolations(page)).toEqual([]);
        await page.keyboard.press("Escape");
        const toggle = page.getByRole("button", { name: "Legend and filters" });
        if (await toggle.isVisible()) await toggle.click();
        // Under the mouse the tools of an entry take the place of the word.
        await page.mouse.move(1, 1);
        const entries = page.locator(".legend-list .entry");
        expect(await entries.filter({ hasText: "weak" }).count()).toBe(1);
        await entries.filter({ hasText: first!.label }).getByText("weak", { exact: true }).waitFor();
        expect(await axeViolations(page)).toEqual([]);
      },
      options,
    );
  });
});

async function serve(page: string): Promise<Server> {
  const server = createServer((request, response) => {
    const json = request.url === "/graph.json";
    response.writeHead(200, { "Content-Type": json ? "application/json" : "text/html; charset=utf-8" });
    response.end(json ? JSON.stringify(document) : page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}
