/**
 * GraphML that networkx, igraph, graphology and Gephi read without loss, valid against the GraphML 1.0 schema.
 *
 * Rules that the readers' limits force: ASCII ids, one key per domain, keys before the graph, all nodes before all
 * edges, plain types only, no default, no empty or non-finite value (an absent attribute is an absent element). A key's
 * id is its name where nodes and edges do not both have it, because Cytoscape.js knows ids only.
 */
import type { GraphDocument } from "../contract/graph-document.ts";
import { type Attributes, type AttributeType, EDGE_ATTRIBUTES, NODE_ATTRIBUTES } from "./attributes.ts";
import type { Drawing } from "./drawing.ts";
import { flatEdges, flatNodes } from "./flat-graph.ts";
import type { BuiltFormat } from "./format.ts";
import { escapeXml } from "./xml.ts";
import { YED_DRAWING } from "./yed.ts";

const PLAIN: Drawing = { namespaces: "", keys: "", node: () => "", edge: () => "" };

function* writeGraphml(document: GraphDocument, drawing: Drawing = PLAIN): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield (
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
    `${drawing.namespaces}xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n`
  );
  yield drawing.keys;
  yield* writeKeys("node", NODE_ATTRIBUTES);
  yield* writeKeys("edge", EDGE_ATTRIBUTES);
  yield '  <graph id="G" edgedefault="undirected">\n';
  for (const node of flatNodes(document)) {
    yield `    <node id="${node.id}">${writeData(node.attributes, NODE_TAGS)}${drawing.node(node)}</node>\n`;
  }
  for (const edge of flatEdges(document)) {
    const data = writeData(edge.attributes, EDGE_TAGS) + drawing.edge(edge);
    yield `    <edge id="${edge.id}" source="${edge.source}" target="${edge.target}">${data}</edge>\n`;
  }
  yield "  </graph>\n</graphml>\n";
}

function* writeKeys(domain: "node" | "edge", attributes: Readonly<Record<string, AttributeType>>): Generator<string> {
  for (const [name, type] of Object.entries(attributes)) {
    yield `  <key id="${keyId(domain, name)}" for="${domain}" attr.name="${name}" attr.type="${type}"/>\n`;
  }
}

function keyId(domain: "node" | "edge", name: string): string {
  return name in NODE_ATTRIBUTES && name in EDGE_ATTRIBUTES ? `${domain}_${name}` : name;
}

/** Names in column order, with what stands before a value of theirs. */
type Tags = readonly (readonly [name: string, open: string])[];

function tagsOf(domain: "node" | "edge", declared: Readonly<Record<string, AttributeType>>): Tags {
  return Object.keys(declared).map((name) => [name, `<data key="${keyId(domain, name)}">`]);
}

const NODE_TAGS = tagsOf("node", NODE_ATTRIBUTES);
const EDGE_TAGS = tagsOf("edge", EDGE_ATTRIBUTES);

function writeData(attributes: Attributes, tags: Tags): string {
  let data = "";
  for (const [name, open] of tags) {
    const value = attributes[name];
    if (value === undefined || value === "") continue;
    data += `${open}${typeof value === "string" ? escapeXml(value) : String(value)}</data>`;
  }
  return data;
}

const FILE = { name: "graph.graphml", mediaType: "application/xml" };

export const GRAPHML_FORMAT = {
  id: "graphml",
  title: "GraphML",
  purpose: "networkx, igraph, Gephi, Cytoscape: all nodes, edges and attributes",
  isBuilt: true,
  files: [{ ...FILE, write: (document) => writeGraphml(document) }],
  flavours: [
    {
      id: "yed",
      purpose: "drawn as the map is when yEd opens it",
      files: [{ ...FILE, write: (document) => writeGraphml(document, YED_DRAWING) }],
    },
  ],
} as const satisfies BuiltFormat;
