/**
 * GEXF 1.3 for Gephi and Gephi Lite, with position, size and colour in the viz namespace.
 */
import type { GraphDocument } from "../contract/graph-document.ts";
import {
  type Attributes,
  type AttributeType,
  EDGE_ATTRIBUTES,
  flatEdges,
  flatNodes,
  NODE_ATTRIBUTES,
} from "./flat-graph.ts";
import { escapeXml } from "./xml.ts";
import type { OutputFormat } from "./format.ts";

/** Carried by GEXF itself, not as attribute values. */
const NATIVE = new Set(["label", "x", "y", "size", "r", "g", "b", "weight"]);
const TYPES: Readonly<Record<AttributeType, string>> = {
  string: "string",
  int: "integer",
  double: "double",
  boolean: "boolean",
};

export function* writeGexf(document: GraphDocument): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n';
  yield '  <graph defaultedgetype="undirected" mode="static">\n';
  yield* writeAttributes("node", NODE_ATTRIBUTES);
  yield* writeAttributes("edge", EDGE_ATTRIBUTES);
  yield "    <nodes>\n";
  for (const { id, attributes } of flatNodes(document)) {
    const { x, y, size, r, g, b } = attributes;
    const color = r === undefined ? "" : `<viz:color r="${r}" g="${g ?? 0}" b="${b ?? 0}"/>`;
    const viz = `${color}<viz:position x="${x ?? 0}" y="${y ?? 0}"/><viz:size value="${size ?? 1}"/>`;
    const values = writeValues(attributes, NODE_TAGS);
    yield `      <node id="${id}" label="${escapeXml(String(attributes["label"] ?? id))}">${values}${viz}</node>\n`;
  }
  yield "    </nodes>\n    <edges>\n";
  for (const { id, source, target, attributes } of flatEdges(document)) {
    const weight = attributes["weight"] ?? 1;
    yield `      <edge id="${id}" source="${source}" target="${target}" weight="${weight}">${writeValues(attributes, EDGE_TAGS)}</edge>\n`;
  }
  yield "    </edges>\n  </graph>\n</gexf>\n";
}

function* writeAttributes(
  domain: "node" | "edge",
  attributes: Readonly<Record<string, AttributeType>>,
): Generator<string> {
  yield `    <attributes class="${domain}">\n`;
  for (const [name, type] of Object.entries(attributes)) {
    if (!NATIVE.has(name)) yield `      <attribute id="${name}" title="${name}" type="${TYPES[type]}"/>\n`;
  }
  yield "    </attributes>\n";
}

/** Names in column order, with what stands before a value of theirs. */
type Tags = readonly (readonly [name: string, open: string])[];

function tagsOf(declared: Readonly<Record<string, AttributeType>>): Tags {
  const names = Object.keys(declared).filter((name) => !NATIVE.has(name));
  return names.map((name) => [name, `<attvalue for="${name}" value="`]);
}

const NODE_TAGS = tagsOf(NODE_ATTRIBUTES);
const EDGE_TAGS = tagsOf(EDGE_ATTRIBUTES);

function writeValues(attributes: Attributes, tags: Tags): string {
  let values = "";
  for (const [name, open] of tags) {
    const value = attributes[name];
    if (value === undefined || value === "") continue;
    values += `${open}${typeof value === "string" ? escapeXml(value) : String(value)}"/>`;
  }
  return `<attvalues>${values}</attvalues>`;
}

export const GEXF_FORMAT: OutputFormat = {
  id: "gexf",
  title: "GEXF",
  purpose: "Gephi and Gephi Lite, with colours, sizes and positions",
  isBuilt: true,
  files: [{ name: "graph.gexf", mediaType: "application/xml", write: writeGexf }],
};
