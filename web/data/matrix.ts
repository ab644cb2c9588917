/**
 * Terms of one type by terms of another: in how many papers both are, and whether papers state how they are related.
 */
import { documentOf, EDGE_KINDS, SHAPES, type MapIndex } from "./map-index.ts";
import { STATED_KINDS, type TermType } from "../../src/contract/graph-document.ts";

export interface MatrixCell {
  /** That have both. */
  readonly papers: number;
  /** Whether a paper states a relation of the two. */
  readonly stated: boolean;
}

export interface Matrix {
  /** Numbers of terms, those first that most papers have together with one of the other type. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly cells: readonly (readonly MatrixCell[])[];
  /** Papers of the fullest cell. */
  readonly most: number;
}

export interface MatrixSides {
  readonly rows: TermType;
  readonly columns: TermType;
  readonly maxRows: number;
  readonly maxColumns: number;
}

/** Kinds of edges that only sentences state; `is_a` is read from names, too. */
const STATED: readonly number[] = STATED_KINDS.filter((kind) => kind !== "is_a").map((kind) =>
  EDGE_KINDS.indexOf(kind),
);
const MENTIONS = EDGE_KINDS.indexOf("mentions");

/** Of the papers and terms that are shown; terms of everywhere are left out. The document must have been read. */
export function matrixOf(index: MapIndex, shown: Uint8Array, sides: MatrixSides): Matrix {
  const ofRows = termsByPaper(index, shown, sides.rows);
  const ofColumns = sides.rows === sides.columns ? ofRows : termsByPaper(index, shown, sides.columns);
  const rows = mostTogether(ofRows, ofColumns, sides.maxRows);
  const columns = mostTogether(ofColumns, ofRows, sides.maxColumns);
  const [rowOf, columnOf] = [placesOf(rows), placesOf(columns)];
  const papers = rows.map(() => new Uint32Array(columns.length));
  for (const [paper, terms] of ofRows)
    for (const term of terms) {
      const counts = papers[rowOf.get(term) ?? -1];
      if (counts)
        for (const other of ofColumns.get(paper) ?? []) {
          const column = columnOf.get(other);
          if (column !== undefined && other !== term) counts[column]!++;
        }
    }
  const stated = statedPairs(index, rowOf, columnOf);
  const cells = papers.map((counts, row) =>
    Array.from(counts, (count, column) => ({ papers: count, stated: stated.has(row * columns.length + column) })),
  );
  return { rows, columns, cells, most: Math.max(0, ...cells.flat().map((cell) => cell.papers)) };
}

function termsByPaper(index: MapIndex, shown: Uint8Array, type: TermType): ReadonlyMap<number, readonly number[]> {
  const { terms } = documentOf(index);
  const { from, to, kind } = index.columns;
  const shape = SHAPES.indexOf(type);
  const found = new Map<number, number[]>();
  for (let edge = 0; edge < from.length; edge++) {
    const [paper, term] = [from[edge]!, to[edge]!];
    if (kind[edge] !== MENTIONS || index.shape[term] !== shape || !shown[paper] || !shown[term]) continue;
    if (terms[term - index.papers]!.generic) continue;
    const own = found.get(paper);
    if (own) own.push(term);
    else found.set(paper, [term]);
  }
  return found;
}

/** Terms of `own` by the papers in which another of `others` stands. */
function mostTogether(
  own: ReadonlyMap<number, readonly number[]>,
  others: ReadonlyMap<number, readonly number[]>,
  most: number,
): number[] {
  const papers = new Map<number, number>();
  for (const [paper, terms] of own) {
    const beside = others.get(paper) ?? [];
    for (const term of terms) if (beside.some((other) => other !== term)) papers.set(term, (papers.get(term) ?? 0) + 1);
  }
  return [...papers]
    .sort(([a, one], [b, other]) => other - one || a - b)
    .slice(0, most)
    .map(([term]) => term);
}

const placesOf = (terms: readonly number[]): ReadonlyMap<number, number> => new Map(terms.map((term, i) => [term, i]));

function statedPairs(
  { columns }: MapIndex,
  rowOf: ReadonlyMap<number, number>,
  columnOf: ReadonlyMap<number, number>,
): ReadonlySet<number> {
  const { from, to, kind } = columns;
  const found = new Set<number>();
  for (let edge = 0; edge < from.length; edge++) {
    if (!STATED.includes(kind[edge]!)) continue;
    for (const [one, other] of [
      [from[edge]!, to[edge]!],
      [to[edge]!, from[edge]!],
    ] as const) {
      const [row, column] = [rowOf.get(one), columnOf.get(other)];
      if (row !== undefined && column !== undefined) found.add(row * columnOf.size + column);
    }
  }
  return found;
}
