/**
 * A rebuild over the last build: what a correction does not touch stays where it is, new papers find their places.
 */
import { describe, expect, it } from "vitest";
import type { GraphDocument, Placed } from "../../src/contract/graph-document.ts";
import { buildGraph } from "../../src/graph/build.ts";
import { DEFAULT_GRAPH_CONFIG } from "../../src/graph/config.ts";
import { countOverlaps } from "../../src/graph/layout/overlaps.ts";
import type { Made } from "./corpus-maker.ts";
import { reordered, topicCorpus, withLists } from "./corpus-maker.ts";

async function build(
  { papers, extraction }: Made,
  previous?: GraphDocument,
  { seed = 1, anew = false }: { readonly seed?: number; readonly anew?: boolean } = {},
): Promise<GraphDocument> {
  const config = { ...DEFAULT_GRAPH_CONFIG, seed };
  const options = { generator: "test", settings: { graph: config }, anew, ...(previous && { previous }) };
  return (await buildGraph(papers, extraction, config, options)).value;
}

/** Papers for which `keep` holds, with the terms for which `has` does. */
function part(
  { papers, extraction, lists }: Made,
  keep: (place: number) => boolean,
  has: (term: string) => boolean = () => true,
): Made {
  const kept = papers.map((_, i) => i).filter(keep);
  const number = new Map(extraction.terms.filter(({ term }) => has(term)).map(({ term }, i) => [term, i]));
  const terms = extraction.terms.filter(({ term }) => has(term));
  const newLists = kept.map((i) =>
    lists[i]!.flatMap((entry) => {
      const term = number.get(extraction.terms[entry.term]!.term);
      return term === undefined ? [] : [{ ...entry, term }];
    }),
  );
  const counted = terms.map((each, t) => ({
    ...each,
    papers: newLists.filter((list) => list.some(({ term }) => term === t)).length,
  }));
  return withLists(
    kept.map((i) => papers[i]!),
    counted,
    newLists,
  );
}

function byName({ papers, terms }: GraphDocument): ReadonlyMap<string, Placed> {
  const nodes = new Map<string, Placed>();
  for (const paper of papers) nodes.set(paper.id, paper);
  for (const term of terms) nodes.set(term.term, term);
  return nodes;
}

/** Of the nodes that both have: how far they moved, and how many have another community. */
function moved(before: GraphDocument, after: GraphDocument): { distances: number[]; changed: number } {
  const then = byName(before);
  const distances: number[] = [];
  let changed = 0;
  for (const [name, node] of byName(after)) {
    const old = then.get(name);
    if (!old) continue;
    distances.push(Math.hypot(node.x - old.x, node.y - old.y));
    if (node.community !== old.community) changed++;
  }
  return { distances: distances.sort((a, b) => a - b), changed };
}

const corpus = topicCorpus(14);
const first = await build(corpus);

describe("a rebuild over the last build", () => {
  it("of the same papers gives the same document, in any order", async () => {
    expect(await build(corpus, first)).toEqual(first);
    const order = corpus.papers.map((_, i) => i).reverse();
    expect(await build(reordered(corpus, order), first)).toEqual(first);
  });

  it("marks the papers that came, also when it is made again, and keeps the map's name", async () => {
    const isOld = (i: number) => i % 7 !== 0;
    const before = { ...(await build(part(corpus, isOld))), title: "Topics" };
    const after = await build(corpus, before);
    const came = corpus.papers.filter((_, i) => !isOld(i)).map(({ id }) => id);
    expect(came.length).toBeGreaterThan(3);
    expect(
      after.papers
        .filter((paper) => paper.new)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...came].sort());
    expect(after.title).toBe("Topics");
    expect(await build(corpus, after)).toEqual(after);
  });

  it("without a term moves nothing else", async () => {
    const second = await build(
      part(
        corpus,
        () => true,
        (term) => term !== "text prompt",
      ),
      first,
    );
    expect(second.terms).toHaveLength(first.terms.length - 1);
    const { distances, changed } = moved(first, second);
    expect(changed).toBe(0);
    expect(distances.at(-1)).toBe(0);
  });

  it("puts new papers among their neighbours, and leaves the others alone", async () => {
    const isOld = (i: number) => i % 5 !== 4;
    const before = await build(part(corpus, isOld));
    const after = await build(corpus, before);
    const { distances, changed } = moved(before, after);
    expect(changed).toBe(0);
    expect(distances[Math.floor(distances.length / 2)]).toBeLessThan(1);
    const home = new Map(before.papers.map((paper) => [paper.id.slice(0, 7), paper.community]));
    const added = after.papers.filter(({ id }) => !before.papers.some((paper) => paper.id === id));
    expect(added).toHaveLength(8);
    for (const paper of added) expect(paper.community).toBe(home.get(paper.id.slice(0, 7)));
    const nodes = [...after.papers, ...after.terms];
    const column = (of: (node: (typeof nodes)[number]) => number) => Float64Array.from(nodes, of);
    expect(
      countOverlaps({ x: column(({ x }) => x), y: column(({ y }) => y), radius: column(({ size }) => size) }),
    ).toBe(0);
  });

  it("moves a paper whose terms are another community's now", async () => {
    const paper = corpus.papers.findIndex(({ id }) => id === "paper-0-03");
    const donor = corpus.papers.findIndex(({ id }) => id === "paper-2-03");
    const lists = corpus.lists.map((list, i) => (i === paper ? corpus.lists[donor]! : list));
    const papers = corpus.papers.map((each, i) =>
      i === paper ? { ...corpus.papers[donor]!, id: each.id, source: each.source } : each,
    );
    const second = await build(withLists(papers, corpus.extraction.terms, lists), first);
    const communityOf = (id: string) => second.papers.find((each) => each.id === id)!.community;
    expect(communityOf("paper-0-03")).toBe(communityOf("paper-2-03"));
    expect(communityOf("paper-0-03")).not.toBe(first.papers.find(({ id }) => id === "paper-0-03")!.community);
    expect(moved(first, second).changed).toBe(1);
  });

  it("finds all anew where it is asked to, where settings differ, and where most papers are new", async () => {
    const shifted = {
      ...first,
      papers: first.papers.map((paper) => ({ ...paper, community: 0, x: paper.x + 1000 })),
    };
    const isFound = (document: GraphDocument) => new Set(document.papers.map(({ community }) => community)).size === 3;
    expect(isFound(await build(corpus, shifted))).toBe(false);
    expect(isFound(await build(corpus, shifted, { anew: true }))).toBe(true);
    expect(isFound(await build(corpus, shifted, { seed: 2 }))).toBe(true);
    const few = part(corpus, (i) => i % 3 === 0);
    const ofFew = await build(few);
    const collapsed = { ...ofFew, papers: ofFew.papers.map((paper) => ({ ...paper, community: 0 })) };
    expect(isFound(await build(corpus, collapsed))).toBe(true);
  });
});
