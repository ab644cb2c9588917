/**
 * What the dock shows is what the command line prints, from a thread and without one.
 */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { openSides } from "../query/same-answers.ts";
import { buildSample } from "../sample.ts";
import { temporaryFolder } from "../temporary.ts";
import { CHROMIUM, ViewerBrowser } from "./browser.ts";

interface Row {
  readonly [key: string]: unknown;
  readonly title?: string;
  readonly term?: string;
}

const folder = temporaryFolder();
const nameOf = (row: unknown) => (row as Row).term ?? (row as Row).title;

describe.skipIf(!CHROMIUM)("asked on the page", () => {
  let browser: ViewerBrowser;
  let document: GraphDocument;
  let url: string;
  beforeAll(async () => {
    document = (await buildSample()).value.document;
    browser = await ViewerBrowser.start();
    url = await browser.writeMap(document);
  });
  afterAll(() => browser.stop());

  test.each([
    ["in a thread", undefined],
    ["without threads", () => Object.defineProperty(globalThis, "Worker", { value: undefined })],
  ])("gaps, matrix, bridges and trends are those of the command line (%s)", async (_, before) => {
    const { query } = await openSides(document, join(folder, "sample"));
    const { page, complaints, close } = await browser.open(url, {}, before);
    await page.keyboard.press("a");

    const gaps = (await query("gaps", "--limit", "400")) as unknown as Row[];
    // A small corpus may have none; then the matrix has no empty cell to fill.
    await page
      .locator(gaps.length > 0 ? ".gaps li" : ".matrix")
      .first()
      .waitFor();
    expect(await texts(page, ".gaps .gap-ends .name")).toEqual(
      gaps.flatMap((gap) => [nameOf(gap["method"]), nameOf(gap["concept"])]),
    );
    expect(await texts(page, ".gaps .gap-ends > .number")).toEqual(
      gaps.map((gap) => (gap["score"] as number).toFixed(1)),
    );
    await page.locator(".matrix").waitFor();
    const cells = await page
      .locator(".matrix td.gap .cell")
      .evaluateAll((links) => links.map((link) => link.getAttribute("aria-label")));
    expect(cells.sort()).toEqual(
      gaps
        .map(
          (gap) =>
            `${nameOf(gap["method"])} and ${nameOf(gap["concept"])}: no paper, gap score ${(gap["score"] as number).toFixed(1)}`,
        )
        .sort(),
    );

    await page.getByRole("button", { name: "Bridges", exact: true }).click();
    await page.locator(".bridges li").first().waitFor();
    const bridges = (await query("bridges", "--limit", "40")) as unknown as Row[];
    expect(await texts(page, ".bridges .node-link .name")).toEqual(bridges.map(nameOf));

    await page.getByRole("button", { name: "Trends", exact: true }).click();
    await page.locator(".trends li").first().waitFor();
    const trends = (await query("trends")) as unknown as Row;
    expect(await texts(page, ".trends .node-link .name")).toEqual(
      ["rising", "new", "falling"].flatMap((kind) => (trends[kind] as Row[]).map(nameOf)),
    );
    expect(await page.locator(".sparkline").count()).toBe(await page.locator(".trends li").count());
    expect(page.workers().length > 0).toBe(before === undefined);
    expect(complaints).toEqual([]);
    await close();
  });
});

function texts(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).allTextContents();
}
