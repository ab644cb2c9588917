import { describe, expect, it } from "vitest";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { betweenness } from "../../src/query/betweenness.ts";
import { findBridges } from "../../src/query/bridges.ts";
import { diffGraphs } from "../../src/query/diff.ts";
import { findGaps } from "../../src/query/gaps.ts";
import { findPaper, findTerm } from "../../src/query/find.ts";
import { indexGraph, nodeAt, numberOf } from "../../src/query/graph-index.ts";
import { seededRandom } from "../../src/lib/random.ts";
import { findPaths } from "../../src/query/path.ts";
import { neighborsIn, rowsOf, type Rows } from "../../src/query/rows.ts";
import { answerQuestion } from "../../src/query/questions.ts";
import { similarTo } from "../../src/query/similar.ts";
import { findTrends, standOut } from "../../src/query/trends.ts";
import { smallDocument } from "../documents/small.ts";

const document = smallDocument();
const index = indexGraph(document);
const placeless = { community: 0, confidence: 1, x: 0, y: 0, size: 1 };
const termOf = (text: string) => numberOf(index, findTerm(index, text)!.node)!;
/** The ids of nodes of any document that has no more papers than the small one. */
const idsIn = (whole: GraphDocument, nodes: readonly number[]) =>
  nodes.map((node) => nodeAt(indexGraph(whole), node)!.node);

describe("paths", () => {
  it("lead over papers, with the edge that was taken", () => {
    const [path] = findPaths(index, termOf("semantic segmentation"), termOf("ImageNet"));
    expect(
      idsIn(
        document,
        path!.map(({ node }) => node),
      ),
    ).toEqual(["t1", "p0", "t2"]);
    expect(path?.[1]?.edge?.role).toBe("studies");
  });

  it("do not exist between parts that share nothing", () => {
    expect(findPaths(index, termOf("ImageNet"), termOf("document retrieval"))).toEqual([]);
  });
});

describe("similar papers", () => {
  it("come with their reason, from either end of the edge", () => {
    const [first] = similarTo(index, numberOf(index, findPaper(index, "b")!.node)!);
    expect(first).toEqual({
      node: 0,
      weight: 0.8,
      shared: ["contrastive learning", "semantic segmentation"].map(termOf),
    });
  });
});

function graphOf(nodes: number, from: readonly number[], to: readonly number[]): Rows {
  return rowsOf(nodes, { from: Int32Array.from(from), to: Int32Array.from(to) }, new Float64Array(from.length).fill(1));
}

/** Freeman's definition word by word: for every pair of ends the share of its shortest paths that pass a node. */
function countedBetweenness(graph: Rows): number[] {
  const nodes = [...graph.start.keys()].slice(1).map((end) => end - 1);
  const walks = nodes.map((node) => shortestPaths(graph, node));
  const passing = nodes.map((middle) => {
    let sum = 0;
    for (const from of nodes)
      for (const to of nodes) {
        const [whole, first, second] = [walks[from]![to]!, walks[from]![middle]!, walks[middle]![to]!];
        if (from === to || middle === from || middle === to || whole.paths === 0) continue;
        if (first.steps + second.steps === whole.steps) sum += (first.paths * second.paths) / whole.paths;
      }
    return sum;
  });
  const max = Math.max(...passing);
  return passing.map((value) => (max > 0 ? value / max : 0));
}

/** Length and number of the shortest paths to every node, relaxed until nothing changes. */
function shortestPaths(graph: Rows, source: number): { readonly steps: number; readonly paths: number }[] {
  const nodes = graph.start.length - 1;
  const found = Array.from({ length: nodes }, () => ({ steps: Infinity, paths: 0 }));
  found[source] = { steps: 0, paths: 1 };
  for (let steps = 1; steps < nodes; steps++)
    for (let node = 0; node < nodes; node++) {
      if (found[node]!.steps < steps) continue;
      const before = [...neighborsIn(graph, node)].filter((other) => found[other]!.steps === steps - 1);
      const paths = before.reduce((sum, other) => sum + found[other]!.paths, 0);
      if (paths > 0) found[node] = { steps, paths };
    }
  return found;
}

describe("betweenness", () => {
  it("is 1 for the middle of a star and 0 for its rays", () => {
    expect([...betweenness(graphOf(4, [0, 0, 0], [1, 2, 3]))]).toEqual([1, 0, 0, 0]);
  });

  it("is that of counted paths, in parts that do not meet, with double edges and loops", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = seededRandom(seed);
      const nodes = 12;
      const ends = () => Array.from({ length: 14 }, () => Math.floor(random() * nodes));
      const graph = graphOf(nodes, ends(), ends());
      const counted = countedBetweenness(graph);
      betweenness(graph).forEach((value, node) => expect(value).toBeCloseTo(counted[node]!, 12));
    }
  });
});

