/**
 * In real Chromium: the rooms around the map (folded, made larger, as they were at the next opening), and the matrix.
 */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { syntheticDocument } from "../documents/synthetic.ts";
import { axeViolations, describeMap } from "./browser.ts";
import { linkOf } from "./page-actions.ts";

const widthOf = async (page: Page, room: string) => Math.round((await page.locator(room).boundingBox())!.width);
const heightOf = async (page: Page, room: string) => Math.round((await page.locator(room).boundingBox())!.height);

describeMap("rooms", syntheticDocument(), (map) => {
  test("are resized by mouse and keys, fold, and are as they were when a map is opened again", async () => {
    await map.use(async (page) => {
      const edge = page.getByRole("separator", { name: "Width of the legend" });
      const box = (await edge.boundingBox())!;
      const before = await widthOf(page, ".side");
      await page.mouse.move(box.x + box.width / 2, box.y + 200);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width / 2 + 60, box.y + 200);
      await page.mouse.up();
      await expect.poll(() => widthOf(page, ".side")).toBe(before + 60);
      await edge.press("ArrowLeft");
      await expect.poll(() => widthOf(page, ".side")).toBe(before + 36);
      await page.locator("main.map").press("a");
      const low = await heightOf(page, ".dock");
      await page.locator(".dock").getByRole("separator").press("ArrowUp");
      await expect.poll(() => heightOf(page, ".dock")).toBe(low + 24);
      await page.reload();
      await expect.poll(() => widthOf(page, ".side")).toBe(before + 36);
      // The address says what stands below.
      await expect.poll(() => heightOf(page, ".dock")).toBe(low + 24);
      await page.getByRole("button", { name: "Fold the legend" }).click();
      await expect.poll(() => page.getByRole("button", { name: "Unfold the legend" }).count()).toBe(1);
      expect(await axeViolations(page)).toEqual([]);
      await page.reload();
      await page.getByRole("button", { name: "Unfold the legend" }).click();
      await page.setViewportSize({ width: 800, height: 600 });
      await page.reload();
      // A narrow window begins folded, and what was kept from a wide one fits into it.
      await page.getByRole("button", { name: "Unfold the legend" }).click();
      expect(await widthOf(page, ".side")).toBeLessThanOrEqual(0.45 * 800 + 1);
      expect(await heightOf(page, ".dock")).toBeLessThanOrEqual(0.8 * 600 + 1);
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.reload();
      await page.getByRole("button", { name: "Fold the legend" }).waitFor();
    });
  });

  test("open as they come where the browser keeps nothing, or something else", async () => {
    for (const kept of ["{", "[]", '{"side": "wide", "folded": 1}', "null"]) {
      const { page, complaints, close } = await map.browser.open(map.url);
      const before = await widthOf(page, ".side");
      await page.evaluate((text) => localStorage.setItem("paperweave rooms", text), kept);
      await page.reload();
      await page.locator(".side").waitFor();
      expect(await widthOf(page, ".side")).toBe(before);
      expect(complaints).toEqual([]);
      await close();
    }
  });

  test("tasks by methods, and the like: by key, with the filters, in the address; a cell opens its papers", async () => {
    await map.use(async (page) => {
      await page.locator("main.map").press("m");
      const matrix = page.locator(".scroll.matrix-box");
      const cells = matrix.locator(".cell");
      await expect.poll(() => cells.count()).toBeGreaterThan(5);
      expect(await axeViolations(page)).toEqual([]);
      const sum = async () => (await cells.allTextContents()).reduce((all, one) => all + Number(one), 0);
      const whole = await sum();
      await page.getByLabel("Rows").selectOption("Datasets");
      await page.getByLabel("Columns").selectOption("Metrics");
      await expect.poll(() => new URL(page.url()).hash).toContain("view=matrix%3Adataset%2Cmetric");
      await expect.poll(sum).not.toBe(whole);
      const other = await sum();
      expect(await linkOf(page)).toContain("view=matrix");
      await page.reload();
      await expect.poll(sum).toBe(other);
      const cell = cells.first();
      const papers = Number(await cell.textContent());
      await cell.click();
      await expect.poll(() => page.locator(".detail").innerText()).toMatch(new RegExp(`\\b${papers} papers?`));
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Show only" }).first().click();
      await expect.poll(sum).toBeLessThan(other);
      await page.locator("main.map").press("m");
      await expect.poll(() => new URL(page.url()).hash).not.toContain("view=");
      expect(await matrix.count()).toBe(0);
      await page.evaluate(() => (location.hash = "view=matrix:dataset,metric"));
      await expect.poll(sum).toBe(other);
    });
  });
});
