/**
 * The viewer as a person meets it, in real Chromium: clicks, types, and looks at what is on the screen.
 */
import { readFile, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { writeGraphJson } from "../../src/contract/graph-json.ts";
import { packText } from "../../src/export/packed-text.ts";
import { syntheticDocument } from "../documents/synthetic.ts";
import { axeViolations, CHROMIUM, PHONE, ViewerBrowser } from "./browser.ts";

const document = syntheticDocument();
const [paper] = document.papers;
const community = document.communities[1]!;
/** Best known term: first in any search for its own name. */
const term = document.terms.reduce((best, candidate) => (candidate.papers > best.papers ? candidate : best));

const PHONE_DARK: BrowserContextOptions = { viewport: PHONE, colorScheme: "dark" };

describe.skipIf(!CHROMIUM)("the viewer in Chromium (skipped when no Chromium is installed)", () => {
  let browser: ViewerBrowser;
  let url: string;

  beforeAll(async () => {
    browser = await ViewerBrowser.start();
    url = await browser.writeMap(document);
  });
  afterAll(() => browser.stop());

  const onMap = (run: (page: Page) => Promise<void>, options: BrowserContextOptions = {}, hash = "") =>
    browser.onPage(url + hash, run, options);

  test("opens on a coloured map with its summary, legend and names", async () => {
    await onMap(async (page) => {
      await page.getByText("90 papers · 180 terms · 8 communities").waitFor();
      expect(await page.locator(".legend-list .name").allTextContents()).toEqual(
        document.communities.map(({ label }) => label),
      );
      const readable = await page
        .locator(".region-name")
        .evaluateAll((names) => names.filter((name) => Number(getComputedStyle(name).opacity) > 0.5).length);
      expect(readable).toBeGreaterThanOrEqual(6);
      expect(await coloredPixels(page)).toBeGreaterThan(2000);
      expect(await axeViolations(page)).toEqual([]);
    });
  });

  test("search forgives a typing error, arrow keys choose, Enter opens the panel with the evidence", async () => {
    await onMap(async (page) => {
      await page.keyboard.press("/");
      // The third letter of its last word is missing.
      await page.keyboard.type(
        term.term
          .split(" ")
          .at(-1)!
          .replace(/^(..)./, "$1"),
      );
      await page.getByRole("option", { name: term.term }).first().waitFor();
      const before = await page.locator("[role=option][aria-selected=true]").textContent();
      await page.keyboard.press("ArrowDown");
      await expect.poll(() => page.locator("[role=option][aria-selected=true]").textContent()).not.toBe(before);
      await page.keyboard.press("ArrowUp");
      expect(await axeViolations(page)).toEqual([]);
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 2, name: term.term }).waitFor();
      await page.getByText("Explain: why this term is here").click();
      await page.locator(".explain dt", { hasText: "typed" }).waitFor();
      const quoted = await page.locator("blockquote mark").first().textContent();
      expect(quoted).toBe(term.term);
      expect(await axeViolations(page)).toEqual([]);
    });
  });

  test("a click on a node opens it, links lead on, back and forward return, Escape closes", async () => {
    await onMap(async (page) => {
      await page.locator("#search").fill(paper!.title);
      await page.keyboard.press("Enter");
      const heading = page.locator(".detail h2");
      await expect.poll(() => heading.textContent()).toBe(paper!.title);
      expect(await page.locator(".abstract").textContent()).toBe(paper!.abstract);
      const marked = page.locator(".abstract .mark").first();
      const name = (await marked.textContent())!;
      await marked.click();
      await expect.poll(() => heading.textContent()).toBe(name);
      await page.getByRole("button", { name: "Back" }).click();
      await expect.poll(() => heading.textContent()).toBe(paper!.title);
      await page.goForward();
      await expect.poll(() => heading.textContent()).toBe(name);
      await page.keyboard.press("Escape");
      await expect.poll(() => heading.count()).toBe(0);

      // What was flown to stands in the middle of what the cards leave free: a click there opens it again.
      await page.locator("#search").fill(term.term);
      await page.keyboard.press("Enter");
      await expect.poll(() => heading.textContent()).toBe(term.term);
      const middle = await freeMiddle(page);
      await page.getByRole("button", { name: "Close" }).click();
      await expect.poll(() => heading.count()).toBe(0);
      await page.mouse.click(middle.x, middle.y);
      await expect.poll(() => heading.textContent()).toBe(term.term);
    });
  });

  test("hovering lights the neighbourhood and fades the rest", async () => {
    await onMap(async (page) => {
      await page.locator(".legend-list .entry", { hasText: community.label }).hover();
      await page.locator(".map.focused").waitFor();
      expect(
        await page.locator(".layer-marks").evaluate((canvas) => Number(getComputedStyle(canvas).opacity)),
      ).toBeLessThan(0.3);
      await page.mouse.move(720, 890);
      await expect.poll(() => page.locator(".map.focused").count()).toBe(0);
    });
  });

  test("kinds and communities switch off and on, and the summary tells what remains", async () => {
    await onMap(async (page) => {
      await page.getByRole("button", { name: /^Methods/ }).click();
      await page.getByText(/^Showing 90 papers and \d+ terms$/).waitFor();
      await page.getByRole("button", { name: /^Methods/ }).click();
      await page.getByText("90 papers · 180 terms · 8 communities").waitFor();
      await page.locator(".legend-list li", { hasText: community.label }).hover();
      await page.getByRole("button", { name: `Show only ${community.label}` }).click();
      await page.getByText(`Showing ${community.papers} papers`).waitFor();
      await page.getByRole("button", { name: "Show all" }).click();
      await page.getByText("90 papers · 180 terms · 8 communities").waitFor();
    });
  });

  test("filters stack, tell what they take away, are undone one by one, and survive a reload", async () => {
    await onMap(async (page) => {
      await page.locator(".filters summary").click();
      await page.getByLabel("Earliest date").press("ArrowRight");
      await page.getByLabel("Fewest papers").press("ArrowRight");
      await page.getByRole("button", { name: "mentioned", exact: true }).click();
      const chips = page.locator(".active-filters .pill");
      await expect.poll(() => chips.count()).toBe(3);
      await page.getByText(/^Showing \d+ papers and \d+ terms$/).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await page.reload();
      await expect.poll(() => chips.count()).toBe(3);
      for (const left of [2, 1, 0]) {
        await chips.first().click();
        await expect.poll(() => chips.count()).toBe(left);
      }
      await page.getByText("90 papers · 180 terms · 8 communities").waitFor();
    });
  });

  test("a typed search filters; a mistake in it is told", async () => {
    await onMap(async (page) => {
      const papers = new Set(document.mentions.filter((edge) => edge.term === term.node).map((edge) => edge.paper))
        .size;
      const home = await cameraOf(page);
      await page.locator("#search").fill(`term:"${term.term}`);
      await page.getByText("The quotation mark is not closed").waitFor();
      await page.locator("#search").fill(`term:"${term.term}"`);
      await page.getByRole("option", { name: `Show only the ${papers} papers that match` }).waitFor();
      await page.keyboard.press("Enter");
      await page.getByText(new RegExp(`^Showing ${papers} papers`)).waitFor();
      // The map flies to what is left.
      expect(await cameraOf(page)).not.toBe(home);
      await page.locator(".active-filters .pill").click();
      await page.getByText("90 papers · 180 terms · 8 communities").waitFor();
    });
  });

  test("“Why?” shows the sentences behind an edge", async () => {
    await onMap(
      async (page) => {
        const why = page.getByRole("link", { name: /^Why / }).first();
        const [, other] = /^Why .* and (.*)\?$/.exec((await why.getAttribute("aria-label"))!)!;
        await why.click();
        await page
          .getByRole("heading", { level: 2, name: `${term.term} ↔ ${other}` })
          .or(page.getByRole("heading", { level: 2, name: `${other} ↔ ${term.term}` }))
          .waitFor();
        await page.getByText(/^together in \d+ paper/).waitFor();
        expect(await axeViolations(page)).toEqual([]);
      },
      {},
      `#at=term:${encodeURIComponent(term.term)}`,
    );
  });

  test("the view is carried away: link, pictures, and the data that the filters leave", async () => {
    await onMap(async (page) => {
      const download = async (name: string) => {
        const [file] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("button", { name, exact: true }).click(),
        ]);
        return readFile(await file.path());
      };
      await page.getByRole("button", { name: /^Methods/ }).click();
      await page.getByRole("button", { name: "Zoom in" }).click();
      await page.getByRole("button", { name: "Link, picture and data" }).click();
      expect(await axeViolations(page)).toEqual([]);

      const shown = document.terms.filter(({ type }) => type !== "method");
      const graphml = (await download("GraphML")).toString();
      expect(graphml.match(/<node /g)).toHaveLength(document.papers.length + shown.length);
      const part = JSON.parse((await download("JSON")).toString()) as typeof document;
      expect(part.terms.map(({ node }) => node)).toEqual(shown.map(({ node }) => node));
      expect(part.mentions.every((edge) => shown.some(({ node }) => node === edge.term))).toBe(true);
      expect((await download("Terms (CSV)")).toString().trim().split("\n")).toHaveLength(shown.length + 1);

      const png = await download("PNG");
      expect(png.subarray(1, 4).toString()).toBe("PNG");
      expect(png.readUInt32BE(16)).toBeGreaterThan(2000);
      const svg = (await download("SVG")).toString();
      const names = await page.evaluate((text) => {
        const picture = new DOMParser().parseFromString(text, "image/svg+xml");
        return [
          picture.documentElement.nodeName,
          ...Array.from(picture.querySelectorAll("text"), (line) => line.textContent),
        ];
      }, svg);
      expect(names[0]).toBe("svg");
      // In the legend, whatever the map shows at this distance.
      for (const { label } of document.communities) expect(names).toContain(label);

      const link = await page.getByRole("textbox", { name: "Link to this view" }).inputValue();
      expect(new URLSearchParams(new URL(link).hash.slice(1)).get("hide")).toBe("method");
      await page.keyboard.press("Escape");
      await page.goto("about:blank");
      await page.goto(link);
      await page.getByText(`Showing 90 papers and ${shown.length} terms`).waitFor();
      await page.getByRole("button", { name: "Link, picture and data" }).click();
      expect(await page.getByRole("textbox", { name: "Link to this view" }).inputValue()).toBe(link);
    });
  });

  test("by keys alone: help, walking from node to node, zoom, close", async () => {
    await onMap(async (page) => {
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keys" }).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await expect.poll(() => page.locator("dialog").count()).toBe(0);
      await page.keyboard.press("/");
      await page.keyboard.type(term.term);
      await page.getByRole("option", { name: term.term }).first().waitFor();
      await page.keyboard.press("Enter");
      const heading = page.locator(".detail h2");
      await expect.poll(() => heading.textContent()).toBe(term.term);
      const visited = new Set<string | null>();
      for (const key of ["ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"]) {
        await page.keyboard.press(key);
        visited.add(await heading.textContent());
      }
      expect(visited.size).toBeGreaterThan(1);
      await page.keyboard.press("Escape");
      await expect.poll(() => heading.count()).toBe(0);
    });
  });

  test("the table lists what is shown, sorts, drives the map and follows it", async () => {
    await onMap(async (page) => {
      await page.getByRole("button", { name: "Table of what is shown" }).click();
      const first = page.locator(".rows tbody tr:not(.spare)").first();
      await expect.poll(() => first.locator(".name").textContent()).toBe(term.term);
      expect(await axeViolations(page)).toEqual([]);
      await first.hover();
      await page.locator(".map.focused").waitFor();
      await page.getByRole("columnheader", { name: "Term" }).getByRole("button").click();
      const sorted = document.terms.map((entry) => entry.term).sort((a, b) => (a < b ? -1 : 1));
      await expect.poll(() => first.locator(".name").textContent()).toBe(sorted[0]);
      await first.getByRole("link").click();
      await page.getByRole("heading", { level: 2, name: sorted[0]! }).waitFor();
      await page.locator(".rows tr.current").waitFor();
      await page.locator(".tab", { hasText: "Papers" }).click();
      await expect.poll(() => page.locator(".tab[aria-pressed=true]").textContent()).toBe("Papers 90");
    });
  });

  test("two terms without an edge show the papers that have both", async () => {
    const tie = document.relations.find(({ kind }) => kind === "cooccurs")!;
    const untied = { ...document, relations: document.relations.filter((edge) => edge !== tie) };
    const [one, other] = [tie.source, tie.target].map((id) => document.terms.find(({ node }) => node === id)!.term);
    const papersOf = (id: string) => document.mentions.filter((edge) => edge.term === id).map(({ paper }) => paper);
    const shared = papersOf(tie.source).filter((paper) => papersOf(tie.target).includes(paper)).length;
    const map = await browser.writeMap(untied, "untied.html");
    await browser.onPage(`${map}#at=${encodeURIComponent(`term:${one} <> term:${other}`)}`, async (page) => {
      await page.getByRole("heading", { level: 3, name: "Together in a paper" }).waitFor();
      await page.getByText(`together in ${shared} paper`).waitFor();
      expect(await page.locator(".detail .evidence blockquote").count()).toBeGreaterThan(0);
      expect(await page.getByText("Nothing in the papers joins").count()).toBe(0);
      expect(await axeViolations(page)).toEqual([]);
    });
  });

  test("filters that leave nothing say so", async () => {
    await onMap(async (page) => {
      for (const kind of ["Papers", "Methods", "Tasks", "Datasets", "Metrics", "Concepts"])
        await page.getByRole("button", { name: new RegExp(`^${kind}`) }).click();
      await page.getByText("The filters leave nothing to show.").waitFor();
      expect(await axeViolations(page)).toEqual([]);
    });
  });

  test("a path leads from one term to another, with the sentences on the way", async () => {
    await onMap(
      async (page) => {
        await page.getByRole("button", { name: "Path from here to another term" }).click();
        await page.getByText(/^Choose another term/).waitFor();
        // Who goes on typing finds the words in the search.
        await expect.poll(() => page.evaluate("document.activeElement.id")).toBe("search");
        const other = document.terms.find(({ papers, community }) => papers > 3 && community !== term.community)!;
        await page.locator("#search").fill(other.term);
        await page.getByRole("option", { name: other.term }).first().waitFor();
        await page.keyboard.press("Enter");
        await page.getByRole("heading", { level: 2, name: `${term.term} → ${other.term}` }).waitFor();
        await page.getByText(/^Way 1, through \d+ paper/).waitFor();
        expect(await page.locator(".path").first().locator("li").count()).toBeGreaterThanOrEqual(3);
        expect(await axeViolations(page)).toEqual([]);
      },
      {},
      `#at=term:${encodeURIComponent(term.term)}`,
    );
  });

  test("colours tell what is asked for, and the legend with them", async () => {
    await onMap(async (page) => {
      await page.getByLabel("Colour by").selectOption("date");
      await expect.poll(() => page.locator(".scale").textContent()).toBe("2012-012025-12");
      expect(await axeViolations(page)).toEqual([]);
      await page.getByLabel("Colour by").selectOption("type");
      await expect.poll(() => page.locator(".scale").count()).toBe(0);
      expect(new URL(page.url()).hash).toBe("#colour=type");
    });
  });

  test("corrections are collected, undone, and saved as decisions.tsv", async () => {
    await onMap(
      async (page) => {
        await page.getByText("Correct this").click();
        await page.locator(".decide select").selectOption("metric");
        await page.getByLabel("Same as").fill("another term");
        await page.getByRole("button", { name: "Merge" }).click();
        await page.getByRole("button", { name: "Drop from the map" }).click();
        await page.getByRole("button", { name: `Undo: without “${term.term}”` }).click();
        expect(await axeViolations(page)).toEqual([]);
        const [file] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("button", { name: "Save decisions.tsv" }).click(),
        ]);
        const lines = (await readFile(await file.path(), "utf8")).trim().split("\n");
        expect(lines).toEqual([`type\t${term.term}\tmetric`, `merge\t${term.term}\tanother term`]);
      },
      {},
      `#at=term:${encodeURIComponent(term.term)}`,
    );
  });

  test("what was collected is there again when the page is loaded again, and gone once it is undone", async () => {
    await onMap(
      async (page) => {
        await page.getByText("Correct this").click();
        await page.getByRole("button", { name: "Drop from the map" }).click();
        await page.getByText("This browser keeps them until then.").waitFor();
        await page.reload();
        await page.getByRole("button", { name: `Undo: without “${term.term}”` }).click();
        await page.reload();
        await page.locator(".decide").waitFor();
        expect(await page.locator(".pending").count()).toBe(0);
      },
      {},
      `#at=term:${encodeURIComponent(term.term)}`,
    );
  });

  test("where the browser keeps nothing, the page says so", async () => {
    const at = `${url}#at=term:${encodeURIComponent(term.term)}`;
    const { page, complaints, close } = await browser.open(at, {}, () => {
      Object.defineProperty(globalThis, "localStorage", {
        get: () => {
          throw new DOMException("not here", "SecurityError");
        },
      });
    });
    await page.getByText("Correct this").click();
    await page.getByRole("button", { name: "Drop from the map" }).click();
    await page.getByText("They are lost when this page closes").waitFor();
    await page.getByRole("button", { name: `Undo: without “${term.term}”` }).click();
    expect(complaints).toEqual([]);
    await close();
  });

  test("Escape in a field of the panel leaves the field, a second one closes the panel", async () => {
    await onMap(
      async (page) => {
        await page.getByText("Correct this").click();
        await page.getByLabel("Same as").fill("another");
        await page.keyboard.press("Escape");
        expect(await page.locator(".detail h2").textContent()).toBe(term.term);
        expect(await page.evaluate("globalThis.document.activeElement.tagName")).toBe("SUMMARY");
        await page.keyboard.press("Escape");
        await expect.poll(() => page.locator(".detail").count()).toBe(0);
      },
      {},
      `#at=term:${encodeURIComponent(term.term)}`,
    );
  });

  test.each([{}, PHONE_DARK])("a weak community is called so, with a word of what that means", async (options) => {
    const [first, ...others] = document.communities;
    const weakUrl = await browser.writeMap({ ...document, communities: [{ ...first!, weak: true }, ...others] });
    await browser.onPage(
      `${weakUrl}#at=community:${encodeURIComponent(first!.label)}`,
      async (page) => {
        await page.locator(".detail").getByText("Other runs would draw other borders here").waitFor();
        expect(await axeViolations(page)).toEqual([]);
        await page.keyboard.press("Escape");
        const toggle = page.getByRole("button", { name: "Legend and filters" });
        if (await toggle.isVisible()) await toggle.click();
        const entries = page.locator(".legend-list .entry");
        expect(await entries.filter({ hasText: "weak" }).count()).toBe(1);
        await entries.filter({ hasText: first!.label }).getByText("weak", { exact: true }).waitFor();
        expect(await axeViolations(page)).toEqual([]);
      },
      options,
    );
  });

  test("what the document alone tells waits until it has been read; names and ties do not", async () => {
    const page = await browser.writeMap(document, "halved.html");
    const halves = (await readFile(new URL(page), "utf8")).split(/(?<=id="paperweave-data">)/);
    let sendRest: () => unknown = () => undefined;
    const slow = createServer((_, response) => {
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
      response.write(halves[0]);
      sendRest = () => response.end(halves[1]);
    });
    await new Promise<void>((resolve) => slow.listen(0, "127.0.0.1", resolve));
    const own = `http://127.0.0.1:${(slow.address() as AddressInfo).port}/`;
    const context = await browser.blank();
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

  test("where no thread of its own may run, the page unpacks the document itself", async () => {
    const { page, complaints, close } = await browser.open(url, {}, () => {
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
    const whole = await readFile(new URL(url), "utf8");
    const pages = {
      damaged: whole.replace(/(?<=id="paperweave-data">.{400})[^]{400}/, ""),
      'terms[7].aliases: expected an array, got "none"': whole.replace(/(?<=id="paperweave-data">)[^<]+/, text),
    };
    for (const [told, page] of Object.entries(pages)) {
      const file = join(browser.folder, "broken.html");
      await writeFile(file, page);
      const broken = await browser.open(pathToFileURL(file).href);
      await broken.page.getByRole("alert").waitFor();
      expect(await broken.page.getByRole("alert").textContent()).toContain(told);
      await broken.close();
    }
  });

  test("without WebGL everything is there as a table", async () => {
    const { page, complaints, close } = await browser.open(url, {}, () => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.getByText(/WebGL is off/).waitFor();
    await page.locator(".rows").getByRole("link", { name: term.term }).click();
    await page.getByRole("heading", { level: 2, name: term.term }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  test("a community's panel, from its name on the map, by keyboard", async () => {
    await onMap(async (page) => {
      await page.locator(".region-name", { hasText: community.label }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 2, name: community.label }).waitFor();
      await page.getByText(`${Math.round(community.stability * 100)} %`).waitFor();
      const top = document.terms.find(({ node }) => node === community.top_methods[0])!;
      await page.locator(".detail").getByText(top.term, { exact: true }).first().waitFor();
      expect(await axeViolations(page)).toEqual([]);
    });
  });

  test("dark colours by the system's wish and by the button", async () => {
    await onMap(
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

  test("on a phone: legend and details come from below and leave the map free", async () => {
    await onMap(
      async (page) => {
        await page.getByRole("button", { name: "Legend and filters" }).tap();
        await page.locator(".legend-list .entry").first().waitFor();
        expect(await axeViolations(page)).toEqual([]);
        await page.locator(".legend-list .entry", { hasText: community.label }).tap();
        const panel = page.locator(".detail");
        await panel.getByRole("heading", { level: 2 }).waitFor();
        const box = (await panel.boundingBox())!;
        expect(box.width).toBe(PHONE.width);
        expect(box.y).toBeGreaterThan(PHONE.height * 0.45);
        expect(await page.evaluate(() => globalThis.document.documentElement.scrollWidth)).toBe(PHONE.width);
        await panel.getByRole("button", { name: "More room for details" }).tap();
        await expect.poll(async () => (await panel.boundingBox())!.y).toBeLessThan(PHONE.height * 0.2);
        expect(await axeViolations(page)).toEqual([]);
      },
      { viewport: PHONE, hasTouch: true, isMobile: true },
    );
  });

  test.each([
    ["desktop", {}],
    ["phone, dark", { viewport: PHONE, hasTouch: true, isMobile: true, colorScheme: "dark" as const }],
  ])("ask: gaps with their matrix, bridges, trends; a row selects on the map (%s)", async (_, options) => {
    await onMap(async (page) => {
      const heading = page.locator(".detail h2");
      const ask = async (tab: string) => {
        await page.getByRole("button", { name: tab, exact: true }).click();
        await page.locator(".ask-answers .node-link").first().waitFor();
        expect(await axeViolations(page)).toEqual([]);
      };
      await page.keyboard.press("a");
      await ask("Gaps");
      const [method, concept] = await page.locator(".gaps li").first().locator(".gap-ends .name").allTextContents();
      await page.getByRole("link", { name: `Show what links ${method} and ${concept}` }).click();
      await expect.poll(() => heading.textContent()).toBe(`${method} → ${concept}`);
      await page.keyboard.press("Escape");
      expect(await page.locator(".matrix tbody tr").count()).toBeGreaterThan(2);
      await page.getByLabel("Methods of").selectOption({ label: community.label });
      await page.getByLabel("Concepts of").selectOption({ label: community.label });
      expect(await page.locator(".matrix tbody tr").count()).toBeGreaterThan(2);
      expect(await axeViolations(page)).toEqual([]);
      await page.locator(".matrix td.full .cell").first().click();
      await expect.poll(() => heading.textContent()).toContain("↔");
      await page.keyboard.press("Escape");
      await ask("Bridges");
      const bridge = page.locator(".bridges .node-link").first();
      const name = await bridge.locator(".name").textContent();
      await bridge.click();
      await expect.poll(() => heading.textContent()).toBe(name);
      await page.keyboard.press("Escape");
      // Chance alone made these dates: nothing moves by more than chance would have it.
      await page.getByRole("button", { name: "Trends", exact: true }).click();
      await page.getByRole("heading", { level: 3, name: "Rising" }).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await page.getByRole("region", { name: "Questions to the map" }).getByRole("button", { name: "Close" }).click();
      await expect.poll(() => page.locator(".ask").count()).toBe(0);
    }, options);
  });

  test("served beside graph.json it shows the same map", async () => {
    const server = await serve(browser.template);
    const served = await browser.open(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await served.page.getByText("90 papers · 180 terms · 8 communities").waitFor();
    expect(served.complaints).toEqual([]);
    await served.close();
    server.close();
  });

  test("without data it says what to do instead of showing an empty page", async () => {
    const empty = await browser.open(await browser.writeMap(undefined, "empty.html"));
    await empty.page.getByRole("alert").waitFor();
    expect(await empty.page.getByRole("alert").textContent()).toContain("paperweave view");
    await empty.close();
  });
});

async function cameraOf(page: Page): Promise<string | undefined> {
  await page.getByRole("button", { name: "Link, picture and data" }).click();
  const link = await page.getByRole("textbox", { name: "Link to this view" }).inputValue();
  await page.keyboard.press("Escape");
  return /camera=[^&]*/.exec(link)?.[0];
}

async function serve(page: string): Promise<Server> {
  const server = createServer((request, response) => {
    const json = request.url === "/graph.json";
    response.writeHead(200, { "Content-Type": json ? "application/json" : "text/html; charset=utf-8" });
    response.end(json ? JSON.stringify(document) : page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

/** Pixels of the map that are neither paper nor ink. */
async function coloredPixels(page: Page): Promise<number> {
  const picture = (await page.screenshot({ clip: { x: 330, y: 0, width: 1000, height: 900 } })).toString("base64");
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
    context.drawImage(image, 0, 0);
    const pixels = context.getImageData(0, 0, image.width, image.height).data;
    let count = 0;
    for (let i = 0; i < pixels.length; i += 4) {
      const channels = [pixels[i]!, pixels[i + 1]!, pixels[i + 2]!];
      if (Math.max(...channels) - Math.min(...channels) > 60) count++;
    }
    return count;
  }, picture);
}

/** Of the map between the legend and the tools beside the panel. */
async function freeMiddle(page: Page): Promise<{ x: number; y: number }> {
  const side = (await page.locator(".side").boundingBox())!;
  const tools = (await page.locator(".tools").boundingBox())!;
  return { x: (side.x + side.width + tools.x) / 2, y: 450 };
}
