/**
 * CSV tables (RFC 4180 quoting, UTF-8, LF): papers, terms, edges, communities.
 */
import type { Community, GraphDocument, PaperNode, TermNode } from "../contract/graph-document.ts";
import { EDGE_ATTRIBUTES, flatEdges } from "./flat-graph.ts";
import type { OutputFormat } from "./format.ts";

type Cell = string | number | boolean | undefined;

export function writeCsvRow(cells: readonly Cell[]): string {
  return `${cells.map(writeCell).join(",")}\n`;
}

function writeCell(cell: Cell): string {
  if (typeof cell !== "string") return cell === undefined ? "" : String(cell);
  // Blanks at an end too: some readers take them off.
  return /[",\n\r]/.test(cell) || cell.trim().length < cell.length ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Column name → its cell of a row. */
type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

function* writeTable<Row>(columns: Columns<Row>, rows: readonly Row[]): Generator<string> {
  const cells = Object.values(columns);
  yield writeCsvRow(Object.keys(columns));
  for (const row of rows) yield writeCsvRow(cells.map((cell) => cell(row)));
}

/** What papers and terms have in common. */
function placeColumns(document: GraphDocument): Columns<PaperNode | TermNode> {
  const labels = new Map(document.communities.map((community) => [community.id, community.label]));
  return {
    community: (node) => node.community,
    community_label: (node) => labels.get(node.community),
    topic: (node) => node.topic,
    topic_label: (node) => (node.topic === undefined ? undefined : labels.get(node.topic)),
    confidence: (node) => node.confidence,
    participation: (node) => node.participation,
    betweenness: (node) => node.betweenness,
    x: (node) => node.x,
    y: (node) => node.y,
  };
}

function writePapersCsv(document: GraphDocument): Generator<string> {
  const columns: Columns<PaperNode> = {
    node: (paper) => paper.node,
    id: (paper) => paper.id,
    title: (paper) => paper.title,
    date: (paper) => paper.date,
    author_count: (paper) => paper.author_count,
    organization: (paper) => paper.organization,
    url: (paper) => paper.url,
    ...placeColumns(document),
    file: (paper) => paper.source.file,
    line: (paper) => paper.source.line,
    abstract: (paper) => paper.abstract,
  };
  return writeTable(columns, document.papers);
}

function writeTermsCsv(document: GraphDocument): Generator<string> {
  const columns: Columns<TermNode> = {
    node: (term) => term.node,
    term: (term) => term.term,
    type: (term) => term.type,
    type_cue: (term) => term.type_cue,
    papers: (term) => term.papers,
    count: (term) => term.count,
    ...placeColumns(document),
    first_seen: (term) => term.first_seen,
    rise: (term) => term.rise,
    burst: (term) => term.burst?.period,
    burst_z: (term) => term.burst?.z,
    aliases: (term) => term.aliases.map((alias) => alias.text).join("; "),
  };
  return writeTable(columns, document.terms);
}

function* writeEdgesCsv(document: GraphDocument): Generator<string> {
  const columns = Object.keys(EDGE_ATTRIBUTES);
  yield writeCsvRow(["id", "source", "target", ...columns]);
  for (const edge of flatEdges(document)) {
    yield writeCsvRow([edge.id, edge.source, edge.target, ...columns.map((name) => edge.attributes[name])]);
  }
}

function writeCommunitiesCsv(document: GraphDocument): Generator<string> {
  const names = new Map<string, string>([
    ...document.terms.map((t) => [t.node, t.term] as const),
    ...document.papers.map((p) => [p.node, p.title] as const),
  ]);
  const list = (nodes: readonly string[]): string => nodes.map((node) => names.get(node) ?? node).join("; ");
  const columns: Columns<Community> = {
    id: (community) => community.id,
    label: (community) => community.label,
    parent: (community) => community.parent,
    size: (community) => community.size,
    papers: (community) => community.papers,
    stability: (community) => community.stability,
    weak: (community) => (community.weak ? "true" : undefined),
    color: (community) => community.color,
    top_methods: (community) => list(community.top_methods),
    top_concepts: (community) => list(community.top_concepts),
    representative_papers: (community) => list(community.representative_papers),
    description: (community) => community.description,
  };
  return writeTable(columns, document.communities);
}

export const CSV_FORMAT: OutputFormat = {
  id: "csv",
  title: "CSV",
  purpose: "spreadsheets and data frames",
  isBuilt: true,
  files: [
    { name: "papers.csv", mediaType: "text/csv", write: writePapersCsv },
    { name: "terms.csv", mediaType: "text/csv", write: writeTermsCsv },
    { name: "edges.csv", mediaType: "text/csv", write: writeEdgesCsv },
    { name: "communities.csv", mediaType: "text/csv", write: writeCommunitiesCsv },
  ],
};
