/**
 * What Sigma is given of a map: levels of detail, and the graphs made of them.
 */
import type { UndirectedGraph } from "graphology";
import { describe, expect, test } from "vitest";
import { backbone } from "../../web/data/backbone.ts";
import { indexDocument } from "../../web/data/map-index.ts";
import { HeldGraphs } from "../../web/map/drawing/held-graph.ts";
import { evenly, MAX_HELD, visibleNodes } from "../../web/map/drawing/visible-nodes.ts";
import { rankLabels } from "../../web/map/names/label-rank.ts";
import { syntheticDocument } from "../documents/synthetic.ts";

const small = indexDocument(syntheticDocument());
const large = indexDocument(syntheticDocument({ papers: 24_000, terms: 16_000, communities: 12 }));
const rank = rankLabels(large);
const importance = { ...rank, papers: evenly(large, rank.papers) };
const all = () => true;

describe("nodes that Sigma is given", () => {
  test("are all that are drawn while they are few, ascending", () => {
    const even = (node: number) => node % 2 === 0;
    expect(Array.from(visibleNodes(small, rankLabels(small), undefined, even))).toEqual(
      Array.from({ length: small.count }, (_, node) => node).filter(even),
    );
  });

  test("are no more than can be held: papers and the best known terms", () => {
    const held = visibleNodes(large, importance, undefined, all);
    expect(held).toHaveLength(MAX_HELD);
    const terms = held.filter((node) => node >= large.papers);
    expect(terms).toHaveLength(MAX_HELD / 2);
    const best = new Set(rank.terms.slice(0, MAX_HELD / 2));
    expect(terms.every((term) => best.has(term))).toBe(true);
  });

  test("of every community the same share of papers", () => {
    const held = new Set(visibleNodes(large, importance, undefined, all));
    for (const [community, members] of large.members) {
      const papers = members.filter((node) => node < large.papers);
      const share = papers.filter((paper) => held.has(paper)).length / papers.length;
      expect(Math.abs(share - MAX_HELD / 2 / large.papers), `community ${community}`).toBeLessThan(0.02);
    }
  });

  test("are those in the window, when not all find room", () => {
    const box = { left: -200, right: 200, bottom: -200, top: 200 };
    const held = visibleNodes(large, importance, box, all);
    expect(held.length).toBeGreaterThan(0);
    for (const node of held) {
      expect(Math.abs(large.x[node]!)).toBeLessThanOrEqual(200);
      expect(Math.abs(large.y[node]!)).toBeLessThanOrEqual(200);
    }
  });
});

describe("graphs that Sigma is given", () => {
  const edges = backbone(small, 200);
  const nodes = (...numbers: number[]) => Uint32Array.from(numbers);

  test("hold the nodes at their places, and the standing edges between them", () => {
    const some = Uint32Array.from({ length: small.count - 10 }, (_, node) => node);
    const graph = new HeldGraphs(small, edges).hold(some);
    expect(graph.order).toBe(some.length);
    expect(graph.getNodeAttributes("7")).toEqual({ x: small.x[7], y: small.y[7], node: 7 });
    const inside = edges.filter(({ source, target }) => source < some.length && target < some.length);
    expect(inside.length).toBeGreaterThan(50);
    expect(graph.size).toBe(inside.length);
    const [first] = inside;
    expect(graph.getEdgeAttributes(String(first!.source), String(first!.target))).toEqual(first);
  });

  test("come later, the last wish only, and not for what is held", async () => {
    const graphs = new HeldGraphs(small, edges);
    graphs.hold(nodes(1, 2, 3));
    const come: UndirectedGraph[] = [];
    const take = (graph: UndirectedGraph) => come.push(graph);
    graphs.holdSoon(nodes(1, 2, 3), take);
    graphs.holdSoon(nodes(4, 5), take);
    graphs.holdSoon(nodes(6, 7, 8), take);
    expect(come).toHaveLength(0);
    await new Promise((done) => setTimeout(done, 150));
    expect(come.map((graph) => graph.nodes())).toEqual([["6", "7", "8"]]);
    graphs.holdSoon(nodes(9), take);
    graphs.stop();
    await new Promise((done) => setTimeout(done, 150));
    expect(come).toHaveLength(1);
  });
});
