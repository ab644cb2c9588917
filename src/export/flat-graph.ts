/**
 * The document as plain nodes and edges with flat attributes: what every table and graph format writes.
 *
 * Attributes are strings, integers, doubles or booleans; absent ones are left out.
 */
import {
  type Community,
  type Evidence,
  type GraphDocument,
  type NodeKind,
  nodeKind,
  type PaperNode,
  type RelationEvidence,
} from "../contract/graph-document.ts";
import { parseHex } from "../lib/colors.ts";

export type AttributeType = "string" | "int" | "double" | "boolean";
export type AttributeValue = string | number | boolean;
export type Attributes = Readonly<Record<string, AttributeValue>>;

export interface FlatNode {
  readonly id: string;
  readonly attributes: Attributes;
}

export interface FlatEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly attributes: Attributes;
}

/** Every attribute a node can have, in column order. */
export const NODE_ATTRIBUTES: Readonly<Record<string, AttributeType>> = {
  label: "string",
  kind: "string",
  type: "string",
  community: "int",
  community_label: "string",
  topic: "int",
  topic_label: "string",
  confidence: "double",
  x: "double",
  y: "double",
  size: "double",
  r: "int",
  g: "int",
  b: "int",
  key: "string",
  date: "string",
  url: "string",
  aliases: "string",
  papers: "int",
  count: "int",
  type_cue: "string",
  first_seen: "string",
  participation: "double",
  betweenness: "double",
  rise: "double",
  burst: "string",
};

/** Every attribute an edge can have, in column order. */
export const EDGE_ATTRIBUTES: Readonly<Record<string, AttributeType>> = {
  kind: "string",
  weight: "double",
  count: "int",
  role: "string",
  npmi: "double",
  narrower: "string",
  evidence: "string",
  shared: "string",
};

export function* flatNodes(document: GraphDocument): Generator<FlatNode> {
  const communities = new Map(document.communities.map((community) => [community.id, community]));
  const place = (node: PaperNode | GraphDocument["terms"][number]): Attributes => {
    const community = communities.get(node.community);
    const topic = node.topic === undefined ? undefined : communities.get(node.topic);
    return {
      community: node.community,
      ...(community && { community_label: community.label }),
      ...(topic && { topic: topic.id, topic_label: topic.label }),
      confidence: node.confidence,
      x: node.x,
      y: node.y,
      size: node.size,
      ...(node.participation !== undefined && { participation: node.participation }),
      ...(node.betweenness !== undefined && { betweenness: node.betweenness }),
      ...rgb(community),
    };
  };
  for (const paper of document.papers) {
    const attributes = {
      label: paper.title || paper.id,
      kind: "paper" satisfies NodeKind,
      type: "paper",
      ...place(paper),
      key: paper.id,
      ...(paper.date && { date: paper.date }),
      ...(paper.url && { url: paper.url }),
    };
    yield { id: paper.node, attributes };
  }
  for (const term of document.terms) {
    const attributes = {
      label: term.term,
      kind: nodeKind(term.type),
      type: term.type,
      ...place(term),
      ...(term.aliases.length > 0 && { aliases: term.aliases.map((alias) => alias.text).join("; ") }),
      papers: term.papers,
      count: term.count,
      ...(term.type_cue && { type_cue: term.type_cue }),
      ...(term.first_seen && { first_seen: term.first_seen }),
      ...(term.rise !== undefined && { rise: term.rise }),
      ...(term.burst && { burst: term.burst.period }),
    };
    yield { id: term.node, attributes };
  }
}

export function* flatEdges(document: GraphDocument): Generator<FlatEdge> {
  const papers = new Map(document.papers.map((paper) => [paper.node, paper]));
  const names = new Map(document.terms.map((term) => [term.node, term.term]));
  let n = 0;
  const edge = (source: string, target: string, attributes: Attributes): FlatEdge => ({
    id: `e${n++}`,
    source,
    target,
    attributes,
  });
  for (const mention of document.mentions) {
    const evidence = mentionSentence(papers.get(mention.paper), mention.evidence[0]);
    yield edge(mention.paper, mention.term, {
      kind: "mentions",
      weight: mention.weight,
      count: mention.count,
      role: mention.role,
      ...(evidence && { evidence }),
    });
  }
  for (const relation of document.relations) {
    const evidence = relationSentence(papers, relation.evidence);
    yield edge(relation.source, relation.target, {
      kind: relation.kind,
      weight: relation.weight,
      count: relation.papers,
      npmi: relation.npmi,
      ...(relation.narrower && { narrower: relation.narrower }),
      ...(evidence && { evidence }),
    });
  }
  for (const similar of document.similar) {
    yield edge(similar.source, similar.target, {
      kind: "similar",
      weight: similar.weight,
      count: similar.shared.length,
      ...(similar.shared.length > 0 && { shared: similar.shared.map((term) => names.get(term) ?? term).join("; ") }),
    });
  }
}

/** The sentence a mention stands in; empty if there is none. */
export function mentionSentence(paper: PaperNode | undefined, evidence: Evidence | undefined): string {
  return paper && evidence ? sliceField(paper, evidence.field, evidence.sentence) : "";
}

/** At most two sentences: where no sentence has both terms, the evidence is one of each. */
function relationSentence(papers: ReadonlyMap<string, PaperNode>, evidence: readonly RelationEvidence[]): string {
  const sentences = evidence.flatMap(({ paper: node, field, sentence }) => {
    const paper = papers.get(node);
    return paper && field && sentence ? sliceField(paper, field, sentence) || [] : [];
  });
  return [...new Set(sentences)].slice(0, 2).join(" … ");
}

function sliceField(paper: PaperNode, field: "title" | "abstract", [start, end]: readonly [number, number]): string {
  return (field === "title" ? paper.title : (paper.abstract ?? "")).slice(start, end).trim();
}

function rgb(community: Community | undefined): Attributes {
  const color = parseHex(community?.color ?? "");
  return color === undefined ? {} : { r: color[0], g: color[1], b: color[2] };
}
