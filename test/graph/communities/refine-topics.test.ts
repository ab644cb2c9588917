import { describe, expect, it } from "vitest";
import { edgeList } from "../../../src/graph/edge-list.ts";
import { refineTopics } from "../../../src/graph/communities/refine-topics.ts";

/** Groups of nodes in which all are tied to all; each group is tied to the next by one edge. */
function chainOfCliques(sizes: readonly number[]) {
  const edges: [number, number, number][] = [];
  let start = 0;
  for (const size of sizes) {
    for (let a = start; a < start + size; a++) {
      for (let b = a + 1; b < start + size; b++) edges.push([a, b, 1]);
    }
    if (start > 0) edges.push([start - 1, start, 0.1]);
    start += size;
  }
  return edgeList(start, edges);
}

const repeat = (...runs: (readonly [value: number, times: number])[]) =>
  Int32Array.from(runs.flatMap(([value, times]) => Array<number>(times).fill(value)));

const places = (nodes: number) => Int32Array.from({ length: nodes }, (_, i) => i);

describe("large topics", () => {
  it("fall into their parts beside others, and those again where they are large", async () => {
    const graph = chainOfCliques([150, 90, 80, 20]);
    const communityOf = new Int32Array(graph.nodes);
    const topicOf = repeat([0, 320], [1, 20]);
    const refined = await refineTopics(
      graph,
      { communityOf, topicOf, microClusterOf: places(graph.nodes) },
      { seed: 1 },
    );
    expect(refined).toEqual(repeat([0, 150], [1, 90], [2, 80], [3, 20]));
  });

  it("stay whole below the size that asks for it", async () => {
    const graph = chainOfCliques([150, 90, 20]);
    const topicOf = repeat([0, 240], [1, 20]);
    const refinable = { communityOf: new Int32Array(graph.nodes), topicOf, microClusterOf: places(graph.nodes) };
    expect(await refineTopics(graph, refinable, { seed: 1 })).toEqual(topicOf);
  });
});

describe("topics of large communities", () => {
  const cases = [
    { why: "two parts are two topics", sizes: [20, 16], topics: repeat([0, 20], [1, 16]) },
    { why: "parts too small to stand stay with what they are tied to", sizes: [30, 4], topics: repeat([0, 34]) },
    { why: "a community of few papers stays whole", sizes: [15, 10], topics: repeat([0, 25]) },
    { why: "a community in one piece stays whole", sizes: [40], topics: repeat([0, 40]) },
  ];
  it.each(cases)("$why", async ({ sizes, topics }) => {
    const graph = chainOfCliques(sizes);
    const whole = new Int32Array(graph.nodes);
    expect(
      await refineTopics(
        graph,
        { communityOf: whole, topicOf: whole, microClusterOf: places(graph.nodes) },
        { seed: 1 },
      ),
    ).toEqual(topics);
  });

  it("papers of one point stay together", async () => {
    const graph = chainOfCliques([20, 16]);
    const whole = new Int32Array(36);
    const microClusterOf = places(36).map((i) => Math.floor(i / 4));
    expect(await refineTopics(graph, { communityOf: whole, topicOf: whole, microClusterOf }, { seed: 1 })).toEqual(
      repeat([0, 20], [1, 16]),
    );
  });

  it("leaves alone what has topics already, and what is gathered unconnected", async () => {
    const graph = chainOfCliques([20, 16]);
    const whole = new Int32Array(36);
    const halves = repeat([0, 18], [1, 18]);
    const microClusterOf = places(36);
    expect(await refineTopics(graph, { communityOf: whole, topicOf: halves, microClusterOf }, { seed: 1 })).toEqual(
      halves,
    );
    expect(
      await refineTopics(graph, { communityOf: whole, topicOf: whole, microClusterOf, unconnected: 0 }, { seed: 1 }),
    ).toEqual(whole);
  });
});