describe("bridges", () => {
  it("are the nodes with ties on both sides", () => {
    const tied: GraphDocument = {
      ...document,
      mentions: [...document.mentions, { ...document.mentions.at(0)!, paper: "p3", term: "t0" }],
    };
    const bridges = findBridges(indexGraph(tied), { minNeighbors: 1 });
    expect(
      idsIn(
        tied,
        bridges.map(({ node }) => node),
      ),
    ).toEqual(["t0", "p3"]);
    // "Computer vision" and "Search engines".
    expect(bridges[0]?.communities.map(({ id }) => id)).toEqual([0, 1]);
    expect(findBridges(indexGraph(tied))).toEqual([]);
    expect(findBridges(index, { minNeighbors: 1 })).toEqual([]);
  });

  it("rank what ties two communities before what ties all a little, and leave out what everything has", () => {
    const community = (id: number) => ({ ...document.communities[0]!, id, label: `c${id}` });
    const paper = (number: number) => ({
      ...document.papers[0]!,
      node: `p${number}`,
      community: Math.floor(number / 10),
    });
    const term = (number: number, papers: number) => ({ ...document.terms[0]!, node: `t${number}`, papers });
    const mentions = (term: string, papers: readonly number[]) =>
      papers.map((number) => ({ ...document.mentions.at(0)!, term, paper: `p${number}`, weight: 1 }));
    const papers = Array.from({ length: 40 }, (_, number) => number);
    const tied: GraphDocument = {
      ...document,
      communities: [0, 1, 2, 3].map(community),
      papers: papers.map(paper),
      terms: [term(0, 40), term(1, 8), term(2, 4), term(3, 2)],
      mentions: [
        ...mentions("t0", papers),
        ...mentions("t1", [0, 1, 10, 11, 20, 21, 30, 31]),
        ...mentions("t2", [2, 3, 12, 13]),
        ...mentions("t3", [4, 14]),
      ],
      relations: [],
      similar: [],
    };
    const bridges = findBridges(indexGraph(tied), { kind: "term" });
    expect(
      idsIn(
        tied,
        bridges.map(({ node }) => node),
      ),
    ).toEqual(["t2", "t1"]);
  });
});

describe("gaps", () => {
  it("join a method and a task that two terms link but no paper has", () => {
    const papers = 3;
    const terms = [
      { ...document.terms[0]!, node: "t0", term: "attention", type: "method" as const, papers },
      { ...document.terms[1]!, node: "t1", term: "parsing", type: "task" as const, papers },
      { ...document.terms[2]!, node: "t2", term: "treebank", type: "dataset" as const, papers },
      { ...document.terms[3]!, node: "t3", term: "syntax", type: "concept" as const, papers },
    ];
    const pair = (source: string, target: string) =>
      ({ source, target, kind: "cooccurs", papers: 2, npmi: 0.6, weight: 1, evidence: [] }) as const;
    const linked: GraphDocument = {
      ...document,
      terms,
      mentions: [
        ...["t0", "t2", "t3"].map((term) => ({ ...document.mentions.at(0)!, paper: "p0", term })),
        ...["t1", "t2", "t3"].map((term) => ({ ...document.mentions.at(0)!, paper: "p1", term })),
      ],
      relations: [pair("t0", "t2"), pair("t0", "t3"), pair("t1", "t2"), pair("t1", "t3")],
    };
    const [gap, ...others] = findGaps(indexGraph(linked), { minExpected: 0.3 });
    // "attention" and "parsing".
    expect(idsIn(linked, [gap!.method, gap!.concept])).toEqual(["t0", "t1"]);
    // One paper of each in a community of three; too few to be missed.
    expect(gap?.expected).toBeCloseTo((1 * 1) / 3);
    expect(findGaps(indexGraph(linked))).toEqual([]);
    // "treebank" and "syntax".
    expect(idsIn(linked, gap!.via)).toEqual(["t2", "t3"]);
    expect(idsIn(linked, [gap!.methodPapers[0]!, gap!.conceptPapers[0]!])).toEqual(["p0", "p1"]);
    expect(others).toEqual([]);

    // Words of both in one text are no gap, though they were not taken for the terms.
    const [first, ...rest] = linked.papers;
    const written = { ...first!, abstract: "Does attention help parsing?" };
    expect(findGaps(indexGraph({ ...linked, papers: [written, ...rest] }), { minExpected: 0.3 })).toEqual([]);
    const unwritten = { ...first!, abstract: "Inattention helps parsing." };
    expect(findGaps(indexGraph({ ...linked, papers: [unwritten, ...rest] }), { minExpected: 0.3 })).toHaveLength(1);

    // "neural parsing" with attention, in one paper, is attention with parsing.
    const narrower = { ...document.terms[1]!, node: "t4", term: "neural parsing", type: "task" as const, papers: 1 };
    const mention = { ...document.mentions.at(0)!, paper: "p0", term: "t4" };
    const kindOf = { ...pair("t1", "t4"), kind: "is_a" as const, narrower: "t4" };
    const known: GraphDocument = {
      ...linked,
      terms: [...terms, narrower],
      mentions: [...linked.mentions, mention],
      relations: [...linked.relations, kindOf],
    };
    expect(findGaps(indexGraph(known), { minExpected: 0.3 })).toEqual([]);
  });
});

