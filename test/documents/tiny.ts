/**
 * A document with one of everything, and the texts that break careless writers.
 */
import {
  communityRecord,
  graphDocument,
  mentionEdge,
  paperNode,
  relationEdge,
  similarEdge,
  termNode,
} from "./records.ts";

const ABSTRACT = 'We weave <b>papers</b> & terms with "graph weaving" (GW).\nIt beats knitting by 3 < 5.';

export const TINY = graphDocument({
  papers: [
    paperNode(0, {
      id: "10.1/a&b",
      title: "Weaving, “quoted” </script><!--",
      abstract: ABSTRACT,
      date: "2024-05-06",
      url: "https://example.org/?a=1&b=2",
      author_count: 3,
      topic: 2,
      confidence: 0.5,
      x: -1.25,
      y: 1 / 3,
      size: 2,
    }),
    paperNode(1, { title: "=1+1 🧶 日本\u0001\u{FFFE}", community: 1, size: 1e-7 }),
  ],
  terms: [
    termNode(0, "graph weaving", "method", {
      type_cue: "cue: we weave",
      aliases: [
        { text: "GW", rule: "abbreviation", count: 1 },
        { text: "graph-weaving", rule: "hyphen", count: 1 },
      ],
      papers: 2,
      count: 3,
      first_seen: "2024-05-06",
      x: 3.5,
      y: -2,
      size: 4,
    }),
    termNode(1, "weaving", "task", { community: 1, confidence: 0.75, x: 9, y: 9 }),
  ],
  mentions: [
    mentionEdge("p0", "t0", "proposes", {
      count: 2,
      weight: 0.9,
      role_cue: "we weave",
      evidence: [{ field: "abstract", start: 37, end: 50, sentence: [0, 57] }],
    }),
    mentionEdge("p1", "t0", "mentions", {
      weight: 0.123456,
      evidence: [{ field: "title", start: 0, end: 2, sentence: [0, 4] }],
    }),
    mentionEdge("p0", "t1", "studies", {
      weight: 0.2,
      evidence: [{ field: "title", start: 0, end: 7, sentence: [0, 31] }],
    }),
  ],
  relations: [
    relationEdge("t0", "t1", {
      kind: "is_a",
      narrower: "t0",
      npmi: -0.25,
      evidence: [{ paper: "p0", field: "abstract", sentence: [58, 85] }],
    }),
    relationEdge("t0", "t1", {
      npmi: -0.25,
      evidence: [{ paper: "p0", field: "abstract", sentence: [0, 57] }],
    }),
  ],
  similar: [similarEdge("p0", "p1", { weight: 0.75, shared: ["t0"] })],
  communities: [
    communityRecord(0, "Weaving & knots", { size: 2, top_methods: ["t0"], representative_papers: ["p0"] }),
    communityRecord(1, "Numbers", {
      size: 2,
      stability: 0.5,
      color: "#ff8800",
      top_concepts: ["t1"],
      representative_papers: ["p1"],
    }),
    communityRecord(2, "Knots", { parent: 0, representative_papers: ["p0"] }),
  ],
});
