/**
 * Records of a graph document with defaults for what a test does not care about. All made-up documents are made of them:
 * `tiny.ts` (one of everything, and texts that break careless writers), `small.ts` (four papers to ask questions about),
 * `synthetic.ts` (any size, for the viewer).
 */
import {
  type Community,
  type GraphDocument,
  type MentionEdge,
  type PaperNode,
  type RelationEdge,
  type Role,
  SCHEMA,
  type SimilarEdge,
  type TermNode,
  type TermType,
} from "../../src/contract/graph-document.ts";

const PLACED = { community: 0, confidence: 1, x: 0, y: 0, size: 1 };

/** A paper with the number's node id and line. */
export function paperNode(number: number, fields: Partial<PaperNode> = {}): PaperNode {
  const source = { file: "papers.txt", line: number + 1 };
  return { node: `p${number}`, id: `p-${number}`, title: `Paper ${number}`, source, ...PLACED, ...fields };
}

export function termNode(number: number, term: string, type: TermType, fields: Partial<TermNode> = {}): TermNode {
  return { node: `t${number}`, term, type, type_cue: "model", aliases: [], papers: 1, count: 1, ...PLACED, ...fields };
}

/** One mention in the title's first letter. */
export function mentionEdge(paper: string, term: string, role: Role, fields: Partial<MentionEdge> = {}): MentionEdge {
  const evidence = [{ field: "title", start: 0, end: 1, sentence: [0, 1] }] as const;
  return { paper, term, count: 1, weight: 0.5, role, evidence, ...fields };
}

/** Two terms in one paper, unless said otherwise. */
export function relationEdge(source: string, target: string, fields: Partial<RelationEdge> = {}): RelationEdge {
  return { source, target, kind: "cooccurs", papers: 1, npmi: 0, weight: 0.5, evidence: [], ...fields };
}

export function similarEdge(source: string, target: string, fields: Partial<SimilarEdge> = {}): SimilarEdge {
  return { source, target, weight: 0.5, shared: [], ...fields };
}

export function communityRecord(id: number, label: string, fields: Partial<Community> = {}): Community {
  const leading = { top_methods: [], top_concepts: [], representative_papers: [] };
  return { id, label, size: 1, papers: 1, stability: 1, color: "#0a7bff", ...leading, ...fields };
}

/** A document of the given lists; the others are empty. */
export function graphDocument(fields: Partial<GraphDocument>): GraphDocument {
  return {
    schema: SCHEMA,
    generator: "paperweave test",
    settings: { graph: { seed: 1 } },
    quality: { modularity: 0.25, stability: 1 },
    papers: [],
    terms: [],
    mentions: [],
    relations: [],
    similar: [],
    communities: [],
    ...fields,
  };
}
