/**
 * A small document with one of everything, and the texts that break careless writers.
 */
import { type GraphDocument, SCHEMA } from "../../src/contract/graph-document.ts";

const ABSTRACT = 'We weave <b>papers</b> & terms with "graph weaving" (GW).\nIt beats knitting by 3 < 5.';

export const TINY: GraphDocument = {
  schema: SCHEMA,
  generator: "paperweave test",
  settings: { graph: { seed: 1 } },
  quality: { modularity: 0.25, stability: 1 },
  papers: [
    {
      node: "p0",
      id: "10.1/a&b",
      title: "Weaving, “quoted” </script><!--",
      abstract: ABSTRACT,
      date: "2024-05-06",
      url: "https://example.org/?a=1&b=2",
      author_count: 3,
      source: { file: "a.txt", line: 3 },
      community: 0,
      topic: 2,
      confidence: 0.5,
      x: -1.25,
      y: 1 / 3,
      size: 2,
    },
    { node: "p1", id: "p-1", title: "=1+1 🧶 日本\u0001\u{FFFE}", source: { file: "a.txt", line: 9 }, community: 1, confidence: 1, x: 0, y: 0, size: 1e-7 },
  ],
  terms: [
    {
      node: "t0",
      term: "graph weaving",
      type: "method",
      type_cue: "cue: we weave",
      aliases: [
        { text: "GW", rule: "abbreviation", count: 1 },
        { text: "graph-weaving", rule: "hyphen", count: 1 },
      ],
      papers: 2,
      count: 3,
      first_seen: "2024-05-06",
      community: 0,
      confidence: 1,
      x: 3.5,
      y: -2,
      size: 4,
    },
    { node: "t1", term: "weaving", type: "task", type_cue: "model", aliases: [], papers: 1, count: 1, community: 1, confidence: 0.75, x: 9, y: 9, size: 1 },
  ],
  mentions: [
    {
      paper: "p0",
      term: "t0",
      count: 2,
      weight: 0.9,
      role: "proposes",
      role_cue: "we weave",
      evidence: [{ field: "abstract", start: 37, end: 50, sentence: [0, 57] }],
    },
    { paper: "p1", term: "t0", count: 1, weight: 0.123456, role: "mentions", evidence: [{ field: "title", start: 0, end: 2, sentence: [0, 4] }] },
    { paper: "p0", term: "t1", count: 1, weight: 0.2, role: "studies", evidence: [{ field: "title", start: 0, end: 7, sentence: [0, 31] }] },
  ],
  relations: [
    {
      source: "t0",
      target: "t1",
      kind: "is_a",
      narrower: "t0",
      papers: 1,
      npmi: -0.25,
      weight: 0.5,
      evidence: [{ paper: "p0", field: "abstract", sentence: [58, 85] }],
    },
    { source: "t0", target: "t1", kind: "cooccurs", papers: 1, npmi: -0.25, weight: 0.5, evidence: [{ paper: "p0", field: "abstract", sentence: [0, 57] }] },
  ],
  similar: [{ source: "p0", target: "p1", weight: 0.75, shared: ["t0"] }],
  communities: [
    { id: 0, label: "Weaving & knots", size: 2, papers: 1, stability: 1, color: "#0a7bff", top_methods: ["t0"], top_concepts: [], representative_papers: ["p0"] },
    { id: 1, label: "Numbers", size: 2, papers: 1, stability: 0.5, color: "#ff8800", top_methods: [], top_concepts: ["t1"], representative_papers: ["p1"] },
    { id: 2, label: "Knots", size: 1, papers: 1, parent: 0, stability: 1, color: "#0a7bff", top_methods: [], top_concepts: [], representative_papers: ["p0"] },
  ],
};
