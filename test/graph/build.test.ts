import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { buildGraph } from "../../src/graph/build.ts";
import { DEFAULT_GRAPH_CONFIG } from "../../src/graph/config.ts";
import { countOverlaps } from "../../src/graph/layout/overlaps.ts";
import type { Made } from "./corpus-maker.ts";
import { corpusOf, reordered, topicCorpus } from "./corpus-maker.ts";

async function build({ papers, extraction }: Made, seed = 1): Promise<GraphDocument> {
  const options = { generator: "test", settings: {} };
  return (await buildGraph(papers, extraction, { ...DEFAULT_GRAPH_CONFIG, seed }, options)).value;
}

const corpus = topicCorpus(12);
const document = await build(corpus);

describe("three subjects", () => {
  it("become three communities, each with its papers and terms", () => {
    const groups = new Map<string, Set<number>>();
    for (const paper of document.papers) {
      const topic = paper.id.slice(0, 7);
      groups.set(topic, (groups.get(topic) ?? new Set()).add(paper.community));
    }
    expect([...groups.values()].map((set) => set.size)).toEqual([1, 1, 1]);
    expect(document.communities.filter((c) => c.parent === undefined)).toHaveLength(3);
    const communityOf = (term: string) => document.terms.find((node) => node.term === term)!.community;
    expect(communityOf("message passing")).toBe(communityOf("node classification"));
    expect(communityOf("message passing")).not.toBe(communityOf("lemma selection"));
  });

  it("are named by their own terms", () => {
    const terms = new Set(document.terms.map((node) => node.term));
    for (const community of document.communities) {
      const parts = community.label.toLowerCase().split(/ & |, /);
      expect(parts.every((part) => terms.has(part))).toBe(true);
    }
    expect(new Set(document.communities.map((c) => c.label)).size).toBe(document.communities.length);
  });

  it("say so where they are weak", () => {
    for (const { parent, stability, weak } of document.communities)
      if (stability >= (parent === undefined ? 0.5 : 0.2)) expect(weak).toBeUndefined();
  });

  it("see the narrower term under the broader one", () => {
    const isA = Array.from(document.relations).filter((edge) => edge.kind === "is_a");
    const name = (node: string | undefined) => document.terms.find((term) => term.node === node)?.term;
    expect(isA.map((edge) => name(edge.narrower))).toContain("graph neural network");
  });

  it("show a sentence behind every edge between terms", () => {
    expect(document.relations.length).toBeGreaterThan(0);
    const bare = Array.from(document.relations).filter(({ evidence }) =>
      evidence.every(({ sentence }) => sentence === undefined),
    );
    expect(bare).toEqual([]);
  });

  it("leave no two circles on top of each other", () => {
    const nodes = [...document.papers, ...document.terms];
    const column = (key: "x" | "y" | "size") => Float64Array.from(nodes, (node) => node[key]);
    expect(countOverlaps({ x: column("x"), y: column("y"), radius: column("size") })).toBe(0);
  });
});

describe("determinism", () => {
  it("gives the same bytes for any order of papers and terms", async () => {
    const bytes = JSON.stringify(document);
    const order = corpus.papers.map((_, i) => i);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(order, { minLength: order.length }), async (shuffled) => {
        expect(JSON.stringify(await build(reordered(corpus, shuffled)))).toBe(bytes);
      }),
      { numRuns: 5 },
    );
  });
});

describe("degenerate corpora", () => {
  const text = (id: string, abstract: string) => ({ id, title: id, abstract });
  const table: [name: string, corpus: Made][] = [
    ["empty", corpusOf([], [])],
    ["one paper", corpusOf([text("a", "One lemma.")], ["lemma"])],
    ["one paper without abstract or terms", corpusOf([{ id: "a", title: "?" }], [])],
    ["two equal papers", corpusOf([text("a", "One lemma."), text("b", "One lemma.")], ["lemma"])],
    [
      "one term in all papers",
      corpusOf(
        [..."abcdefgh"].map((id) => text(id, "One lemma.")),
        ["lemma"],
      ),
    ],
    [
      "papers that share nothing",
      corpusOf(
        [..."abcdefgh"].map((id) => text(id, `${id}${id}${id} only.`)),
        [],
      ),
    ],
    ["a term that no paper has", corpusOf([text("a", "One lemma."), text("b", "One proof.")], ["lemma", "theorem"])],
  ];

  it.each(table)("%s: a valid document", async (_, made) => {
    const result = await build(made);
    expect(result.papers).toHaveLength(made.papers.length);
    expect(result.terms).toHaveLength(made.extraction.terms.filter((term) => term.papers > 0).length);
    const ids = new Set(result.communities.map((c) => c.id));
    for (const node of [...result.papers, ...result.terms]) {
      expect(ids.has(node.community)).toBe(true);
      expect([node.x, node.y, node.size, node.confidence].every(Number.isFinite)).toBe(true);
    }
    // NaN and infinity would come back as null.
    expect(JSON.stringify(result)).not.toContain("null");
  });
});
