/**
 * The document as plain nodes and edges with flat attributes: what every table and graph format writes.
 *
 * Attributes are strings, integers, doubles or booleans; absent ones are left out.
 */
import { paperName } from "../contract/paper-name.ts";
import {
  type GraphDocument,
  hasDirection,
  type NodeKind,
  nodeKind,
  type PaperNode,
  type RelationEdge,
} from "../contract/graph-document.ts";
import { webUrl } from "../contract/paper-url.ts";
import { parseHex } from "../lib/color.ts";
import type { Attributes, Gathered } from "./attributes.ts";
import { mentionSentence, relationSentence } from "./evidence-text.ts";
import { uniqueNames } from "./unique-names.ts";

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

export function* flatNodes(document: GraphDocument): Generator<FlatNode> {
  const communities = new Map(document.communities.map((community) => [community.id, community]));
  const colors = new Map(document.communities.map(({ id, color }) => [id, { color, channels: parseHex(color) }]));
  const names = uniqueNames(document);
  const place = (node: PaperNode | GraphDocument["terms"][number], attributes: Gathered): Attributes => {
    const community = communities.get(node.community);
    const topic = node.topic === undefined ? undefined : communities.get(node.topic);
    attributes["name"] = names.get(node.node) ?? node.node;
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
    if (color?.channels) {
      attributes["color"] = color.color;
      [attributes["r"], attributes["g"], attributes["b"]] = color.channels;
    }
    return attributes;
  };
  for (const paper of document.papers) {
    const attributes: Gathered = {
      label: paperName(paper),
      kind: "paper" satisfies NodeKind,
      type: "paper",
      key: paper.id,
    };
    if (paper.date) attributes["date"] = paper.date;
    const url = webUrl(paper);
    if (url) attributes["url"] = url;
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
    const { kind, weight, papers: count, npmi } = relation;
    const [source, target] = endsInOrder(relation);
    const attributes: Gathered = { kind, weight, count, npmi };
    if (hasDirection(kind)) attributes["head"] = source;
    if (relation.narrower) attributes["narrower"] = relation.narrower;
    if (relation.contradicted) attributes["contradicted"] = true;
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

/** Older documents have the ends of `is_a` by number: there only `narrower` tells which is which. */
function endsInOrder({ source, target, narrower }: RelationEdge): [string, string] {
  return narrower === target ? [target, source] : [source, target];
}
