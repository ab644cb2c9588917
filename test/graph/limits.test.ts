import { describe, expect, it } from "vitest";
import { paperTermRows } from "../../src/domain/paper-terms.ts";
import { buildGraph } from "../../src/graph/build.ts";
import { DEFAULT_GRAPH_CONFIG } from "../../src/graph/config.ts";
import { strongestMentions } from "../../src/graph/limits.ts";
import { topicCorpus } from "./corpus-maker.ts";

const columns = {
  offsets: Int32Array.of(0, 3, 6, 7),
  term: Int32Array.of(0, 1, 2, 0, 1, 3, 0),
  salience: Float64Array.of(0.9, 0.5, 0.1, 0.8, 0.6, 0.2, 0.7),
  source: Int32Array.of(0, 1, 2, 3, 4, 5, 6),
  found: paperTermRows([]),
};

describe("the mentions of a document that holds too many", () => {
  it("are each paper's most salient ones, and each term's best", () => {
    const { offsets, term } = strongestMentions(columns, 4, 6);
    expect([...offsets]).toEqual([0, 2, 5, 6]);
    expect([...term]).toEqual([0, 2, 0, 1, 3, 0]);
  });

  it("are all of them where there is room", () => {
    expect(strongestMentions(columns, 4, 7)).toBe(columns);
  });
});

it("a document keeps to its limits; communities and positions are those of the whole", async () => {
  const { papers, extraction } = topicCorpus(12);
  const options = { generator: "test", settings: {} };
  const whole = (await buildGraph(papers, extraction, DEFAULT_GRAPH_CONFIG, options)).value;
  const part = (await buildGraph(papers, extraction, { ...DEFAULT_GRAPH_CONFIG, maxEdges: 100 }, options)).value;
  expect(whole.mentions.length + whole.relations.length + whole.similar.length).toBeGreaterThan(200);
  expect([whole.limits, part.limits]).toEqual([undefined, { edges: 100 }]);
  expect(part.mentions.length).toBeLessThanOrEqual(60);
  expect(part.similar.length).toBeLessThanOrEqual(20);
  expect(part.papers.map(({ community, x }) => [community, x])).toEqual(
    whole.papers.map(({ community, x }) => [community, x]),
  );
  const mentioned = new Set(Array.from(part.mentions, ({ term }) => term));
  expect(part.terms.every(({ node }) => mentioned.has(node))).toBe(true);
});
