/**
 * GEXF for Gephi and Gephi Lite, with position, size and colour in the viz namespace.
 *
 * Edges have a `kind`, so that Gephi keeps two of one pair apart; papers with a date and terms of such papers have a
 * `start`, for its timeline. Version 1.2 has no kinds; networkx before 3 reads no later one.
 */
import type { GraphDocument } from "../contract/graph-document.ts";
import { type Attributes, type AttributeType, EDGE_ATTRIBUTES, NODE_ATTRIBUTES } from "./attributes.ts";
import { firstDay } from "./dates.ts";
import { flatEdges, type FlatNode, flatNodes } from "./flat-graph.ts";
import type { BuiltFormat, DocumentFile } from "./format.ts";
import { escapeXml } from "./xml.ts";

interface GexfVersion {
  readonly namespace: string;
  readonly version: string;
  readonly hasEdgeKinds: boolean;
  /** On a graph whose nodes have a time. */
  readonly timed: string;
}

const GEXF_1_3: GexfVersion = {
  namespace: "http://gexf.net/1.3",
  version: "1.3",
  hasEdgeKinds: true,
  timed: 'mode="dynamic" timeformat="date" timerepresentation="interval"',
};

const GEXF_1_2: GexfVersion = {
  namespace: "http://www.gexf.net/1.2draft",
  version: "1.2",
  hasEdgeKinds: false,
  timed: 'mode="dynamic" timeformat="date"',
};

/** Carried by GEXF itself, not as attribute values. */
const NATIVE = new Set(["label", "name", "x", "y", "size", "color", "r", "g", "b", "weight"]);
const TYPES: Readonly<Record<AttributeType, string>> = {
  string: "string",
  int: "integer",
  double: "double",
  boolean: "boolean",
};

function* writeGexf(document: GraphDocument, version: GexfVersion = GEXF_1_3): Generator<string> {
  const { namespace } = version;
  const dates = [...document.papers.map(({ date }) => date), ...document.terms.map((term) => term.first_seen)];
  const isTimed = dates.some((date) => firstDay(date) !== undefined);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<gexf xmlns="${namespace}" xmlns:viz="${namespace}/viz" version="${version.version}">\n`;
  yield writeMeta(document);
  yield `  <graph defaultedgetype="undirected" ${isTimed ? version.timed : 'mode="static"'}>\n`;
  yield* writeAttributes("node", NODE_ATTRIBUTES);
  yield* writeAttributes("edge", EDGE_ATTRIBUTES);
  yield "    <nodes>\n";
  for (const node of flatNodes(document)) yield writeNode(node);
  yield "    </nodes>\n    <edges>\n";
  for (const { id, source, target, attributes } of flatEdges(document)) {
    const kind = version.hasEdgeKinds ? ` kind="${String(attributes["kind"])}"` : "";
    const weight = attributes["weight"] ?? 1;
    yield `      <edge id="${id}" source="${source}" target="${target}" weight="${weight}"${kind}>${writeValues(attributes, EDGE_TAGS)}</edge>\n`;
  }
  yield "    </edges>\n  </graph>\n</gexf>\n";
}

/** No day of change: the same document is the same file on every day. */
function writeMeta({ generator, papers, terms, communities }: GraphDocument): string {
  const top = communities.filter(({ parent }) => parent === undefined).length;
  const description = `${papers.length} papers, ${terms.length} terms, ${top} communities`;
  return `  <meta>\n    <creator>${escapeXml(generator)}</creator>\n    <description>${description}</description>\n  </meta>\n`;
}

function writeNode({ id, attributes }: FlatNode): string {
  const { x, y, size, r, g, b } = attributes;
  const color = r === undefined ? "" : `<viz:color r="${r}" g="${g ?? 0}" b="${b ?? 0}"/>`;
  const viz = `${color}<viz:position x="${x ?? 0}" y="${y ?? 0}" z="0"/><viz:size value="${size ?? 1}"/>`;
  const date = firstDay((attributes["date"] ?? attributes["first_seen"]) as string | undefined);
  const start = date === undefined ? "" : ` start="${date}"`;
  const label = escapeXml(String(attributes["label"] ?? id));
  return `      <node id="${id}" label="${label}"${start}>${writeValues(attributes, NODE_TAGS)}${viz}</node>\n`;
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

function fileOf(version: GexfVersion): DocumentFile {
  return {
    name: "graph.gexf",
    mediaType: "application/xml",
    write: (document) => writeGexf(document, version),
  };
}

export const GEXF_FORMAT = {
  id: "gexf",
  title: "GEXF",
  purpose: "Gephi and Gephi Lite, with colours, sizes, positions and a timeline",
  isBuilt: true,
  files: [fileOf(GEXF_1_3)],
  flavours: [{ id: "1.2", purpose: "GEXF 1.2, for networkx before 3 and older programs", files: [fileOf(GEXF_1_2)] }],
} as const satisfies BuiltFormat;