describe("trends", () => {
  it("count papers by period, also the empty ones", () => {
    const dated: GraphDocument = {
      ...document,
      terms: document.terms.map((term) => ({ ...term, first_seen: "2022-03" })),
    };
    const trends = findTrends(indexGraph(dated), { minPapers: 2 });
    expect(trends.periods).toEqual(["2022", "2023", "2024"]);
    expect(trends.papers).toEqual([1, 2, 1]);
    const learning = trends.terms.find(({ node }) => node === termOf("contrastive learning"));
    expect(learning?.counts).toEqual([1, 1, 0]);
    expect(learning?.shares).toEqual([1, 0.5, 0]);
  });

  it("do not cry out over small counts", () => {
    expect(standOut(1, 10, 0, 10)).toBeLessThan(1);
    expect(standOut(40, 100, 5, 100)).toBeGreaterThan(3);
    expect(standOut(5, 100, 40, 100)).toBeLessThan(-3);
    expect(standOut(0, 0, 4, 10)).toBe(0);
  });

  it("are empty without dates", () => {
    const papers = document.papers.map(({ node, id, title, source }) => ({ ...placeless, node, id, title, source }));
    expect(findTrends(indexGraph({ ...document, papers })).terms).toEqual([]);
  });
});

describe("diff", () => {
  it("finds nothing between equal builds", () => {
    const diff = diffGraphs(document, document);
    expect(diff.cause).toEqual({ input: false, settings: [] });
    expect(diff.terms).toEqual({ added: [], removed: [], changed: [] });
    expect(diff.edges.mentions).toEqual({ added: 0, removed: 0, changed: 0 });
    expect(diff.communities.same).toHaveLength(2);
    expect(diff.communities.moved).toEqual([]);
  });

  it("separates new data, settings and version", () => {
    const after: GraphDocument = {
      ...document,
      generator: "test 2",
      settings: { graph: { seed: 2 } },
      papers: document.papers.slice(0, 3),
      terms: document.terms.slice(0, 3).map((term) => (term.node === "t2" ? { ...term, type: "concept" } : term)),
      mentions: Array.from(document.mentions).slice(0, 6),
      communities: document.communities.slice(0, 1),
    };
    const diff = diffGraphs(document, after);
    expect(diff.cause).toEqual({ input: true, settings: ["graph.seed"], version: ["paperweave test", "test 2"] });
    expect(diff.papers.removed.map(({ id }) => id)).toEqual(["d"]);
    expect(diff.terms.removed.map(({ term }) => term)).toEqual(["document retrieval"]);
    expect(diff.terms.changed.map(({ term, type }) => [term, ...type])).toEqual([["ImageNet", "dataset", "concept"]]);
    expect(diff.edges.mentions).toEqual({ added: 0, removed: 1, changed: 0 });
    expect(diff.communities.deaths).toEqual(["Search engines"]);
  });
});

describe("what is new", () => {
  const marked = (ids: readonly string[]) =>
    indexGraph({
      ...document,
      papers: document.papers.map((paper) => ({ ...paper, ...(ids.includes(paper.id) && { new: true as const }) })),
    });
  const namesOf = (of: ReturnType<typeof marked>, nodes: readonly number[]) =>
    nodes.map((node) => {
      const found = nodeAt(of, node)!;
      return "term" in found ? found.term : found.id;
    });

  it("are papers, latest first, terms that only they have, and the communities that grew", () => {
    const of = marked(["b", "d"]);
    const found = answerQuestion(of, "new", { limit: 9 });
    const theirs = document.terms.filter((term) =>
      [...document.mentions]
        .filter((edge) => edge.term === term.node)
        .every(({ paper }) => ["p1", "p3"].includes(paper)),
    );
    expect(namesOf(of, found.papers).sort()).toEqual(["b", "d"]);
    expect(theirs.length).toBeGreaterThan(0);
    expect(namesOf(of, found.terms).sort()).toEqual(theirs.map(({ term }) => term).sort());
    expect(found.communities.reduce((sum, { papers }) => sum + papers, 0)).toBe(2);
  });

  it("are counted beyond the limit, and are none where no build added any", () => {
    expect(answerQuestion(marked(["b", "d"]), "new", { limit: 1 })).toMatchObject({ all: { papers: 2 } });
    expect(answerQuestion(index, "new", { limit: 9 })).toEqual({
      papers: [],
      terms: [],
      all: { papers: 0, terms: 0 },
      communities: [],
    });
  });
});
