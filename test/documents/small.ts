/**
 * Four papers, four terms, two communities: what questions are asked about, with answers that can be worked out by hand.
 */
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { communityRecord, graphDocument, mentionEdge, paperNode, similarEdge, termNode } from "./records.ts";

export function smallDocument(): GraphDocument {
  return graphDocument({
    papers: [
      paperNode(0, { id: "a", title: "Paper a", date: "2022-03-01" }),
      paperNode(1, { id: "b", title: "Paper b", date: "2023-05" }),
      paperNode(2, { id: "c", title: "Paper c", date: "2023-11-30" }),
      paperNode(3, { id: "d", title: "Paper d", date: "2024", community: 1, authors: ["Marie Curie"] }),
    ],
    terms: [
      termNode(0, "contrastive learning", "method", {
        aliases: [{ text: "SimCLR", rule: "decision", count: 1 }],
        papers: 2,
        count: 2,
      }),
      termNode(1, "semantic segmentation", "task", { papers: 2, count: 2 }),
      termNode(2, "ImageNet", "dataset", { papers: 2, count: 2 }),
      termNode(3, "document retrieval", "task", { community: 1 }),
    ],
    mentions: [
      mentionEdge("p0", "t0", "proposes"),
      mentionEdge("p0", "t1", "studies"),
      mentionEdge("p0", "t2", "evaluates"),
      mentionEdge("p1", "t0", "uses"),
      mentionEdge("p1", "t1", "studies"),
      mentionEdge("p2", "t2", "evaluates"),
      mentionEdge("p3", "t3", "studies"),
    ],
    similar: [similarEdge("p0", "p1", { weight: 0.8, shared: ["t0", "t1"] })],
    communities: [
      communityRecord(0, "Computer vision", { papers: 3, representative_papers: ["p0"] }),
      communityRecord(1, "Search engines", { representative_papers: ["p3"] }),
    ],
  });
}
