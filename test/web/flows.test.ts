/**
 * What a reader does with the map, step by step, in real Chromium: contours, edges, marks, brushes, matrices, links.
 */
import { readFile } from "node:fs/promises";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { syntheticDocument } from "../documents/synthetic.ts";
import { axeViolations, CHROMIUM, PHONE, ViewerBrowser } from "./browser.ts";

const document = syntheticDocument();
const term = document.terms.reduce((best, candidate) => (candidate.papers > best.papers ? candidate : best));
const ALL = "90 papers · 180 terms · 8 communities";
const TOUCH = { viewport: PHONE, hasTouch: true, isMobile: true } as const;

describe.skipIf(!CHROMIUM)("flows in Chromium (skipped when no Chromium is installed)", () => {
  let browser: ViewerBrowser;
  let url: string;

  beforeAll(async () => {
    browser = await ViewerBrowser.start();
    url = await browser.writeMap(document);
  });
  afterAll(() => browser.stop());

  const onMap = (run: (page: Page) => Promise<void>, options: BrowserContextOptions = {}, hash = "") =>
    browser.onPage(url + hash, run, options);

  test.each(["light", "dark"] as const)(
    "density contours on demand: on the map, in the legend, in the link, in the picture; they follow the filters (%s)",
    async (colorScheme) => {
      await onMap(
        async (page) => {
          const toggle = page.getByRole("button", { name: "Density contours" });
          expect(await ink(page, ".layer-contours")).toBe(0);
          await toggle.click();
          await expect.poll(() => ink(page, ".layer-contours")).toBeGreaterThan(1000);
          await page.getByText("The further in a line").waitFor();
          expect(await axeViolations(page)).toEqual([]);
          const whole = await ink(page, ".layer-contours");
          await page.getByRole("button", { name: `Show only ${document.communities[1]!.label}` }).focus();
          await page.keyboard.press("Enter");
          await expect.poll(() => ink(page, ".layer-contours")).toBeLessThan(whole * 0.7);
          await page.reload();
          await expect.poll(() => toggle.getAttribute("aria-pressed")).toBe("true");
          await expect.poll(() => ink(page, ".layer-contours")).toBeGreaterThan(100);
          await page.getByRole("button", { name: "Link, picture and data" }).click();
          const svg = await download(page, "SVG");
          expect(svg.match(/<path class="contour"/g)!.length).toBeGreaterThan(5);
          expect(svg).toContain("Density contours");
          await page.keyboard.press("Escape");
          await toggle.click();
          await expect.poll(() => ink(page, ".layer-contours")).toBe(0);
        },
        { colorScheme },
      );
    },
  );

  test("a click on a lit edge opens the sentences behind it", async () => {
    await onMap(async (page) => {
      await find(page, term.term);
      const heading = page.locator(".detail h2");
      const middle = await freeMiddle(page);
      // The flight is over once the picture stays as it is.
      let places = await inkedPlaces(page, middle, 62);
      await expect
        .poll(
          async () => {
            const before = JSON.stringify(places);
            places = await inkedPlaces(page, middle, 62);
            return places.length > 0 && JSON.stringify(places) === before;
          },
          { interval: 500, timeout: 30_000 },
        )
        .toBe(true);
      // Some of the places are names or other nodes; a few clicks find an edge.
      for (const place of places.slice(0, 25)) {
        await page.mouse.click(place.x, place.y);
        // On a busy machine the panel comes well after the click.
        const isOther = expect.poll(() => heading.allTextContents(), { timeout: 5000 }).not.toEqual([term.term]);
        if (await isOther.then(() => false).catch(() => true)) continue;
        if ((await heading.allTextContents())[0]?.includes("↔")) break;
        await page.goBack();
        await expect.poll(() => heading.textContent()).toBe(term.term);
      }
      await expect.poll(() => heading.textContent()).toContain("↔");
      await page.locator(".detail blockquote, .detail .node-link").first().waitFor();
      expect(await axeViolations(page)).toEqual([]);
    });
  }, 180_000);

  test("the mouse on a mark lights its node, the mouse on a node its mark", async () => {
    await onMap(async (page) => {
      await find(page, term.term);
      const middle = await freeMiddle(page);
      const camera = new URLSearchParams(new URL(await linkOf(page)).hash.slice(1)).get("camera")!;
      const mention = document.mentions.find((edge) => edge.term === term.node)!;
      const paper = document.papers.find(({ node }) => node === mention.paper)!;
      await page.goto("about:blank");
      await page.goto(`${url}#at=${encodeURIComponent(`paper:${paper.id}`)}&camera=${camera}`);
      await page.getByRole("heading", { level: 2, name: paper.title }).waitFor();
      const mark = page.locator(".abstract .mark", { hasText: term.term }).first();
      await page.mouse.move(middle.x, middle.y);
      await expect.poll(() => mark.getAttribute("class")).toContain("lit");
      await page.mouse.move(middle.x, 5);
      await expect.poll(() => mark.getAttribute("class")).not.toContain("lit");
      const before = await ink(page, ".layer-labels");
      await mark.hover();
      // Another neighbourhood is drawn than that of the open paper.
      await expect.poll(() => ink(page, ".layer-labels")).not.toBe(before);
    });
  });

  test("only the neighbours of the selection, a brush over the dates, a range of counts: each undone by one click", async () => {
    await onMap(async (page) => {
      await find(page, term.term);
      await page.getByRole("button", { name: "Only neighbours" }).click();
      await page.getByText(/^Showing \d+ papers? and \d+ terms?$/).waitFor();
      await page.getByRole("button", { name: `Undo: around ${term.term}` }).click();
      await page.getByText(ALL).waitFor();

      await page.locator(".filters summary").click();
      const box = (await page.locator(".histogram").boundingBox())!;
      await page.mouse.move(box.x + box.width * 0.4, box.y + 20);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.7, box.y + 20, { steps: 4 });
      await page.mouse.up();
      await page.getByText(/^Showing \d+ papers and \d+ terms$/).waitFor();
      const dates = new URLSearchParams(new URL(page.url()).hash.slice(1)).get("dates")!.split("..");
      const left = document.papers.filter(
        ({ date }) => date && date.slice(0, 7) >= dates[0]! && date.slice(0, 7) <= dates[1]!,
      );
      await page.getByText(new RegExp(`^Showing ${left.length} papers`)).waitFor();
      // The legend counts what is left.
      expect(await page.locator(".chip", { hasText: "Papers" }).locator(".number").textContent()).toBe(
        `${left.length}`,
      );
      await page.locator(".active-filters .pill").click();
      await page.getByText(ALL).waitFor();

      await page.getByLabel("Fewest papers").press("End");
      await page.getByText(/^Showing 90 papers and [1-9] terms?$/).waitFor();
      await page.locator(".active-filters .pill").click();
      await page.getByText(ALL).waitFor();
    });
  });

  test("an empty cell of the gap matrix opens the way between its ends, drawn on the map", async () => {
    await onMap(async (page) => {
      await page.keyboard.press("a");
      const cells = page.locator(".matrix td.gap .cell");
      await page.locator(".matrix").waitFor();
      for (const { label } of document.communities.filter(({ parent }) => parent === undefined)) {
        if ((await cells.count()) > 0) break;
        await page.getByLabel("Methods of").selectOption({ label });
      }
      const name = (await cells.first().getAttribute("aria-label"))!;
      const [, method, concept] = /^(.*) and (.*): no paper, gap score [\d.]+$/.exec(name)!;
      await cells.first().click();
      await page.getByRole("heading", { level: 2, name: `${method} → ${concept}` }).waitFor();
      await page.locator(".map.focused").waitFor();
      await page.getByText(/^Way 1/).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      // First what is open over the questions, then they themselves.
      await page.keyboard.press("Escape");
      await expect.poll(() => page.locator(".detail").count()).toBe(0);
      expect(await page.locator(".ask").count()).toBe(1);
      await page.keyboard.press("Escape");
      await expect.poll(() => page.locator(".ask").count()).toBe(0);
    });
  });

  test("a link brings back the whole view: selection, filters, colours, sizes, contours, camera", async () => {
    await onMap(async (page) => {
      await find(page, term.term);
      await page.getByLabel("Colour by").selectOption("type");
      await page.getByRole("button", { name: "Density contours" }).click();
      await page.getByRole("button", { name: /^Metrics/ }).click();
      await page.locator(".filters summary").click();
      await page.getByLabel("Fewest papers").press("ArrowRight");
      await page.getByRole("button", { name: "Zoom in" }).click();
      const link = await linkOf(page);
      await page.goto("about:blank");
      await page.goto(link);
      await page.getByRole("heading", { level: 2, name: term.term }).waitFor();
      expect(await linkOf(page)).toBe(link);
      expect(await page.getByLabel("Colour by").inputValue()).toBe("type");
      expect(await page.locator(".active-filters .pill").count()).toBe(2);
    });
  });

  test("a term tells its type in words, and its spellings once each", async () => {
    await onMap(
      async (page) => {
        const forms = await page.locator(".alias").allTextContents();
        const texts = forms.map((form) => form.replace(/ [\d,]+$/, "").toLowerCase());
        expect(new Set(texts).size).toBe(texts.length);
        expect(texts).not.toContain(term.term.toLowerCase());
      },
      {},
      `#at=term:${encodeURIComponent(term.term)}`,
    );
  });

  test("screen readers hear what is selected and when nothing is", async () => {
    await onMap(async (page) => {
      const said = (text: RegExp) =>
        page.getByRole("status").filter({ hasText: text }).first().waitFor({ state: "attached" });
      await page.locator("#search").fill(term.term);
      await said(/^\d+ results?$/);
      await page.keyboard.press("Enter");
      await said(new RegExp(`^${term.term} selected, \\d+ neighbours? lit$`));
      await page.keyboard.press("Escape");
      await said(/^Nothing selected$/);
    });
  });

  test("a community in the legend unfolds its topics", async () => {
    const [parent] = document.communities;
    const topic = { ...parent!, id: 900, label: "A topic inside", parent: parent!.id };
    const home = await browser.writeMap({ ...document, communities: [...document.communities, topic] }, "topics.html");
    const { page, close } = await browser.open(home);
    await page.locator(".legend-list .entry", { hasText: parent!.label }).first().click();
    await page.locator(".topics").getByRole("link", { name: topic.label }).click();
    await page.getByRole("heading", { level: 2, name: topic.label }).waitFor();
    expect(await page.locator(".topics").count()).toBe(1);
    expect(await axeViolations(page)).toEqual([]);
    await close();
  });

  test("on a phone nothing is cut off or under something else, and a thumb hits every button", async () => {
    await onMap(async (page) => {
      const summary = page.locator(".summary");
      expect(await summary.evaluate((line) => line.scrollWidth <= line.clientWidth)).toBe(true);
      const tools = await page.locator(".tools .icon-button").evaluateAll((buttons) =>
        buttons.map((button) => {
          const { left, right, top, height } = button.getBoundingClientRect();
          const middle = globalThis.document.elementFromPoint((left + right) / 2, top + height / 2);
          return { free: button.contains(middle), high: height >= 44, reachable: top > innerHeight / 2 };
        }),
      );
      expect(tools.length).toBeGreaterThanOrEqual(7);
      expect(tools.every(({ free, high, reachable }) => free && high && reachable)).toBe(true);
      for (const name of ["Table of what is shown", "Ask: gaps, bridges, trends"]) {
        await page.getByRole("button", { name }).tap();
        await page.locator(".dock").waitFor();
        expect(await page.evaluate(() => globalThis.document.documentElement.scrollWidth)).toBe(PHONE.width);
        expect(await axeViolations(page)).toEqual([]);
        await page.locator(".dock-close").tap();
        await expect.poll(() => page.locator(".dock").count()).toBe(0);
      }
      await page.getByRole("button", { name: "Legend and filters" }).tap();
      await page.locator(".filters summary").tap();
      const fields = page.locator(".color-by select, .filters summary, .chips button, .range input");
      await page.locator(".range input").first().waitFor();
      const heights = await fields.evaluateAll((list) => list.map((field) => field.getBoundingClientRect().height));
      expect(heights.length).toBeGreaterThan(8);
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(40);
      expect(await axeViolations(page)).toEqual([]);
      await page.getByRole("button", { name: "Legend and filters" }).tap();
      for (const name of ["Link, picture and data", "Keys and search help"]) {
        await page.getByRole("button", { name }).tap();
        await page.getByRole("dialog").waitFor();
        expect(await axeViolations(page)).toEqual([]);
        await page.getByRole("dialog").getByRole("button", { name: "Close" }).tap();
        await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
      }
    }, TOUCH);
  });

  test("motion only where it is welcome", async () => {
    const still = (page: Page) =>
      page.locator(".layer-territories").evaluate((canvas) => getComputedStyle(canvas).transitionDuration === "0s");
    await onMap(async (page) => expect(await still(page)).toBe(true), { reducedMotion: "reduce" });
    await onMap(async (page) => expect(await still(page)).toBe(false), { reducedMotion: "no-preference" });
  });

  test("map.html collects a new name too, and gives decisions.tsv away", async () => {
    const community = document.communities[0]!;
    await onMap(async (page) => {
      await page.locator(".legend-list .entry", { hasText: community.label }).first().click();
      await page.getByText("Correct this").click();
      await page.getByLabel("Name", { exact: true }).fill("Our own name");
      await page.getByRole("button", { name: "Rename" }).click();
      expect(await axeViolations(page)).toEqual([]);
      const text = await download(page, "Save decisions.tsv");
      expect(text).toMatch(/^label\t.+\tOur own name\n$/);
    });
  });
});

