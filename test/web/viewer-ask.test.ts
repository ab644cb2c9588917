/**
 * In real Chromium: the questions to the map: gaps with their matrix, bridges, trends.
 */
import { expect, test } from "vitest";
import { syntheticDocument } from "../documents/synthetic.ts";
import { axeViolations, describeMap, PHONE } from "./browser.ts";

const document = syntheticDocument();
const community = document.communities[1]!;

describeMap("questions in the viewer", document, (map) => {
  test.each([
    ["desktop", {}],
    ["phone, dark", { viewport: PHONE, hasTouch: true, isMobile: true, colorScheme: "dark" as const }],
  ])("ask: gaps with their matrix, bridges, trends; a row selects on the map (%s)", async (_, options) => {
    await map.use(async (page) => {
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

  test("an empty cell of the gap matrix opens the way between its ends, drawn on the map", async () => {
    await map.use(async (page) => {
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
});

const grown = {
  ...document,
  title: "Bread and water",
  papers: document.papers.map((paper, i) => ({ ...paper, ...(i % 9 === 0 && { new: true as const }) })),
};

describeMap("what is new, in the viewer", grown, (map) => {
  test.each([
    ["desktop", {}],
    ["phone, dark", { viewport: PHONE, hasTouch: true, isMobile: true, colorScheme: "dark" as const }],
  ])("is a list and a layer of the map, under its own name (%s)", async (_, options) => {
    await map.use(async (page) => {
      expect(await page.title()).toContain("Bread and water");
      await page.keyboard.press("a");
      await page.getByRole("button", { name: "New", exact: true }).click();
      const added = grown.papers.filter((paper) => paper.new).length;
      await page.getByRole("heading", { name: `${added} new papers` }).waitFor();
      const layer = page.getByRole("button", { name: "Show on the map" });
      expect(await layer.getAttribute("aria-pressed")).toBe("false");
      await layer.click();
      await expect.poll(() => layer.getAttribute("aria-pressed")).toBe("true");
      await expect.poll(() => page.url()).toContain("new");
      expect(await axeViolations(page)).toEqual([]);
      const paper = page.locator(".ask-answers .node-link").first();
      const name = await paper.locator(".name").textContent();
      await paper.click();
      await expect.poll(() => page.locator(".detail h2").textContent()).toBe(name);
    }, options);
  });
});

describeMap("a map to which nothing was added", document, (map) => {
  test("offers no list and no layer of it", async () => {
    await map.use(async (page) => {
      await page.keyboard.press("a");
      await page.getByRole("button", { name: "Trends", exact: true }).waitFor();
      expect(await page.getByRole("button", { name: "New", exact: true }).count()).toBe(0);
      expect(await page.getByLabel("Colour by").locator("option").allTextContents()).not.toContain("what is new");
    });
  });
});
