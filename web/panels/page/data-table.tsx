/**
 * What the filters leave, as a table: it lights and opens nodes on the map, and follows what is opened there.
 *
 * Only the rows in sight are in the page, so that a table of fifty thousand is as quick as one of fifty.
 */
import { useSignal, type Signal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { cell, COLUMNS, tableRows, type Column, type Sorting, type TableKind } from "../../data/table-rows.ts";
import { shapeOf } from "../../data/map-index.ts";
import { useStore } from "../../state/store.ts";
import { hover } from "../../state/view-state.ts";
import { plain } from "../../lib/numbers.ts";
import { TEXTS } from "../../texts.ts";
import { NodeLink } from "../parts/node-link.tsx";

/** Pixels, as in the style sheet. */
const ROW_HEIGHT = 32;
/** Rows rendered above and below the window. */
const SPARE = 12;
/** Pixels of the window before it has been drawn. */
const FIRST_HEIGHT = 600;
const KINDS = ["terms", "papers"] as const satisfies readonly TableKind[];
const FIRST_SORTING: Readonly<Record<TableKind, Sorting>> = {
  papers: { column: "date", descending: true },
  terms: { column: "papers", descending: true },
};

export function DataTable() {
  const { index, shown, selection } = useStore();
  const kind = useSignal<TableKind>("terms");
  const sorting = useSignal(FIRST_SORTING.terms);
  const top = useSignal(0);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(
    () => tableRows(index, shown.value, kind.value, sorting.value),
    [index, shown.value, kind.value, sorting.value],
  );
  const current = selection.value?.kind === "node" ? selection.value.node : undefined;
  useScrollTo(scroller, current === undefined ? -1 : rows.indexOf(current), rows);
  const choose = (next: TableKind) => {
    kind.value = next;
    sorting.value = FIRST_SORTING[next];
    scroller.current?.scrollTo(0, 0);
  };
  const height = scroller.current?.clientHeight ?? FIRST_HEIGHT;
  const first = Math.max(0, Math.floor(top.value / ROW_HEIGHT) - SPARE);
  const end = Math.min(rows.length, Math.ceil((top.value + height) / ROW_HEIGHT) + SPARE);
  return (
    <div class="data-table">
      <Kinds kind={kind.value} rows={rows.length} onChoose={choose} />
      <div
        class="scroll rows"
        ref={scroller}
        tabIndex={0}
        role="region"
        aria-label={TEXTS.table.rows}
        onScroll={(event) => (top.value = event.currentTarget.scrollTop)}
      >
        <table aria-rowcount={rows.length + 1}>
          <Head columns={COLUMNS[kind.value]} sorting={sorting} />
          <tbody>
            <Spare rows={first} />
            {rows.slice(first, end).map((node, i) => (
              <Row
                key={node}
                node={node}
                columns={COLUMNS[kind.value]}
                place={first + i}
                isCurrent={node === current}
              />
            ))}
            <Spare rows={rows.length - end} />
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** Brings a row into sight. @param place of the row; −1: none. */
function useScrollTo(scroller: RefObject<HTMLDivElement | null>, place: number, rows: readonly number[]): void {
  useEffect(() => {
    const box = scroller.current;
    if (place < 0 || !box) return;
    const y = place * ROW_HEIGHT;
    const seen = y >= box.scrollTop && y <= box.scrollTop + box.clientHeight - 2 * ROW_HEIGHT;
    if (!seen) box.scrollTop = y - box.clientHeight / 2;
  }, [place, rows]);
}

interface KindsProps {
  readonly kind: TableKind;
  /** Number of rows of this kind. */
  readonly rows: number;
  readonly onChoose: (kind: TableKind) => void;
}

function Kinds({ kind, rows, onChoose }: KindsProps) {
  return (
    <div class="tabs" role="group" aria-label={TEXTS.table.kind}>
      {KINDS.map((name) => (
        <button key={name} type="button" class="tab" aria-pressed={kind === name} onClick={() => onChoose(name)}>
          {TEXTS.table.kinds[name]}
          {kind === name && <span class="number"> {plain(rows)}</span>}
        </button>
      ))}
    </div>
  );
}

function Head({ columns, sorting }: { readonly columns: readonly Column[]; readonly sorting: Signal<Sorting> }) {
  const { column: sorted, descending } = sorting.value;
  const sortBy = (column: Column) => {
    const numeric = column === "papers" || column === "terms";
    sorting.value = { column, descending: column === sorted ? !descending : numeric };
  };
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th
            key={column}
            scope="col"
            class={`column-${column}`}
            aria-sort={column !== sorted ? "none" : descending ? "descending" : "ascending"}
          >
            <button type="button" onClick={() => sortBy(column)}>
              {TEXTS.table.columns[column]}
              <span aria-hidden="true">{column !== sorted ? "" : descending ? " ↓" : " ↑"}</span>
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** The room of rows that are out of sight. */
function Spare({ rows }: { readonly rows: number }) {
  return rows > 0 ? <tr class="spare" style={{ height: `${rows * ROW_HEIGHT}px` }} /> : null;
}

interface RowProps {
  readonly node: number;
  readonly columns: readonly Column[];
  /** Among all rows, from 0. */
  readonly place: number;
  readonly isCurrent: boolean;
}

function Row({ node, columns, place, isCurrent }: RowProps) {
  const { update } = useStore();
  return (
    <tr
      // The head is the first row.
      aria-rowindex={place + 2}
      class={isCurrent ? "current" : undefined}
      onMouseEnter={() => update((state) => hover(state, { kind: "node", node }))}
      onMouseLeave={() => update((state) => hover(state, undefined))}
    >
      {columns.map((column) => (
        <td key={column} class={`column-${column}`}>
          <Cell node={node} column={column} />
        </td>
      ))}
    </tr>
  );
}

function Cell({ node, column }: { readonly node: number; readonly column: Column }) {
  const { index } = useStore();
  if (column === "title" || column === "term") return <NodeLink node={node} />;
  if (column === "type") return <>{TEXTS.shape(shapeOf(index, node))}</>;
  const value = cell(index, node, column);
  return <>{typeof value === "number" ? plain(value) : value}</>;
}
