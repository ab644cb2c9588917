/**
 * In real Chromium: which names a map paints at which distance.
 */
import { expect, test } from "vitest";
import { communityRecord } from "../documents/records.ts";
import { syntheticDocument } from "../documents/synthetic.ts";
import { CHROMIUM, describeMap } from "./browser.ts";
import { KEEP_TEXTS, termsNamed, textsOf } from "./drawn-texts.ts";

const plain = syntheticDocument({ papers: 200, terms: 400, communities: 3 });
/** Communities at the top with two topics each: one is called as its community, the other has a name of its own. */
const topicOf = (community: number, node: string) => 10 + 2 * community + (Number(node.slice(1)) % 2);
const document = {
  ...plain,
  papers: plain.papers.map((paper) => ({ ...paper, topic: topicOf(paper.community, paper.node) })),
  terms: plain.terms.map((term) => ({ ...term, topic: topicOf(term.community, term.node) })),
  communities: [
    ...plain.communities,
    ...plain.communities.flatMap(({ id, label }) => [
      communityRecord(10 + 2 * id, label, { parent: id }),
      communityRecord(11 + 2 * id, `Kinds of ${label}`, { parent: id }),
    ]),
  ],
};

describeMap("names", document, (map) => {
  test.skipIf(!CHROMIUM)(
    "a topic is not named as the region whose name stands there; terms are named where they are at home",
    async () => {
      const { page, complaints, close } = await map.browser.open(map.url);
      await page.addInitScript(KEEP_TEXTS);
      await page.reload();
      await page.locator(".region-name").first().waitFor({ state: "attached" });
      await page.waitForTimeout(1500);
      const named = termsNamed(document, await textsOf(page));
      expect(named.length).toBeGreaterThan(3);
      const communityOf = new Map(document.papers.map((paper) => [paper.node, paper.community]));
      for (const term of named) {
        const papers = Array.from(document.mentions).filter((mention) => mention.term === term.node);
        const own = papers.filter(({ paper }) => communityOf.get(paper) === term.community);
        expect(2 * own.length, term.term).toBeGreaterThanOrEqual(papers.length);
      }
      await page.getByRole("button", { name: "Zoom in" }).click();
      await page.waitForTimeout(800);
      const lines = await textsOf(page);
      const provinces = lines.filter(({ font }) => font.includes("italic")).map(({ text }) => text);
      const regions = lines.filter(({ font }) => /^600 .*serif/i.test(font)).map(({ text }) => text);
      expect(provinces.join(" ")).toContain("Kinds of");
      expect(regions.length).toBeGreaterThan(0);
      expect(provinces.filter((line) => regions.includes(line))).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    },
  );
});
