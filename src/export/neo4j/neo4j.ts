/**
 * The two tables that `neo4j-admin database import` reads: nodes and relationships, with typed headers.
 */
import type { GraphDocument } from "../contract/graph-document.ts";
import { writeCsvRow } from "./csv.ts";
import { type AttributeType, EDGE_ATTRIBUTES, flatEdges, flatNodes, NODE_ATTRIBUTES } from "./flat-graph.ts";
import type { OutputFormat } from "./format.ts";

const TYPES: Readonly<Record<AttributeType, string>> = {
  string: "string",
  int: "int",
  double: "double",
  boolean: "boolean",
};

function header(attributes: Readonly<Record<string, AttributeType>>): string[] {
  return Object.entries(attributes).map(([name, type]) => `${name}:${TYPES[type]}`);
}

function* writeNeo4jNodes(document: GraphDocument): Generator<string> {
  yield writeCsvRow(["id:ID", ":LABEL", ...header(NODE_ATTRIBUTES)]);
  for (const { id, attributes } of flatNodes(document)) {
    const kind = String(attributes["kind"]);
    const labels = kind === "paper" ? "Paper" : `Term;${capital(kind)}`;
    yield writeCsvRow([id, labels, ...Object.keys(NODE_ATTRIBUTES).map((name) => attributes[name])]);
  }
}

function* writeNeo4jRelationships(document: GraphDocument): Generator<string> {
  const columns = Object.entries(EDGE_ATTRIBUTES).filter(([name]) => name !== "kind");
  yield writeCsvRow([":START_ID", ":END_ID", ":TYPE", ...header(Object.fromEntries(columns))]);
  for (const { source, target, attributes } of flatEdges(document)) {
    const type = String(attributes["kind"]).toUpperCase();
    yield writeCsvRow([source, target, type, ...columns.map(([name]) => attributes[name])]);
  }
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

export const NEO4J_FORMAT: OutputFormat = {
  id: "neo4j",
  title: "Neo4j",
  purpose: "the two tables that `neo4j-admin database import` reads",
  isBuilt: false,
  files: [
    { name: "neo4j-nodes.csv", mediaType: "text/csv", write: writeNeo4jNodes },
    { name: "neo4j-relationships.csv", mediaType: "text/csv", write: writeNeo4jRelationships },
  ],
};
