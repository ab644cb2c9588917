/**
 * In real Chromium: corrections: collected, undone, kept by the browser, saved as decisions.tsv.
 */
import { expect, test } from "vitest";
import { syntheticDocument } from "../documents/synthetic.ts";
import { axeViolations, describeMap } from "./browser.ts";
import { download } from "./page-actions.ts";

const document = syntheticDocument();
/** Best known term: first in any search for its own name. */
const term = document.terms.reduce((best, candidate) => (candidate.papers > best.papers ? candidate : best));

describeMap("corrections in map.html", document, (map) => {
  test("corrections are collected, undone, and saved as decisions.tsv", async () => {
    await map.use(
      async (page) => {
        await page.getByText("Correct this").click();
        await page.locator(".decide select").selectOption("metric");
        await page.getByLabel("Same as").fill("another term");
        await page.getByRole("button", { name: "Merge" }).click();
        await page.getByRole("button", { name: "Drop from the map" }).click();
        await page.getByRole("button", { name: `Undo: without “${term.term}”` }).click();
        expect(await axeViolations(page)).toEqual([]);
        const lines = (await download(page, "Save decisions.tsv")).trim().split("\n");
        expect(lines).toEqual([`type\t${term.term}\tmetric`, `merge\t${term.term}\tanother term`]);
      },
      {},
      `#at=term:${encodeURIComponent(term.term)}`,
    );
  });

  test("what was collected is there again when the page is loaded again, and gone once it is undone", async () => {
    await map.use(
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
    const at = `${map.url}#at=term:${encodeURIComponent(term.term)}`;
    const { page, complaints, close } = await map.browser.open(at, {}, () => {
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
    await map.use(
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

  test("map.html collects a new name too, and gives decisions.tsv away", async () => {
    const community = document.communities[0]!;
    await map.use(async (page) => {
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
