import { describe, expect, it } from "vitest";
import { communityNodes, type CommunityParts } from "../../../src/graph/document/community-nodes.ts";
import { edgeList } from "../../../src/graph/edge-list.ts";

/** Two pairs of papers; ties inside each and between them. */
function weakOf(stability: number, inside: number, between: number): boolean[] {
  const paper = Int32Array.of(0, 0, 1, 1);
  const level = {
    count: 2,
    paper,
    term: new Int32Array(),
    paperConfidence: new Float64Array(4),
    termConfidence: new Float64Array(),
    stability: Float64Array.of(stability, 1),
  };
  const graph = edgeList(4, [
    [0, 1, inside],
    [1, 2, between],
    [2, 3, inside],
  ]);
  const ids = Int32Array.of(0, 1);
  const profile = { label: "x", methods: [], concepts: [] };
  const parts = {
    corpus: { papers: [0, 1, 2, 3].map((i) => ({ title: `${i}` })), terms: [] },
    hierarchy: { communities: level, topics: level, communityOfTopic: ids, graph },
    identity: { communityIds: ids, topicIds: Int32Array.of(2, 3), colors: ["", ""] },
    profiles: { communities: [profile, profile], topics: [profile, profile] },
  };
  const [community, , topic] = communityNodes(parts as unknown as CommunityParts);
  return [community!, topic!].map(({ weak }) => weak === true);
}

describe("a group is weak", () => {
  it.each([
    { why: "not where runs agree, whatever its ties", stability: 0.6, inside: 1, between: 9, weak: [false, false] },
    { why: "not where its ties hold it together", stability: 0.1, inside: 9, between: 1, weak: [false, false] },
    { why: "where neither holds", stability: 0.1, inside: 1, between: 9, weak: [true, true] },
    {
      why: "as a community sooner than as a topic: by runs",
      stability: 0.3,
      inside: 1,
      between: 9,
      weak: [true, false],
    },
    { why: "… and by ties", stability: 0.1, inside: 2, between: 2, weak: [true, false] },
  ])("$why", ({ stability, inside, between, weak }) => {
    expect(weakOf(stability, inside, between)).toEqual(weak);
  });
});
