/**
 * The document as Neo4j has it: nodes with labels, relationships with a type and a direction, properties with types.
 *
 * Papers and terms are in their communities, topics are part of theirs.
 */
import type { Community, GraphDocument, PaperNode, TermNode } from "../../contract/graph-document.ts";
import { EDGE_ATTRIBUTES, NODE_ATTRIBUTES } from "../attributes.ts";
import { firstDay } from "../dates.ts";
import { flatEdges, flatNodes } from "../flat-graph.ts";
import { termLabel } from "../term-label.ts";

/** As `neo4j-admin database import` names them; elements of an array stand between semicolons. */
export type PropertyType = "string" | "int" | "double" | "boolean" | "date" | "string[]";
export type PropertyValue = string | number | boolean | readonly string[] | undefined;
export type Properties = Readonly<Record<string, PropertyValue>>;

export interface Neo4jNode {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: Properties;
}

export interface Neo4jRelationship {
  readonly start: string;
  readonly end: string;
  readonly type: string;
  readonly properties: Properties;
}

/** Channels of `color`, and the unique name that programs without ids need. */
const LEFT_OUT = ["name", "r", "g", "b"];

const OTHER_TYPES: Readonly<Record<string, PropertyType>> = {
  date: "date",
  first_seen: "date",
  aliases: "string[]",
};

/** Every property a node can have, in column order. */
export const NODE_PROPERTIES: Readonly<Record<string, PropertyType>> = {
  ...Object.fromEntries(
    Object.entries(NODE_ATTRIBUTES)
      .filter(([name]) => !LEFT_OUT.includes(name))
      .map(([name, type]) => [name, OTHER_TYPES[name] ?? type]),
  ),
  doi: "string",
  venue: "string",
  authors: "string[]",
  keywords: "string[]",
  // Of communities.
  stability: "double",
  weak: "boolean",
  nodes: "int",
  summary: "string",
};

/** Every property a relationship can have, in column order. Its type is the kind, its start the head. */
export const RELATIONSHIP_PROPERTIES: Readonly<Record<string, PropertyType>> = {
  ...Object.fromEntries(Object.entries(EDGE_ATTRIBUTES).filter(([name]) => name !== "kind" && name !== "head")),
  shared: "string[]",
  confidence: "double",
};

export function* neo4jNodes(document: GraphDocument): Generator<Neo4jNode> {
  const papers = new Map(document.papers.map((paper) => [paper.node, paper]));
  const terms = new Map(document.terms.map((term) => [term.node, term]));
  for (const { id, attributes } of flatNodes(document)) {
    const paper = papers.get(id);
    yield {
      id,
      labels: paper ? ["Paper"] : ["Term", termLabel(String(attributes["type"]))],
      properties: { ...attributes, ...(paper ? paperProperties(paper) : termProperties(terms.get(id))) },
    };
  }
  for (const community of document.communities)
    yield { id: communityId(community.id), labels: ["Community"], properties: communityProperties(community) };
}

function paperProperties(paper: PaperNode): Properties {
  const { date, doi, venue, authors, keywords } = paper;
  return { date: firstDay(date), doi, venue, authors, keywords };
}

function termProperties(term: TermNode | undefined): Properties {
  return { aliases: term?.aliases.map(({ text }) => text), first_seen: firstDay(term?.first_seen) };
}

function communityProperties({ label, stability, weak, size, papers, color, description }: Community): Properties {
  const kind = "community";
  return { label, kind, color, papers, stability, weak: weak ?? false, nodes: size, summary: description };
}

export function* neo4jRelationships(document: GraphDocument): Generator<Neo4jRelationship> {
  const names = new Map(document.terms.map(({ node, term }) => [node, term]));
  let next = 0;
  for (const { source: start, target: end, attributes } of flatEdges(document)) {
    const kind = String(attributes["kind"]);
    const similar = kind === "similar" ? document.similar.at(next++) : undefined;
    const shared = similar?.shared.map((term) => names.get(term) ?? term);
    yield { start, end, type: kind.toUpperCase(), properties: { ...attributes, shared } };
  }
  for (const { node: start, community, topic, confidence } of [...document.papers, ...document.terms]) {
    yield { start, end: communityId(community), type: "IN_COMMUNITY", properties: { confidence } };
    if (topic !== undefined) yield { start, end: communityId(topic), type: "IN_TOPIC", properties: {} };
  }
  for (const { id, parent } of document.communities)
    if (parent !== undefined)
      yield { start: communityId(id), end: communityId(parent), type: "PART_OF", properties: {} };
}

function communityId(id: number): string {
  return `c${id}`;
}
