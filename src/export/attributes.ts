/**
 * The attributes that nodes and edges have in tables and graph formats.
 */
export type AttributeType = "string" | "int" | "double" | "boolean";
type AttributeValue = string | number | boolean;
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** Attributes while they are gathered: the order does not matter, only `NODE_ATTRIBUTES` and `EDGE_ATTRIBUTES` have one. */
export type Gathered = Record<string, AttributeValue>;

/** Every attribute a node can have, in column order. */
export const NODE_ATTRIBUTES: Readonly<Record<string, AttributeType>> = {
  label: "string",
  // Unique, unlike the label: igraph finds vertices by it.
  name: "string",
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
  color: "string",
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
  // Of a kind with a direction: the node that it starts from, which is the source too where a program keeps the order.
  head: "string",
  narrower: "string",
  // Set where other papers say the reverse.
  contradicted: "boolean",
  evidence: "string",
  shared: "string",
};
