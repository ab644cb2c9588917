import { UndirectedGraph } from "graphology";
import forceAtlas2OfGraphology from "graphology-layout-forceatlas2";
import { describe, expect, it } from "vitest";
import { edgeList } from "../../../src/graph/edge-list.ts";
import { forceAtlas2 } from "../../../src/graph/layout/force-atlas.ts";
import { QuadTree } from "../../../src/graph/layout/quad-tree.ts";
import { seededRandom } from "../../../src/lib/random.ts";

function scattered(count: number, seed: number, extent = 100): Float64Array {
  const random = seededRandom(seed);
  return Float64Array.from({ length: count }, () => extent * (random() - 0.5));
}

describe("ForceAtlas2", () => {
  it("moves nodes as graphology does, and leaves the fixed ones", () => {
    const nodes = 40;
    const ring = Array.from({ length: nodes - 1 }, (_, i) => [i, i + 1, 1 + (i % 3)] as const);
    const edges = edgeList(nodes, [...ring, [0, 20, 2]]);
    const layout = { x: scattered(nodes, 1), y: scattered(nodes, 2), fixed: new Uint8Array(nodes) };
    layout.fixed[7] = 1;
    const graph = new UndirectedGraph();
    layout.x.forEach((x, i) => graph.addNode(i, { x, y: layout.y[i], fixed: i === 7 }));
    edges.weight.forEach((weight, e) => graph.addEdge(edges.source[e]!, edges.target[e]!, { weight }));
    const settings = {
      ...forceAtlas2OfGraphology.inferSettings(graph),
      barnesHutOptimize: false,
      strongGravityMode: false,
      gravity: 1,
    };
    const [startX, startY] = [layout.x[7], layout.y[7]];
    const expected = forceAtlas2OfGraphology(graph, { iterations: 5, settings });
    forceAtlas2(edges, layout, 5);
    for (let i = 0; i < nodes; i++) {
      expect(layout.x[i]).toBeCloseTo(expected[i]!["x"], 2);
      expect(layout.y[i]).toBeCloseTo(expected[i]!["y"], 2);
    }
    expect([layout.x[7], layout.y[7]]).toEqual([startX, startY]);
  });
});

describe("repulsion by groups", () => {
  it("is near that of all pairs, also where nodes share a place", () => {
    const nodes = 500;
    const [x, y] = [scattered(nodes, 3), scattered(nodes, 4)];
    for (const i of [10, 11, 12]) [x[i], y[i]] = [1, 1];
    const mass = Float64Array.from({ length: nodes }, (_, i) => 1 + (i % 4));
    const force = { x: new Float64Array(nodes), y: new Float64Array(nodes) };
    const tree = new QuadTree(nodes);
    for (let round = 0; round < 2; round++) {
      force.x.fill(0);
      force.y.fill(0);
      tree.build(x, y, mass);
      tree.repel(2, force.x, force.y);
    }
    let [error, size] = [0, 0];
    for (let i = 0; i < nodes; i++) {
      let [fx, fy] = [0, 0];
      for (let j = 0; j < nodes; j++) {
        const [dx, dy] = [x[i]! - x[j]!, y[i]! - y[j]!];
        const squared = dx * dx + dy * dy;
        if (squared === 0) continue;
        fx += (2 * mass[i]! * mass[j]! * dx) / squared;
        fy += (2 * mass[i]! * mass[j]! * dy) / squared;
      }
      error += (force.x[i]! - fx) ** 2 + (force.y[i]! - fy) ** 2;
      size += fx * fx + fy * fy;
    }
    expect(Math.sqrt(error / size)).toBeLessThan(0.1);
  });
});
