/**
 * The two tables that `neo4j-admin database import` and `LOAD CSV` read, with typed headers, one line a row.
 */
import type { GraphDocument } from "../../contract/graph-document.ts";
import { withoutEscapes, writeCsvRow } from "../csv.ts";
import type { OutputFormat } from "../format.ts";
import { writeLoadScript, writeQueries } from "./cypher.ts";
import {
  NODE_PROPERTIES,
  neo4jNodes,
  neo4jRelationships,
  type Properties,
  type PropertyType,
  type PropertyValue,
  RELATIONSHIP_PROPERTIES,
} from "./neo4j-tables.ts";

type Declared = Readonly<Record<string, PropertyType>>;

function* writeNodes(document: GraphDocument): Generator<string> {
  yield writeCsvRow(["id:ID", ":LABEL", ...header(NODE_PROPERTIES)]);
  for (const { id, labels, properties } of neo4jNodes(document))
    yield writeCsvRow([id, labels.join(";"), ...cells(NODE_PROPERTIES, properties)]);
}

function* writeRelationships(document: GraphDocument): Generator<string> {
  yield writeCsvRow([":START_ID", ":END_ID", ":TYPE", ...header(RELATIONSHIP_PROPERTIES)]);
  for (const { start, end, type, properties } of neo4jRelationships(document))
    yield writeCsvRow([start, end, type, ...cells(RELATIONSHIP_PROPERTIES, properties)]);
}

function header(declared: Declared): string[] {
  return Object.entries(declared).map(([name, type]) => `${name}:${type}`);
}

function cells(declared: Declared, properties: Properties) {
  return Object.keys(declared).map((name) => cellOf(properties[name]));
}

function cellOf(value: PropertyValue): string | number | boolean | undefined {
  if (value === undefined || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "string") return oneLine(value);
  return value.map((text) => oneLine(text).replaceAll(";", ",")).join(";");
}

/** `neo4j-admin` refuses fields over several lines. */
function oneLine(text: string): string {
  return withoutEscapes(text.replace(/[\s\p{Cc}]+/gu, " ").trim());
}

export const NEO4J_FORMAT: OutputFormat = {
  id: "neo4j",
  title: "Neo4j",
  purpose: "Neo4j: the tables that `neo4j-admin database import` reads, a script that loads them, first queries",
  isBuilt: false,
  files: [
    { name: "neo4j-nodes.csv", mediaType: "text/csv", write: writeNodes },
    { name: "neo4j-relationships.csv", mediaType: "text/csv", write: writeRelationships },
    { name: "neo4j-load.cypher", mediaType: "text/plain", write: writeLoadScript },
    { name: "neo4j-queries.cypher", mediaType: "text/plain", write: writeQueries },
  ],
};
