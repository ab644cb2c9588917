/**
 * CSV tables (RFC 4180 quoting, UTF-8, LF): papers, terms, edges, communities.
 */
import type { GraphDocument } from "../contract/graph-document.ts";
import { EDGE_ATTRIBUTES, flatEdges } from "./flat-graph.ts";

type Cell = string | number | boolean | undefined;

export function writeCsvRow(cells: readonly Cell[]): string {
  return `${cells.map(writeCell).join(",")}\n`;
}

function writeCell(cell: Cell): string {
  const text = cell === undefined ? "" : String(cell);
  return /[",\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function* writePapersCsv(document: GraphDocument): Generator<string> {
  const labels = labelsOf(document);
  yield writeCsvRow(
    "node,id,title,date,author_count,organization,url,community,community_label,topic,confidence,x,y,file,line,abstract".split(
      ",",
    ),
  );
  for (const p of document.papers) {
    yield writeCsvRow([
      p.node,
      p.id,
      p.title,
      p.date,
      p.author_count,
      p.organization,
      p.url,
      p.community,
      labels.get(p.community),
      p.topic,
      p.confidence,
      p.x,
      p.y,
      p.source.file,
      p.source.line,
      p.abstract,
    ]);
  }
}

export function* writeTermsCsv(document: GraphDocument): Generator<string> {
  const labels = labelsOf(document);
  yield writeCsvRow(
    "node,term,type,type_cue,papers,count,community,community_label,topic,confidence,x,y,first_seen,aliases".split(","),
  );
  for (const t of document.terms) {
    const aliases = t.aliases.map((alias) => alias.text).join("; ");
    yield writeCsvRow([
      t.node,
      t.term,
      t.type,
      t.type_cue,
      t.papers,
      t.count,
      t.community,
      labels.get(t.community),
      t.topic,
      t.confidence,
      t.x,
      t.y,
      t.first_seen,
      aliases,
    ]);
  }
}

export function* writeEdgesCsv(document: GraphDocument): Generator<string> {
  const columns = Object.keys(EDGE_ATTRIBUTES);
  yield writeCsvRow(["id", "source", "target", ...columns]);
  for (const edge of flatEdges(document)) {
    yield writeCsvRow([edge.id, edge.source, edge.target, ...columns.map((name) => edge.attributes[name])]);
  }
}

export function* writeCommunitiesCsv(document: GraphDocument): Generator<string> {
  const names = new Map<string, string>([
    ...document.terms.map((t) => [t.node, t.term] as const),
    ...document.papers.map((p) => [p.node, p.title] as const),
  ]);
  const list = (nodes: readonly string[]): string => nodes.map((node) => names.get(node) ?? node).join("; ");
  yield writeCsvRow(
    "id,label,parent,size,papers,stability,color,top_methods,top_concepts,representative_papers,description".split(","),
  );
  for (const c of document.communities) {
    yield writeCsvRow([
      c.id,
      c.label,
      c.parent,
      c.size,
      c.papers,
      c.stability,
      c.color,
      list(c.top_methods),
      list(c.top_concepts),
      list(c.representative_papers),
      c.description,
    ]);
  }
}

function labelsOf(document: GraphDocument): ReadonlyMap<number, string> {
  return new Map(document.communities.map((community) => [community.id, community.label]));
}
