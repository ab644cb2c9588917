/**
 * In real Chromium: a phone: sheets from below, buttons for thumbs, nothing cut off.
 */
import { expect, test } from "vitest";
import { syntheticDocument } from "../documents/synthetic.ts";
import { axeViolations, describeMap, PHONE, TOUCH } from "./browser.ts";

const document = syntheticDocument();
const community = document.communities[1]!;

describeMap("the viewer on a phone", document, (map) => {
  test("on a phone: legend and details come from below and leave the map free", async () => {
    await map.use(
      async (page) => {
        await page.getByRole("button", { name: "Legend and filters" }).tap();
        await page.locator(".legend-list .entry").first().waitFor();
        const title = page.locator(".sheet-title");
        expect(await title.evaluate((line) => line.scrollWidth <= line.clientWidth)).toBe(true);
        expect(await title.textContent()).toContain(`${document.papers.length} papers`);
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

  test("on a phone nothing is cut off or under something else, and a thumb hits every button", async () => {
    await map.use(async (page) => {
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
        // Its last row is to be seen.
        const isFree = await page.locator(".dock").evaluate((dock) => {
          const { left, bottom } = dock.getBoundingClientRect();
          return dock.contains(globalThis.document.elementFromPoint(left + 30, bottom - 8));
        });
        expect(isFree).toBe(true);
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
});
