/**
 * A graph document of four papers, written by hand.
 */
import type { GraphDocument, PaperNode, Role, TermNode, TermType } from "../../src/contract/graph-document.ts";
import { SCHEMA } from "../../src/contract/graph-document.ts";

const place = { community: 0, confidence: 1, x: 0, y: 0, size: 1 };

function paper(number: number, id: string, date: string, community: number): PaperNode {
  return {
    ...place,
    node: `p${number}`,
    id,
    title: `Paper ${id}`,
    date,
    community,
    source: { file: "x", line: number },
  };
}

function term(number: number, name: string, type: TermType, papers: number, community = 0): TermNode {
  const aliases = name === "contrastive learning" ? [{ text: "SimCLR", rule: "decision", count: 1 }] : [];
  return { ...place, node: `t${number}`, term: name, type, type_cue: "", aliases, papers, count: papers, community };
}

const MENTIONS: readonly (readonly [paper: string, term: string, role: Role])[] = [
  ["p0", "t0", "proposes"],
  ["p0", "t1", "studies"],
  ["p0", "t2", "evaluates"],
  ["p1", "t0", "uses"],
  ["p1", "t1", "studies"],
  ["p2", "t2", "evaluates"],
  ["p3", "t3", "studies"],
];

export function smallDocument(): GraphDocument {
  const community = { size: 1, stability: 1, color: "#000000", top_methods: [], top_concepts: [] };
  return {
    schema: SCHEMA,
    generator: "test 1",
    settings: { graph: { seed: 1 } },
    quality: { modularity: 0, stability: 1 },
    papers: [
      paper(0, "a", "2022-03-01", 0),
      paper(1, "b", "2023-05", 0),
      paper(2, "c", "2023-11-30", 0),
      { ...paper(3, "d", "2024", 1), authors: ["Marie Curie"] },
    ],
    terms: [
      term(0, "contrastive learning", "method", 2),
      term(1, "semantic segmentation", "task", 2),
      term(2, "ImageNet", "dataset", 2),
      term(3, "document retrieval", "task", 1, 1),
    ],
    mentions: MENTIONS.map(([from, to, role]) => ({
      ...{ paper: from, term: to, role },
      ...{ count: 1, weight: 0.5 },
      evidence: [{ field: "title", start: 0, end: 1, sentence: [0, 1] }],
    })),
    relations: [],
    similar: [{ source: "p0", target: "p1", weight: 0.8, shared: ["t0", "t1"] }],
    communities: [
      { ...community, id: 0, label: "Computer vision", papers: 3, representative_papers: ["p0"] },
      { ...community, id: 1, label: "Search engines", papers: 1, representative_papers: ["p3"] },
    ],
  };
}
