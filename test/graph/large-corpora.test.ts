/**
 * What stands in for looking at every pair once a corpus is large.
 */
import { describe, expect, it } from "vitest";
import { cellCentroids, voronoiCells } from "../../src/graph/similarity/voronoi-cells.ts";
import { FormTable } from "../../src/graph/similarity/form-table.ts";
import { contract, edgeList } from "../../src/graph/edge-list.ts";
import { nearestNeighbors } from "../../src/graph/similarity/nearest-neighbors.ts";
import { NumberedPairs } from "../../src/lib/numbered-pairs.ts";
import { propagateLabels } from "../../src/graph/communities/label-propagation.ts";
import { partitionOfPapers } from "../../src/graph/communities/partition.ts";
import type { DenseMatrix } from "../../src/graph/similarity/sparse.ts";
import { denseMatrix } from "../../src/graph/similarity/sparse.ts";
import { seededRandom } from "../../src/lib/random.ts";

/** Points around `centres` directions. */
function cloud(rows: number, columns: number, centres: number): DenseMatrix {
  const random = seededRandom(7);
  const middle = Array.from({ length: centres * columns }, () => random() - 0.5);
  const points = denseMatrix(rows, columns);
  points.values.forEach((_, at) => {
    const c = Math.floor(at / columns) % centres;
    points.values[at] = middle[c * columns + (at % columns)]! + 0.6 * (random() - 0.5);
  });
  return points;
}

describe("numbered pairs", () => {
  it("have the number of their first arrival, however many come", () => {
    const pairs = new NumberedPairs();
    const made = Array.from({ length: 6000 }, (_, i) => [(i % 151) - 2, Math.floor(i / 151)] as const);
    expect(made.map(([a, b]) => pairs.numberOf(a, b))).toEqual(made.map((_, i) => i));
    expect(made.map(([a, b]) => pairs.numberOf(a, b))).toEqual(made.map((_, i) => i));
    expect(pairs.size).toBe(made.length);
    expect(made.every(([a], i) => pairs.first(i) === a)).toBe(true);
  });
});

describe("forms looked up in a text", () => {
  it("are found wherever they stand, and nowhere else", () => {
    const table = new FormTable();
    const forms = Array.from({ length: 5000 }, (_, i) => `ö${i.toString(36)}`);
    const text = forms.join(" ");
    let at = 0;
    for (const [number, form] of forms.entries()) {
      expect(table.find(text, at, at + form.length)).toBeUndefined();
      expect(table.add(text, at, at + form.length, number)).toBe(number);
      at += form.length + 1;
    }
    const found = forms.map((form) => table.find(`_${form}_`, 1, 1 + form.length));
    expect(found).toEqual(forms.map((_, number) => number));
    expect(table.find("ö", 0, 1)).toBeUndefined();
  });
});

describe("cells", () => {
  it("hold near points, about as many as asked for; a point at the origin has none", () => {
    const points = cloud(600, 6, 3);
    points.values.fill(0, 0, 6);
    const cell = voronoiCells(points, 20);
    const cells = Math.max(...cell) + 1;
    expect(cell[0]).toBe(-1);
    expect(cells).toBeGreaterThan(600 / 20 / 2);
    expect(new Set(cell.subarray(1)).size).toBe(cells);
    expect(cellCentroids(points, cell).rows).toBe(cells);
  });

  it("of the empty and the single point are valid", () => {
    expect([...voronoiCells(denseMatrix(0, 0), 10)]).toEqual([]);
    expect([...voronoiCells({ rows: 1, columns: 2, values: Float64Array.of(1, 2) }, 10)]).toEqual([0]);
  });
});

describe("nearest neighbours of many points", () => {
  it("are nearly all of those of brute force", () => {
    const points = cloud(9000, 8, 60);
    const k = 10;
    const [found] = nearestNeighbors(points, [8], k);
    const cosine = (i: number, j: number) => {
      let [dot, a, b] = [0, 0, 0];
      for (let axis = 0; axis < 8; axis++) {
        const x = points.values[i * 8 + axis]!;
        const y = points.values[j * 8 + axis]!;
        [dot, a, b] = [dot + x * y, a + x * x, b + y * y];
      }
      return dot / Math.sqrt(a * b);
    };
    let right = 0;
    const asked = [0, 1234, 2500, 4001, 5678, 6543, 7777, 8999];
    for (const i of asked) {
      const all = Array.from({ length: points.rows }, (_, j) => ({ j, cosine: j === i ? -1 : cosine(i, j) }));
      const nearest = new Set(
        all
          .sort((a, b) => b.cosine - a.cosine)
          .slice(0, k)
          .map(({ j }) => j),
      );
      for (const j of found!.indices.subarray(i * k, i * k + k)) if (nearest.has(j)) right++;
    }
    expect(right / (asked.length * k)).toBeGreaterThan(0.9);
  });
});

describe("micro-clusters", () => {
  it("hand their community on", () => {
    expect([...partitionOfPapers(Int32Array.of(4, 7), Int32Array.of(0, 1, 1, 0))]).toEqual([4, 7, 7, 4]);
  });

  it("leave a paper on the wrong side to its neighbours", () => {
    const graph = edgeList(5, [
      [0, 1, 1],
      [0, 2, 1],
      [1, 2, 1],
      [3, 4, 1],
    ]);
    expect([...propagateLabels(graph, Int32Array.of(0, 0, 1, 1, 1))]).toEqual([0, 0, 0, 1, 1]);
  });

  it("are tied by the sum of their papers' ties", () => {
    const edges = edgeList(4, [
      [0, 1, 5],
      [0, 2, 1],
      [1, 3, 2],
      [2, 3, 5],
    ]);
    const { source, target, weight } = contract(edges, Int32Array.of(1, 1, 0, 0), 2);
    expect([[...source], [...target], [...weight]]).toEqual([[0], [1], [3]]);
  });
});
