/**
 * GraphML that networkx, igraph, graphology and Gephi read without loss, valid against the GraphML 1.0 schema.
 *
 * Rules that the readers' limits force: ASCII ids, one key per domain, keys before the graph, all nodes before all
 * edges, plain types only, no default, no empty or non-finite value (an absent attribute is an absent element).
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

export function* writeGraphml(document: GraphDocument): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield (
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
  );
  yield* writeKeys("node", NODE_ATTRIBUTES);
  yield* writeKeys("edge", EDGE_ATTRIBUTES);
  yield '  <graph id="G" edgedefault="undirected">\n';
  for (const node of flatNodes(document)) {
    yield `    <node id="${node.id}">${writeData(node.attributes, NODE_TAGS)}</node>\n`;
  }
  for (const edge of flatEdges(document)) {
    const data = writeData(edge.attributes, EDGE_TAGS);
    yield `    <edge id="${edge.id}" source="${edge.source}" target="${edge.target}">${data}</edge>\n`;
  }
  yield "  </graph>\n</graphml>\n";
}

function* writeKeys(domain: "node" | "edge", attributes: Readonly<Record<string, AttributeType>>): Generator<string> {
  for (const [name, type] of Object.entries(attributes)) {
    yield `  <key id="${domain[0]}_${name}" for="${domain}" attr.name="${name}" attr.type="${type}"/>\n`;
  }
}

/** Names in column order, with what stands before a value of theirs. */
type Tags = readonly (readonly [name: string, open: string])[];

function tagsOf(prefix: string, declared: Readonly<Record<string, AttributeType>>): Tags {
  return Object.keys(declared).map((name) => [name, `<data key="${prefix}_${name}">`]);
}

const NODE_TAGS = tagsOf("n", NODE_ATTRIBUTES);
const EDGE_TAGS = tagsOf("e", EDGE_ATTRIBUTES);

function writeData(attributes: Attributes, tags: Tags): string {
  let data = "";
  for (const [name, open] of tags) {
    const value = attributes[name];
    if (value === undefined || value === "") continue;
    data += `${open}${typeof value === "string" ? escapeXml(value) : String(value)}</data>`;
  }
  return data;
}

export const GRAPHML_FORMAT: OutputFormat = {
  id: "graphml",
  title: "GraphML",
  purpose: "networkx, igraph, Gephi: all nodes, edges and attributes",
  isBuilt: true,
  files: [{ name: "graph.graphml", mediaType: "application/xml", write: writeGraphml }],
};
