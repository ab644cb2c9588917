/**
 * What the filters leave, as rows: papers or terms, sorted by a column.
 */
import { mentionsOf, nameOf, paperAt, SHAPES, shapeOf, termAt, type MapIndex } from "./map-index.ts";

export const COLUMNS = {
  papers: ["title", "date", "community", "terms"],
  terms: ["term", "type", "papers", "community", "first"],
} as const;
export type TableKind = keyof typeof COLUMNS;
export type Column = (typeof COLUMNS)[TableKind][number];

export interface Sorting {
  readonly column: Column;
  readonly descending: boolean;
}

/** Node numbers in the order of the rows; ties stay in document order. */
export function tableRows(
  index: MapIndex,
  shown: Uint8Array,
  kind: TableKind,
  { column, descending }: Sorting,
): number[] {
  const [from, to] = kind === "papers" ? [0, index.papers] : [index.papers, index.count];
  const rows: { node: number; key: string | number }[] = [];
  for (let node = from; node < to; node++) if (shown[node]) rows.push({ node, key: sortKey(index, node, column) });
  const sign = descending ? -1 : 1;
  return rows
    .sort((a, b) => sign * (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) || a.node - b.node)
    .map(({ node }) => node);
}

function sortKey(index: MapIndex, node: number, column: Column): string | number {
  const value = cell(index, node, column);
  if (column === "type") return SHAPES.indexOf(shapeOf(index, node));
  return typeof value === "string" ? value.toLowerCase() : value;
}

/** Empty text where nothing is known. */
export function cell(index: MapIndex, node: number, column: Column): string | number {
  switch (column) {
    case "title":
    case "term":
      return nameOf(index, node);
    case "date":
      return paperAt(index, node)?.date ?? "";
    case "first":
      return termAt(index, node)?.first_seen ?? "";
    case "community":
      return index.communities.get(index.community[node]!)?.label ?? "";
    case "terms":
      return mentionsOf(index, node).length;
    case "papers":
      return index.weight[node]!;
    case "type":
      return shapeOf(index, node);
  }
}
