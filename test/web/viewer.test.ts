/**
 * In real Chromium: finding and reading: search, clicks, keys, the panel of every kind of thing.
 */
import { expect, test } from "vitest";
import { syntheticDocument } from "../documents/synthetic.ts";
import { axeViolations, describeMap } from "./browser.ts";
import { freeMiddle, coloredPixels } from "./page-actions.ts";

const document = syntheticDocument();
const [paper] = document.papers;
const community = document.communities[1]!;
/** Best known term: first in any search for its own name. */
const term = document.terms.reduce((best, candidate) => (candidate.papers > best.papers ? candidate : best));

describeMap("the viewer", document, (map) => {
  test("opens on a coloured map with its summary, legend and names", async () => {
    await map.use(async (page) => {
      await page.getByText("90 papers · 180 terms · 8 communities").waitFor();
      expect(await page.locator(".legend-list .name").allTextContents()).toEqual(
        document.communities.map(({ label }) => label),
      );
      const readable = await page
        .locator(".region-name")
        .evaluateAll((names) => names.filter((name) => Number(getComputedStyle(name).opacity) > 0.5).length);
      expect(readable).toBeGreaterThanOrEqual(6);
      expect(await coloredPixels(page)).toBeGreaterThan(2000);
      // Rooms: the legend is widened by keys, and folded away.
      const side = page.getByRole("separator", { name: "Width of the legend" });
      const width = async () => (await page.locator(".side").boundingBox())!.width;
      const before = await width();
      expect(Math.abs(Number(await side.getAttribute("aria-valuenow")) - before)).toBeLessThanOrEqual(1);
      await side.press("ArrowRight");
      await expect.poll(width).toBe(before + 24);
      await page.getByRole("button", { name: "Fold the legend" }).click();
      await expect.poll(() => page.locator(".legend").isVisible()).toBe(false);
      expect(await axeViolations(page)).toEqual([]);
      await page.getByRole("button", { name: "Unfold the legend" }).click();
      expect(await axeViolations(page)).toEqual([]);
    });
  });

  test("search forgives a typing error, arrow keys choose, Enter opens the panel with the evidence", async () => {
    await map.use(async (page) => {
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
    await map.use(async (page) => {
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
    await map.use(async (page) => {
      await page.locator(".legend-list .entry", { hasText: community.label }).hover();
      await page.locator(".map.focused").waitFor();
      expect(
        await page.locator(".sigma-nodes").evaluate((canvas) => Number(getComputedStyle(canvas).opacity)),
      ).toBeLessThan(0.3);
      await page.mouse.move(720, 890);
      await expect.poll(() => page.locator(".map.focused").count()).toBe(0);
    });
  });

  test("“Why?” shows the sentences behind an edge", async () => {
    await map.use(
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

  test("by keys alone: help, walking from node to node, zoom, close", async () => {
    await map.use(async (page) => {
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
    await map.use(async (page) => {
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
    const tie = Array.from(document.relations).find(({ kind }) => kind === "cooccurs")!;
    const untied = { ...document, relations: Array.from(document.relations).filter((edge) => edge !== tie) };
    const [one, other] = [tie.source, tie.target].map((id) => document.terms.find(({ node }) => node === id)!.term);
    const papersOf = (id: string) =>
      Array.from(document.mentions)
        .filter((edge) => edge.term === id)
        .map(({ paper }) => paper);
    const shared = papersOf(tie.source).filter((paper) => papersOf(tie.target).includes(paper)).length;
    const untiedUrl = await map.browser.writeMap(untied, "untied.html");
    await map.browser.onPage(`${untiedUrl}#at=${encodeURIComponent(`term:${one} <> term:${other}`)}`, async (page) => {
      await page.getByRole("heading", { level: 3, name: "Together in a paper" }).waitFor();
      await page.getByText(`together in ${shared} paper`).waitFor();
      expect(await page.locator(".detail .evidence blockquote").count()).toBeGreaterThan(0);
      expect(await page.getByText("Nothing in the papers joins").count()).toBe(0);
      expect(await axeViolations(page)).toEqual([]);
    });
  });

  test("a path leads from one term to another, with the sentences on the way", async () => {
    await map.use(
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

  test("a community's panel, from its name on the map, by keyboard", async () => {
    await map.use(async (page) => {
      await page.locator(".region-name", { hasText: community.label }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 2, name: community.label }).waitFor();
      await page.getByText(`${Math.round(community.stability * 100)} %`).waitFor();
      const top = document.terms.find(({ node }) => node === community.top_methods[0])!;
      await page.locator(".detail").getByText(top.term, { exact: true }).first().waitFor();
      expect(await axeViolations(page)).toEqual([]);
      // On to what ties it to a neighbour.
      await page.locator(".neighbor .why").first().press("Enter");
      await page.getByRole("heading", { level: 3, name: /^Shared terms/ }).waitFor();
      expect(await page.locator(".detail .node-link").count()).toBeGreaterThan(3);
      expect(await axeViolations(page)).toEqual([]);
    });
  });

  test("a term tells its type in words, and its spellings once each", async () => {
    await map.use(
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
    await map.use(async (page) => {
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
    const home = await map.browser.writeMap(
      { ...document, communities: [...document.communities, topic] },
      "topics.html",
    );
    const { page, close } = await map.browser.open(home);
    await page.locator(".legend-list .entry", { hasText: parent!.label }).first().click();
    await page.locator(".topics").getByRole("link", { name: topic.label }).click();
    await page.getByRole("heading", { level: 2, name: topic.label }).waitFor();
    expect(await page.locator(".topics").count()).toBe(1);
    expect(await axeViolations(page)).toEqual([]);
    await close();
  });
});