async function find(page: Page, name: string): Promise<void> {
  await page.locator("#search").fill(name);
  await page.getByRole("option", { name }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 2, name }).waitFor();
}

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name, exact: true }).click(),
  ]);
  return readFile(await file.path(), "utf8");
}

async function linkOf(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Link, picture and data" }).click();
  const link = await page.getByRole("textbox", { name: "Link to this view" }).inputValue();
  await page.keyboard.press("Escape");
  return link;
}

/** Pixels of a canvas that are not empty. */
async function ink(page: Page, canvas: string): Promise<number> {
  return page.locator(canvas).evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    // Of a copy: reading the canvas itself would slow down its drawing.
    const copy = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true })!;
    copy.drawImage(element as HTMLCanvasElement, 0, 0);
    const { data } = copy.getImageData(0, 0, width, height);
    let count = 0;
    for (let i = 3; i < data.length; i += 4) if (data[i]! > 0) count++;
    return count;
  });
}

/** Of the map between the legend and the panel. */
async function freeMiddle(page: Page): Promise<{ x: number; y: number }> {
  const side = (await page.locator(".side").boundingBox())!;
  const tools = (await page.locator(".tools").boundingBox())!;
  return { x: (side.x + side.width + tools.x) / 2, y: 450 };
}

/** Places on a circle where the layer of what is lit has something drawn. */
async function inkedPlaces(
  page: Page,
  middle: { readonly x: number; readonly y: number },
  radius: number,
): Promise<{ x: number; y: number }[]> {
  return page.locator(".layer-labels").evaluate(
    (element, { middle, radius }) => {
      const canvas = element as HTMLCanvasElement;
      const context = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true })!;
      context.drawImage(canvas, 0, 0);
      const places = Array.from({ length: 360 }, (_, i) => {
        const angle = (i * Math.PI) / 180;
        return { x: middle.x + radius * Math.cos(angle), y: middle.y + radius * Math.sin(angle) };
      });
      const inked = places.map(({ x, y }) => context.getImageData(Math.round(x), Math.round(y), 1, 1).data[3]! > 60);
      // One place a stroke: a thin one is an edge, a wide one a name.
      return places.filter((_, i) => inked[i] && !inked[i - 1] && !(inked[i + 4] && inked[i + 8]));
    },
    { middle, radius },
  );
}
