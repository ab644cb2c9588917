/**
 * The search box: groups, aliases, typing errors.
 */
import { describe, expect, test } from "vitest";
import { indexDocument, nameOf } from "../../web/data/map-index.ts";
import { buildSearchIndex } from "../../web/data/search-index.ts";
import { syntheticDocument } from "../documents/synthetic.ts";

const document = syntheticDocument();
const index = indexDocument(document);

describe("search", async () => {
  const search = await buildSearchIndex(index);
  const names = (query: string) => search.find(query).flatMap(({ hits }) => hits.map(({ text }) => text));

  test.each(["graph learning", "GRAPH LEARN", "grahp learning"])("%j finds the community", (query) => {
    expect(names(query)).toContain("graph learning");
  });

  test("aliases lead to their term", () => {
    const known = document.terms.find(({ aliases }) => aliases.length > 0)!;
    const hit = search
      .find(known.aliases[0]!.text)
      .flatMap(({ hits }) => hits)
      .find(({ group }) => group === "alias");
    expect(hit?.text).toBe(known.aliases[0]!.text);
    expect(
      nameOf(index, hit!.target)
        .split(" ")
        .map((word) => word[0])
        .join("")
        .toUpperCase(),
    ).toBe(hit!.text);
  });

  test("groups tell how many match in all; nothing matches nothing", () => {
    const [terms] = search.find("sparse");
    expect(terms!.total).toBe(document.terms.filter((entry) => entry.term.includes("sparse")).length);
    expect(search.find("  ")).toEqual([]);
    expect(search.find("zzzzzz")).toEqual([]);
  });
});
