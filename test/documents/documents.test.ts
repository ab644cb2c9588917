/**
 * The made-up documents are documents: what other tests find in them is no accident of a broken one.
 */
import { describe, expect, it } from "vitest";
import { fieldText } from "../../src/contract/field-text.ts";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { checkGraphDocument } from "../../src/contract/graph-json.ts";
import { smallDocument } from "./small.ts";
import { syntheticDocument } from "./synthetic.ts";
import { TINY } from "./tiny.ts";

describe.each<[name: string, document: GraphDocument]>([
  ["tiny", TINY],
  ["small", smallDocument()],
  ["synthetic", syntheticDocument()],
])("the %s document", (_, document) => {
  it("fits the schema", () => {
    expect(checkGraphDocument(JSON.parse(JSON.stringify(document)))).toEqual(document);
  });

  it("names nothing that it does not have", () => {
    const papers = new Set(document.papers.map(({ node }) => node));
    const terms = new Set(document.terms.map(({ node }) => node));
    const named = [
      ...[...document.mentions].flatMap(({ paper, term }) => [papers.has(paper), terms.has(term)]),
      ...[...document.relations].flatMap(({ source, target }) => [terms.has(source), terms.has(target)]),
      ...[...document.similar].flatMap((edge) => [
        papers.has(edge.source),
        edge.shared.every((term) => terms.has(term)),
      ]),
    ];
    expect(named).not.toContain(false);
    const communities = new Set(document.communities.map(({ id }) => id));
    expect([...document.papers, ...document.terms].filter(({ community }) => !communities.has(community))).toEqual([]);
  });

  it("quotes words that stand in its texts", () => {
    const byNode = new Map(document.papers.map((paper) => [paper.node, paper]));
    for (const { paper, evidence } of document.mentions)
      for (const { field, start, end, sentence } of evidence) {
        const text = fieldText(byNode.get(paper)!, field);
        expect(start).toBeGreaterThanOrEqual(sentence[0]);
        expect(end).toBeLessThanOrEqual(sentence[1]);
        expect(sentence[1]).toBeLessThanOrEqual(text.length);
      }
  });
});
