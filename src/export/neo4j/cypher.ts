/**
 * A Cypher script that loads the two tables into a running Neo4j 5, and queries to begin with.
 */
import { type GraphDocument, TERM_TYPES } from "../../contract/graph-document.ts";
import { termLabel } from "../term-label.ts";
import { neo4jRelationships, NODE_PROPERTIES, type PropertyType, RELATIONSHIP_PROPERTIES } from "./neo4j-tables.ts";

/** What a text of the table becomes: a cell that is empty is null, and a property that is null is not there. */
const READ: Readonly<Record<PropertyType, (text: string) => string>> = {
  string: (text) => text,
  int: (text) => `toInteger(${text})`,
  double: (text) => `toFloat(${text})`,
  boolean: (text) => `toBoolean(${text})`,
  date: (text) => `date(${text})`,
  "string[]": (text) => `split(${text}, ';')`,
};

const NODE_LABELS = [["Paper"], ...TERM_TYPES.map((type) => ["Term", termLabel(type)]), ["Community"]];

/** Types of relationships that do not join two terms: the labels of their ends. */
const ENDS: Readonly<Record<string, readonly (readonly [start: string, end: string])[]>> = {
  MENTIONS: [["Paper", "Term"]],
  SIMILAR: [["Paper", "Paper"]],
  IN_COMMUNITY: [
    ["Paper", "Community"],
    ["Term", "Community"],
  ],
  IN_TOPIC: [
    ["Paper", "Community"],
    ["Term", "Community"],
  ],
};
/** Of two communities, or of two terms. */
const PART_OF = [
  ["Community", "Community"],
  ["Term", "Term"],
] as const;

export function* writeLoadScript(document: GraphDocument): Generator<string> {
  yield (
    "// Loads the two tables: put them into the import folder of a running Neo4j 5, then\n" +
    "//   cypher-shell -d neo4j -f neo4j-load.cypher\n" +
    "// A large map is loaded faster into an empty database that is not running:\n" +
    "//   neo4j-admin database import full neo4j --nodes=neo4j-nodes.csv --relationships=neo4j-relationships.csv\n\n"
  );
  for (const label of ["Paper", "Term", "Community"])
    yield `CREATE CONSTRAINT ${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE;\n`;
  for (const labels of NODE_LABELS) yield loadNodes(labels);
  const types = new Set<string>();
  for (const { type } of neo4jRelationships(document)) types.add(type);
  for (const type of types)
    for (const [start, end] of type === "PART_OF" ? PART_OF : (ENDS[type] ?? [["Term", "Term"]]))
      yield loadRelationships(type, start, end);
}

function loadNodes(labels: readonly string[]): string {
  return (
    `\nLOAD CSV WITH HEADERS FROM 'file:///neo4j-nodes.csv' AS row\n` +
    `WITH row WHERE row.\`:LABEL\` = '${labels.join(";")}'\n` +
    `CALL { WITH row\n  MERGE (n:${labels[0]!} {id: row.\`id:ID\`})\n` +
    labels
      .slice(1)
      .map((label) => `  SET n:${label}\n`)
      .join("") +
    `  SET n += ${propertyMap(NODE_PROPERTIES)}\n} IN TRANSACTIONS OF 1000 ROWS;\n`
  );
}

function loadRelationships(type: string, start: string, end: string): string {
  return (
    `\nLOAD CSV WITH HEADERS FROM 'file:///neo4j-relationships.csv' AS row\n` +
    `WITH row WHERE row.\`:TYPE\` = '${type}'\n` +
    `CALL { WITH row\n  MATCH (a:${start} {id: row.\`:START_ID\`})\n  MATCH (b:${end} {id: row.\`:END_ID\`})\n` +
    `  MERGE (a)-[r:${type}]->(b)\n` +
    `  SET r += ${propertyMap(RELATIONSHIP_PROPERTIES)}\n} IN TRANSACTIONS OF 1000 ROWS;\n`
  );
}

function propertyMap(declared: Readonly<Record<string, PropertyType>>): string {
  const entries = Object.entries(declared).map(
    ([name, type]) => `    ${name}: ${READ[type](`row.\`${name}:${type}\``)}`,
  );
  return `{\n${entries.join(",\n")}\n  }`;
}

const QUERIES: readonly (readonly [question: string, query: string])[] = [
  [
    "Which methods do papers propose most often?",
    "MATCH (p:Paper)-[r:MENTIONS {role: 'proposes'}]->(m:Method)\nRETURN m.label, count(p) AS papers ORDER BY papers DESC, m.label LIMIT 20;",
  ],
  [
    "Which data sets are evaluated on, and in how many papers?",
    "MATCH (p:Paper)-[:MENTIONS {role: 'evaluates'}]->(d:Dataset)\nRETURN d.label, count(p) AS papers ORDER BY papers DESC, d.label LIMIT 20;",
  ],
  [
    "What is a kind of what, over several steps?",
    "MATCH path = (narrow:Term)-[:IS_A*1..3]->(broad:Term)\nRETURN [n IN nodes(path) | n.label] AS kinds ORDER BY length(path) DESC LIMIT 20;",
  ],
  [
    "The areas of the map, and how sure their borders are",
    "MATCH (p:Paper)-[:IN_COMMUNITY]->(c:Community)\nRETURN c.label, count(p) AS papers, c.stability, c.summary ORDER BY papers DESC;",
  ],
  [
    "The sentences behind a term: put in one of the map's",
    "MATCH (p:Paper)-[r:MENTIONS]->(t:Term)\nWHERE toLower(t.label) = 'language models'\nRETURN p.label, r.role, r.evidence ORDER BY r.weight DESC LIMIT 20;",
  ],
  [
    "Which two areas share the most terms?",
    "MATCH (a:Community)<-[:IN_COMMUNITY]-(:Paper)-[:MENTIONS]->(t:Term)<-[:MENTIONS]-(:Paper)-[:IN_COMMUNITY]->(b:Community)\nWHERE a.id < b.id\nRETURN a.label, b.label, count(DISTINCT t) AS terms ORDER BY terms DESC LIMIT 10;",
  ],
];

export function* writeQueries(): Generator<string> {
  for (const [question, query] of QUERIES) yield `// ${question}\n${query}\n\n`;
}
