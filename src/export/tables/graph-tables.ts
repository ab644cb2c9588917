/**
 * The tables for graph programs: all nodes, all edges. Gephi and Cytoscape find their columns by these names (Gephi:
 * `id`, `label`; `source`, `target`, `type`, `weight`, and `kind`, by which it keeps two edges of one pair apart).
 */
import type { GraphDocument } from "../../contract/graph-document.ts";
import { type AttributeType, EDGE_ATTRIBUTES, NODE_ATTRIBUTES } from "../attributes.ts";
import { type FlatEdge, flatEdges, type FlatNode, flatNodes } from "../flat-graph.ts";
import { type Column, type Columns, type ColumnType, type NamedTable, type Table, tableOf } from "./table.ts";

/** Channels of `color`. */
const SPARED = new Set(["r", "g", "b"]);

/** Attributes whose cells are no texts of others. */
const TYPES: Readonly<Record<string, ColumnType>> = {
  kind: "code",
  type: "code",
  role: "code",
  color: "code",
  head: "code",
  narrower: "code",
  key: "id",
  date: "date",
  first_seen: "date",
  burst: "date",
  type_cue: "note",
};

function attributeColumns<Row extends FlatNode | FlatEdge>(
  attributes: Readonly<Record<string, AttributeType>>,
): Columns<Row> {
  const columns: Record<string, Column<Row>> = {};
  for (const [name, type] of Object.entries(attributes))
    if (!SPARED.has(name)) columns[name] = { type: TYPES[name] ?? type, of: (row) => row.attributes[name] };
  return columns;
}

function nodesTable(document: GraphDocument): Table {
  const columns: Columns<FlatNode> = {
    id: { type: "code", of: ({ id }) => id },
    ...attributeColumns(NODE_ATTRIBUTES),
  };
  return tableOf(columns, flatNodes(document));
}

function edgesTable(document: GraphDocument): Table {
  const columns: Columns<FlatEdge> = {
    id: { type: "code", of: ({ id }) => id },
    source: { type: "code", of: ({ source }) => source },
    target: { type: "code", of: ({ target }) => target },
    // Gephi takes edges for directed ones unless told otherwise.
    type: { type: "code", of: () => "Undirected" },
    ...attributeColumns(EDGE_ATTRIBUTES),
  };
  return tableOf(columns, flatEdges(document));
}

export const NODES: NamedTable = { name: "nodes", of: nodesTable, hasEscapes: true };
export const EDGES: NamedTable = { name: "edges", of: edgesTable, hasEscapes: true };
