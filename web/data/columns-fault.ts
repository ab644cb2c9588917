/**
 * Whether the columns inside map.html can be drawn, and belong to the document beside them.
 *
 * Looks at every value once, some 15 ms for 75,000 nodes and 400,000 edges: the first picture waits for it.
 */
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { EDGE_KINDS, SHAPES, type MapColumns } from "../../src/export/map-columns.ts";

/** What stands in a column: texts, numbers, or numbers of rows elsewhere, below a limit. */
type Kind = "texts" | "numbers" | { readonly below: number };

/** What is wrong where, such as `columns.x[12]: expected a number, got null`; undefined where nothing is. */
export function columnsFault(columns: MapColumns): string | undefined {
  const missing = LISTS.find((name) => !Array.isArray(columns[name]));
  if (missing !== undefined) return `columns.${missing}: expected an array`;
  if (columns.title !== undefined && typeof columns.title !== "string") return "columns.title: expected a text";
  const nodes = columns.names.length;
  const edges = columns.from.length;
  const rules: readonly [names: readonly (keyof MapColumns)[], rows: number | undefined, kind: Kind][] = [
    [["keys"], columns.papers, "texts"],
    [["names"], nodes, "texts"],
    [["shape"], nodes, { below: SHAPES.length }],
    [["community", "topic", "x", "y", "size", "weight"], nodes, "numbers"],
    [["alias"], columns.aliasOf.length, "texts"],
    [["added"], columns.added?.length ?? 0, { below: columns.papers }],
    [["aliasOf", "representative"], undefined, { below: nodes }],
    [["from", "to"], edges, { below: nodes }],
    [["kind"], edges, { below: EDGE_KINDS.length }],
    [["place", "strength"], edges, "numbers"],
  ];
  for (const [names, rows, kind] of rules)
    for (const name of names) {
      const column = (columns[name] ?? []) as ArrayLike<unknown>;
      if (rows !== undefined && column.length !== rows)
        return `columns.${name}: expected ${rows} values, got ${column.length}`;
      const at = firstWrong(column, kind);
      if (at >= 0) return `columns.${name}[${at}]: expected ${wordsOf(kind)}, got ${String(column[at])}`;
    }
  return undefined;
}

/** What tells that the columns are those of another document; undefined where nothing does. */
export function otherDocument({ papers, names }: MapColumns, document: GraphDocument): string | undefined {
  const drawn = `${papers} papers and ${names.length - papers} terms`;
  const told = `${document.papers.length} papers and ${document.terms.length} terms`;
  return drawn === told ? undefined : `the map draws ${drawn}, its document has ${told}`;
}

const LISTS = ["keys", "names", "alias", "communities"] as const;

/** −1 where none is. A loop for each kind: this runs before the first picture. */
function firstWrong(column: ArrayLike<unknown>, kind: Kind): number {
  if (kind === "texts") {
    for (let i = 0; i < column.length; i++) if (typeof column[i] !== "string") return i;
  } else if (kind === "numbers") {
    for (let i = 0; i < column.length; i++) if (!Number.isFinite(column[i])) return i;
  } else {
    const { below } = kind;
    for (let i = 0; i < column.length; i++) if (!((column[i] as number) < below)) return i;
  }
  return -1;
}

function wordsOf(kind: Kind): string {
  if (kind === "texts") return "a text";
  return kind === "numbers" ? "a number" : `a whole number from 0 to ${kind.below - 1}`;
}
