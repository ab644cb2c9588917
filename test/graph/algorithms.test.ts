/**
 * The numerical parts against definitions and brute force.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreementWith } from "../../src/graph/communities/agreement.ts";
import { broaderTerms } from "../../src/graph/edges/broader-terms.ts";
import { consensus, mergeByAgreement } from "../../src/graph/communities/consensus.ts";
import { eigenTridiagonal } from "../../src/graph/similarity/eigen.ts";
import { mergeSmallCommunities } from "../../src/graph/communities/small-communities.ts";
import { edgeList } from "../../src/graph/edge-list.ts";
import { latentSpace } from "../../src/graph/similarity/latent-space.ts";
import { logLikelihood } from "../../src/graph/log-likelihood.ts";
import { modularity } from "../../src/graph/communities/modularity.ts";
import { nearestNeighbors } from "../../src/graph/similarity/nearest-neighbors.ts";
import { neighborGraph } from "../../src/graph/similarity/neighbor-graph.ts";
import { countOverlaps, removeOverlaps } from "../../src/graph/layout/overlaps.ts";
import { npmi } from "../../src/graph/edges/cooccurrence.ts";
import type { DenseMatrix } from "../../src/graph/similarity/sparse.ts";
import { sparseMatrix } from "../../src/graph/similarity/sparse.ts";
import { splitDisconnected } from "../../src/graph/communities/split-disconnected.ts";
import { titleCase } from "../../src/graph/names/title-case.ts";
import { WordNumbers } from "../../src/graph/similarity/words.ts";
import { seededRandom } from "../../src/lib/random.ts";

const dense = (rows: readonly (readonly number[])[]): DenseMatrix => ({
  rows: rows.length,
  columns: rows[0]?.length ?? 0,
  values: Float64Array.from(rows.flat()),
});

describe("measures", () => {
  const table: [together: number, a: number, b: number, total: number, value: number][] = [
    [0, 5, 5, 100, -1],
    [5, 5, 5, 100, 1],
    [1, 10, 10, 100, 0],
    [100, 100, 100, 100, 1],
    [4, 8, 8, 64, Math.log(4) / Math.log(16)],
  ];
  it.each(table)("npmi of %i together, %i and %i of %i", (together, a, b, total, value) => {
    expect(npmi(together, a, b, total)).toBeCloseTo(value, 10);
  });

  it("log-likelihood is 0 for equal shares and signed by the larger one", () => {
    expect(logLikelihood(5, 50, 10, 100)).toBeCloseTo(0, 10);
    expect(logLikelihood(20, 50, 5, 100)).toBeGreaterThan(10);
    expect(logLikelihood(5, 100, 20, 50)).toBeLessThan(-10);
  });

  it("modularity is that of two equal cliques", () => {
    const pairs = [0, 3].flatMap(
      (at) =>
        [
          [at, at + 1, 1],
          [at, at + 2, 1],
          [at + 1, at + 2, 1],
        ] as const,
    );
    expect(modularity(edgeList(6, pairs), Int32Array.of(0, 0, 0, 1, 1, 1), 1)).toBeCloseTo(0.5, 10);
    expect(modularity(edgeList(2, []), Int32Array.of(0, 1), 1)).toBe(0);
  });
});

describe("words", () => {
  // Numbers by first arrival; a star: next to the word before.
  it.each([
    ["Graph-based neural networks, for trees", ["0", "1", "2*", "3"]],
    ["trees; a tree-network\nnetwork  trees", ["0", "0", "1*", "1*", "0"]],
    ["The analysis of classes", ["0", "1"]],
    ["3d x Größe größe α2 𝔘net", ["0", "0*", "1*", "2*"]],
    ["", []],
  ] as const)("%s", (text, expected) => {
    const read: string[] = [];
    new WordNumbers().read(text, (word, adjacent) => read.push(`${word}${adjacent ? "*" : ""}`));
    expect(read).toEqual(expected);
  });

  it.each([
    ["graph neural networks", "Graph Neural Networks"],
    ["state of the art", "State of the Art"],
    ["mBERT for QA", "mBERT for QA"],
    ["self-supervised learning", "Self-supervised Learning"],
  ])("%s becomes a name", (form, name) => {
    expect(titleCase(form)).toBe(name);
  });

  it("a term's broader one is its longest suffix, plural or hyphen aside", () => {
    const terms = ["neural networks", "graph neural network", "network", "Graph-neural network"];
    expect(broaderTerms(terms)).toEqual([
      { narrower: 0, broader: 2, share: 1 / 2 },
      { narrower: 1, broader: 0, share: 2 / 3 },
      { narrower: 3, broader: 0, share: 2 / 3 },
    ]);
  });
});

describe("latent space", () => {
  it("keeps the dot products of a matrix of that rank", () => {
    const rows = [
      [2, 0, 1],
      [0, 3, 0],
      [4, 0, 2],
      [2, 3, 1],
    ];
    const cells = rows.map((row) => new Map(row.map((value, i) => [i, value] as const).filter(([, v]) => v !== 0)));
    const points = latentSpace(sparseMatrix(cells, 3), 2);
    const dot = (a: number, b: number) =>
      Array.from({ length: points.columns }, (_, k) => k).reduce(
        (sum, k) => sum + points.values[a * points.columns + k]! * points.values[b * points.columns + k]!,
        0,
      );
    rows.forEach((a, i) =>
      rows.forEach((b, j) =>
        expect(dot(i, j)).toBeCloseTo(
          a.reduce((sum, value, k) => sum + value * b[k]!, 0),
          6,
        ),
      ),
    );
  });

  it("finds parts that share nothing, and equal ones twice", () => {
    const cells = [0, 0, 1, 1, 2, 2].map((feature) => new Map([[feature, 1]]));
    const { columns, values } = latentSpace(sparseMatrix([...cells, new Map()], 3), 3);
    expect(columns).toBe(3);
    const dot = (i: number, j: number) =>
      [0, 1, 2].reduce((sum, k) => sum + values[i * 3 + k]! * values[j * 3 + k]!, 0);
    expect([dot(0, 1), dot(2, 3), dot(0, 2), dot(3, 4)].map((value) => Math.round(value * 1e9) / 1e9 + 0)).toEqual([
      1, 1, 0, 0,
    ]);
    expect([...values.subarray(18)]).toEqual([0, 0, 0]);
  });

  it("has eigenvectors that are eigenvectors", () => {
    const { values, vectors } = eigenTridiagonal(Float64Array.of(2, 2, 2), Float64Array.of(1, 1));
    [2 + Math.SQRT2, 2, 2 - Math.SQRT2].forEach((value, axis) => {
      expect(values[axis]).toBeCloseTo(value, 10);
      const [x, y, z] = vectors.values.subarray(3 * axis, 3 * axis + 3) as unknown as [number, number, number];
      expect(2 * x + y).toBeCloseTo(value * x, 10);
      expect(x + 2 * y + z).toBeCloseTo(value * y, 10);
      expect(y + 2 * z).toBeCloseTo(value * z, 10);
      expect(x * x + y * y + z * z).toBeCloseTo(1, 10);
    });
  });
});

describe("nearest neighbours", () => {
  it("are those of brute force in every nested space", () => {
    const random = seededRandom(3);
    const points = dense(Array.from({ length: 300 }, () => [random() - 0.5, random() - 0.5, random() - 0.5]));
    const cosine = (i: number, j: number, size: number) => {
      let [dot, a, b] = [0, 0, 0];
      for (let k = 0; k < size; k++) {
        const x = points.values[i * 3 + k]!;
        const y = points.values[j * 3 + k]!;
        [dot, a, b] = [dot + x * y, a + x * x, b + y * y];
      }
      return dot / Math.sqrt(a * b);
    };
    for (const [view, size] of [2, 3].entries()) {
      const found = nearestNeighbors(points, [2, 3], 5)[view]!;
      for (const i of [0, 7, 299]) {
        const others = Array.from({ length: 300 }, (_, j) => j).filter((j) => j !== i);
        const expected = others.sort((a, b) => cosine(i, b, size) - cosine(i, a, size)).slice(0, 5);
        expect([...found.indices.subarray(i * 5, i * 5 + 5)]).toEqual(expected);
      }
    }
  });

  it("join a pair once, whichever side names it", () => {
    const [view] = nearestNeighbors(
      dense([
        [1, 0],
        [1, 0.1],
        [1, 0.5],
      ]),
      [2],
      1,
    );
    const graph = neighborGraph(view!);
    expect([...graph.source].map((source, e) => [source, graph.target[e]])).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });
});

describe("communities", () => {
  /** Two rings of five, joined by one weak edge. */
  const ring = (at: number) =>
    [0, 1, 2, 3, 4].map((i) => [at + Math.min(i, (i + 1) % 5), at + Math.max(i, (i + 1) % 5), 1] as const);
  const rings = edgeList(11, [...ring(0), ...ring(5), [0, 5, 0.1]]);

  it("consensus finds what every seed must find", async () => {
    for (const seed of [1, 2, 3]) {
      expect([...(await consensus(rings, { seed }))]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2]);
    }
  });

  it("merging follows the coarse runs", () => {
    const fine = Int32Array.of(0, 0, 1, 1, 2, 2);
    const coarse = [Int32Array.of(0, 0, 0, 0, 1, 1), Int32Array.of(0, 0, 0, 0, 1, 1), Int32Array.of(0, 0, 1, 1, 2, 2)];
    expect([...mergeByAgreement(fine, coarse, 0.6)]).toEqual([0, 0, 0, 0, 1, 1]);
    expect([...mergeByAgreement(fine, coarse, 0.7)]).toEqual([0, 0, 1, 1, 2, 2]);
    expect(new Set(mergeByAgreement(fine, coarse, 0)).size).toBe(1);
  });

  it("a community in two parts is split", () => {
    expect([...splitDisconnected(rings, Int32Array.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 1))]).toEqual([
      0, 0, 0, 0, 0, 5, 5, 5, 5, 9, 10,
    ]);
  });

  it("small communities join their strongest neighbour; what has none is gathered", () => {
    const edges = edgeList(12, [...ring(0), ...ring(5), [4, 5, 0.2], [0, 9, 0.1]]);
    const { community, unconnected } = mergeSmallCommunities(edges, Int32Array.of(0, 0, 0, 0, 2, 1, 1, 1, 1, 1, 3, 4));
    expect(new Set(community.subarray(0, 5)).size).toBe(1);
    expect(community[10]).toBe(community[11]);
    expect(unconnected).toBe(community[10]);
  });

  it("confidence is the share of the runs, stability the mean overlap", () => {
    const final = Int32Array.of(0, 0, 0, 1, 1, 1);
    const { confidence, stability } = agreementWith(final, [[final, Int32Array.of(0, 0, 0, 0, 1, 1)]]);
    expect([...confidence]).toEqual([1, 1, 1, 0.5, 1, 1]);
    expect(stability[0]).toBeCloseTo((1 + 3 / 4) / 2, 10);
    expect(stability[1]).toBeCloseTo((1 + 2 / 3) / 2, 10);
  });

  it("finer borders inside a community do not contradict it", () => {
    const final = Int32Array.of(0, 0, 0, 0, 0, 1, 1, 1, 1);
    const finer = Int32Array.of(0, 0, 0, 3, 3, 1, 1, 2, 2);
    const { confidence, stability } = agreementWith(final, [[finer]]);
    expect([...stability]).toEqual([1, 1]);
    expect(Math.min(...confidence)).toBe(1);
  });

  it("borders across a community do", () => {
    const across = Int32Array.of(0, 0, 1, 1, 0, 0, 1, 1);
    const { stability } = agreementWith(Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1), [[across]]);
    expect(Math.max(...stability)).toBeLessThan(0.5);
  });

  it("runs that do not see a community yet leave the word to those that do", () => {
    const final = Int32Array.of(0, 0, 0, 0, 1, 1, 2, 2);
    const coarse = Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1);
    expect([...agreementWith(final, [[coarse], [final]]).stability]).toEqual([1, 1, 1]);
    expect(agreementWith(final, [[coarse]]).stability[1]).toBe(0.5);
  });
});

describe("overlaps", () => {
  it("are gone afterwards, wherever the circles were", () => {
    const circle = fc.record({
      x: fc.double({ min: -50, max: 50, noNaN: true }),
      y: fc.double({ min: -50, max: 50, noNaN: true }),
      radius: fc.double({ min: 0.5, max: 12, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(circle, { maxLength: 60 }), (made) => {
        const column = (key: "x" | "y" | "radius") => Float64Array.from(made, (item) => item[key]);
        const circles = { x: column("x"), y: column("y"), radius: column("radius") };
        removeOverlaps(circles, 20);
        expect(countOverlaps(circles)).toBe(0);
        expect([...circles.x, ...circles.y].every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 50, seed: 1 },
    );
  });
});
