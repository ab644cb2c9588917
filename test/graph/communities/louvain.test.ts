import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import { describe, expect, it } from "vitest";
import { louvainOn } from "../../../src/graph/communities/louvain.ts";
import { type EdgeList, edgeList } from "../../../src/graph/edge-list.ts";
import { seededRandom } from "../../../src/lib/random.ts";

/** Nodes in groups, with weighted edges mostly inside them. */
function planted(nodes: number, groups: number, edges: number, seed: number): EdgeList {
  const random = seededRandom(seed);
  const pairs = new Map<number, readonly [number, number, number]>();
  for (let e = 0; e < edges; e++) {
    const a = Math.floor(random() * nodes);
    const step = random() < 0.8 ? groups * Math.floor(random() * (nodes / groups)) : Math.floor(random() * nodes);
    const b = (a + step) % nodes;
    if (a !== b) pairs.set(Math.min(a, b) * nodes + Math.max(a, b), [Math.min(a, b), Math.max(a, b), random() + 0.01]);
  }
  return edgeList(nodes, pairs.values());
}

function byGraphology({ nodes, source, target, weight }: EdgeList, seed: number, resolution: number): number[] {
  const graph = new UndirectedGraph();
  for (let i = 0; i < nodes; i++) graph.addNode(i);
  weight.forEach((value, e) => graph.addEdge(source[e]!, target[e]!, { weight: value }));
  const found = louvain(graph, { rng: seededRandom(seed), resolution });
  return Array.from({ length: nodes }, (_, i) => found[i]!);
}

describe("Louvain", () => {
  const table = [
    { nodes: 1, groups: 1, edges: 0 },
    { nodes: 30, groups: 3, edges: 40 },
    { nodes: 200, groups: 7, edges: 1500 },
    { nodes: 600, groups: 12, edges: 2000 },
  ];
  it.each(table)("gives the partitions of graphology: $nodes nodes, $edges edges", ({ nodes, groups, edges }) => {
    const graph = planted(nodes, groups, edges, nodes);
    const run = louvainOn(graph);
    for (const resolution of [0.2, 1, 3])
      for (const seed of [1, 2, 3])
        expect([...run(seededRandom(seed), { resolution })]).toEqual(byGraphology(graph, seed, resolution));
  });

  it("takes other weights for a run without keeping them", () => {
    const graph = planted(100, 4, 500, 5);
    const run = louvainOn(graph);
    const before = run(seededRandom(1), { resolution: 1 });
    const weight = graph.weight.map((value, e) => value * (1 + (e % 5)));
    expect([...run(seededRandom(1), { resolution: 1 }, weight)]).toEqual(byGraphology({ ...graph, weight }, 1, 1));
    expect(run(seededRandom(1), { resolution: 1 })).toEqual(before);
  });
});
