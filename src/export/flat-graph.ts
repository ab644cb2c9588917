/**
 * The document as plain nodes and edges with flat attributes: what every table and graph format writes.
 *
 * Attributes are strings, integers, doubles or booleans; absent ones are left out.
 */
import { fieldText } from "../contract/field-text.ts";
import {
  type Evidence,
  type GraphDocument,
  type NodeKind,
  nodeKind,
  type PaperNode,
  type RelationEvidence,
} from "../contract/graph-document.ts";
import { parseHex } from "../lib/color.ts";

export type AttributeType = "string" | "int" | "double" | "boolean";
type AttributeValue = string | number | boolean;
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

/** Attributes while they are gathered: the order does not matter, only `NODE_ATTRIBUTES` and `EDGE_ATTRIBUTES` have one. */
type Gathered = Record<string, AttributeValue>;

export function* flatNodes(document: GraphDocument): Generator<FlatNode> {
  const communities = new Map(document.communities.map((community) => [community.id, community]));
  const colors = new Map(document.communities.map((community) => [community.id, parseHex(community.color)]));
  const place = (node: PaperNode | GraphDocument["terms"][number], attributes: Gathered): Attributes => {
    const community = communities.get(node.community);
    const topic = node.topic === undefined ? undefined : communities.get(node.topic);
    attributes["community"] = node.community;
    if (community) attributes["community_label"] = community.label;
    if (topic) {
      attributes["topic"] = topic.id;
      attributes["topic_label"] = topic.label;
    }
    attributes["confidence"] = node.confidence;
    attributes["x"] = node.x;
    attributes["y"] = node.y;
    attributes["size"] = node.size;
    if (node.participation !== undefined) attributes["participation"] = node.participation;
    if (node.betweenness !== undefined) attributes["betweenness"] = node.betweenness;
    const color = colors.get(node.community);
    if (color) [attributes["r"], attributes["g"], attributes["b"]] = color;
    return attributes;
  };
  for (const paper of document.papers) {
    const attributes: Gathered = {
      label: paper.title || paper.id,
      kind: "paper" satisfies NodeKind,
      type: "paper",
      key: paper.id,
    };
    if (paper.date) attributes["date"] = paper.date;
    if (paper.url) attributes["url"] = paper.url;
    yield { id: paper.node, attributes: place(paper, attributes) };
  }
  for (const term of document.terms) {
    const attributes: Gathered = {
      label: term.term,
      kind: nodeKind(term.type),
      type: term.type,
      papers: term.papers,
      count: term.count,
    };
    if (term.aliases.length > 0) attributes["aliases"] = term.aliases.map((alias) => alias.text).join("; ");
    if (term.type_cue) attributes["type_cue"] = term.type_cue;
    if (term.first_seen) attributes["first_seen"] = term.first_seen;
    if (term.rise !== undefined) attributes["rise"] = term.rise;
    if (term.burst) attributes["burst"] = term.burst.period;
    yield { id: term.node, attributes: place(term, attributes) };
  }
}

export function* flatEdges(document: GraphDocument): Generator<FlatEdge> {
  const papers = new Map(document.papers.map((paper) => [paper.node, paper]));
  const names = new Map(document.terms.map((term) => [term.node, term.term]));
  let n = 0;
  for (const mention of document.mentions) {
    const { paper: source, term: target, weight, count, role } = mention;
    const attributes: Gathered = { kind: "mentions", weight, count, role };
    const evidence = mentionSentence(papers.get(source), mention.evidence[0]);
    if (evidence) attributes["evidence"] = evidence;
    yield { id: `e${n++}`, source, target, attributes };
  }
  for (const relation of document.relations) {
    const { source, target, kind, weight, papers: count, npmi } = relation;
    const attributes: Gathered = { kind, weight, count, npmi };
    if (relation.narrower) attributes["narrower"] = relation.narrower;
    const evidence = relationSentence(papers, relation.evidence);
    if (evidence) attributes["evidence"] = evidence;
    yield { id: `e${n++}`, source, target, attributes };
  }
  for (const { source, target, weight, shared } of document.similar) {
    const attributes: Gathered = { kind: "similar", weight, count: shared.length };
    if (shared.length > 0) attributes["shared"] = shared.map((term) => names.get(term) ?? term).join("; ");
    yield { id: `e${n++}`, source, target, attributes };
  }
}

/** The sentence a mention stands in; empty if there is none. */
function mentionSentence(paper: PaperNode | undefined, evidence: Evidence | undefined): string {
  return paper && evidence ? sliceField(paper, evidence.field, evidence.sentence) : "";
}

/** At most two sentences: where no sentence has both terms, the evidence is one of each. */
function relationSentence(papers: ReadonlyMap<string, PaperNode>, evidence: readonly RelationEvidence[]): string {
  let first = "";
  for (const { paper: node, field, sentence } of evidence) {
    const paper = papers.get(node);
    if (!paper || !field || !sentence) continue;
    const text = sliceField(paper, field, sentence);
    if (text === "" || text === first) continue;
    if (first !== "") return `${first} … ${text}`;
    first = text;
  }
  return first;
}

function sliceField(paper: PaperNode, field: "title" | "abstract", [start, end]: readonly [number, number]): string {
  return fieldText(paper, field).slice(start, end).trim();
}
