/**
 * In real Chromium: what papers state: facts of a term, the table of a task, uses in a community, the filter by relation.
 */
import { expect, test } from "vitest";
import type { GraphDocument, RelationEdge, StatedKind } from "../../src/contract/graph-document.ts";
import { relationEdge } from "../documents/records.ts";
import { syntheticDocument } from "../documents/synthetic.ts";
import { axeViolations, describeMap, PHONE_DARK } from "./browser.ts";

const plain = syntheticDocument();
const ofType = (type: string, community?: number) =>
  plain.terms.filter((term) => term.type === type && (community === undefined || term.community === community));
const [method, rival] = ofType("method");
const task = ofType("task", method!.community)[0] ?? ofType("task")[0]!;
const dataset = ofType("dataset")[0]!;
/** A paper on the task, and its sentence with it. */
const edge = Array.from(plain.mentions).find(({ term }) => term === task.node)!;
const place = edge.evidence[0]!;

function stated(source: string, target: string, kind: StatedKind): RelationEdge {
  const evidence = [{ paper: edge.paper, field: place.field, sentence: place.sentence }];
  return relationEdge(source, target, { kind, stated: 1, confidence: 0.9, weight: 0.9, evidence });
}

const document: GraphDocument = {
  ...plain,
  mentions: Array.from(plain.mentions, (mention) =>
    mention === edge ? { ...mention, role: "studies" as const, weight: 0.9 } : mention,
  ),
  relations: [
    ...plain.relations,
    stated(method!.node, task.node, "used_for"),
    stated(method!.node, dataset.node, "evaluated_on"),
    stated(method!.node, rival!.node, "better_than"),
  ],
  results: [
    {
      paper: edge.paper,
      value: "2.1 points",
      number: 2.1,
      unit: "points",
      kind: "gain",
      cue: "improves",
      method: { text: method!.term, start: 0, end: 1, term: method!.node },
      on: [{ text: dataset.term, start: 0, end: 1, term: dataset.node }],
      field: place.field,
      start: place.start,
      end: place.end,
      sentence: place.sentence,
    },
  ],
};
const link = (term: string) => `#at=${encodeURIComponent(`term:${term}`)}`;

describeMap("what papers state, in the viewer", document, (map) => {
  test.each([
    ["desktop", {}],
    ["phone, dark", PHONE_DARK],
  ])("a term begins with its facts, and each opens its sentences (%s)", async (_, options) => {
    await map.browser.onPage(
      `${map.url}${link(method!.term)}`,
      async (page) => {
        const facts = page.locator(".term-facts");
        await facts.waitFor();
        const first = facts.getByRole("button", {
          name: `${method!.term} used for ${task.term}: sentences of 1 paper`,
        });
        await first.waitFor();
        expect(await facts.locator("h3").allTextContents()).toEqual(
          expect.arrayContaining(["used for", "measured on", "beats", "reported results"]),
        );
        await first.focus();
        await page.keyboard.press("Enter");
        await facts.locator("blockquote").first().waitFor();
        expect(await first.getAttribute("aria-expanded")).toBe("true");
        expect(await facts.locator(".result").textContent()).toContain(`2.1 points (improves), on ${dataset.term}`);
        expect(await axeViolations(page)).toEqual([]);
      },
      options,
    );
  });

  test("the table of a task opens from its panel and by key; a cell leads to the sentences", async () => {
    await map.browser.onPage(`${map.url}${link(task.term)}`, async (page) => {
      await page.getByRole("button", { name: `Table of “${task.term}”` }).click();
      const grid = page.locator(".task-grid");
      await grid.waitFor();
      expect(await grid.locator("tbody th").first().textContent()).toContain(method!.term);
      const cell = grid.getByRole("button", { name: `${method!.term} on ${dataset.term}: 2.1 points (improves)` });
      await cell.focus();
      await page.keyboard.press("Enter");
      await page.locator(".opened-sentences blockquote").first().waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await page.getByRole("button", { name: "Close the sentences" }).click();
      await expect.poll(() => page.locator(".opened-sentences").count()).toBe(0);
      await page.locator("main.map").focus();
      await page.keyboard.press("t");
      await expect.poll(() => grid.count()).toBe(0);
    });
  });

  test("only terms of a relation are shown where the filter says so, and the link keeps it", async () => {
    await map.browser.onPage(`${map.url}#relations=better_than`, async (page) => {
      await page.locator(".active-filters").getByText("terms that papers say are better than").waitFor();
      expect(new URL(page.url()).hash).toContain("relations=better_than");
    });
  });
});
