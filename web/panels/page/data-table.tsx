/**
 * What the filters leave, as a table: it lights and opens nodes on the map, and follows what is opened there.
 *
 * Only the rows in sight are in the page, so that a table of fifty thousand is as quick as one of fifty.
 */
import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { cell, COLUMNS, tableRows, type Column, type Sorting, type TableKind } from "../../data/table-rows.ts";
import { shapeOf } from "../../data/map-index.ts";
import { useStore } from "../../state/store.ts";
import { hover } from "../../state/view-state.ts";
import { plain, TEXTS } from "../../texts.ts";
import { NodeLink } from "../parts/node-link.tsx";

const ROW = 32;
/** Rows rendered above and below the window. */
const SPARE = 12;
const FIRST_SORTING: Readonly<Record<TableKind, Sorting>> = {
  papers: { column: "date", descending: true },
  terms: { column: "papers", descending: true },
};

export function DataTable() {
  const { index, shown, selection, update } = useStore();
  const kind = useSignal<TableKind>("terms");
  const sorting = useSignal(FIRST_SORTING.terms);
  const top = useSignal(0);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(
    () => tableRows(index, shown.value, kind.value, sorting.value),
    [index, shown.value, kind.value, sorting.value],
  );
  const current = selection.value?.kind === "node" ? selection.value.node : undefined;

  useEffect(() => {
    const place = current === undefined ? -1 : rows.indexOf(current);
    const box = scroller.current;
    if (place < 0 || !box) return;
    const y = place * ROW;
    if (y < box.scrollTop || y > box.scrollTop + box.clientHeight - 2 * ROW) box.scrollTop = y - box.clientHeight / 2;
  }, [current, rows]);

  const height = scroller.current?.clientHeight ?? 600;
  const first = Math.max(0, Math.floor(top.value / ROW) - SPARE);
  const last = Math.min(rows.length, Math.ceil((top.value + height) / ROW) + SPARE);
  const sortBy = (column: Column) => {
    const same = sorting.value.column === column;
    sorting.value = {
      column,
      descending: same ? !sorting.value.descending : column === "papers" || column === "terms",
    };
  };
  return (
    <div class="data-table">
      <div class="tabs" role="group" aria-label={TEXTS.table.kind}>
        {(["terms", "papers"] as const).map((name) => (
          <button
            key={name}
            type="button"
            class="tab"
            aria-pressed={kind.value === name}
            onClick={() => {
              kind.value = name;
              sorting.value = FIRST_SORTING[name];
              scroller.current?.scrollTo(0, 0);
            }}
          >
            {TEXTS.table.kinds[name]}
            {kind.value === name && <span class="number"> {plain(rows.length)}</span>}
          </button>
        ))}
      </div>
      <div
        class="scroll rows"
        ref={scroller}
        tabIndex={0}
        role="region"
        aria-label={TEXTS.table.rows}
        onScroll={(event) => (top.value = event.currentTarget.scrollTop)}
      >
        <table aria-rowcount={rows.length + 1}>
          <thead>
            <tr>
              {COLUMNS[kind.value].map((column) => (
                <th
                  key={column}
                  scope="col"
                  class={`column-${column}`}
                  aria-sort={
                    sorting.value.column !== column ? "none" : sorting.value.descending ? "descending" : "ascending"
                  }
                >
                  <button type="button" onClick={() => sortBy(column)}>
                    {TEXTS.table.columns[column]}
                    <span aria-hidden="true">
                      {sorting.value.column !== column ? "" : sorting.value.descending ? " ↓" : " ↑"}
                    </span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first > 0 && <tr class="spare" style={{ height: `${first * ROW}px` }} />}
            {rows.slice(first, last).map((node, i) => (
              <tr
                key={node}
                aria-rowindex={first + i + 2}
                class={node === current ? "current" : undefined}
                onMouseEnter={() => update((state) => hover(state, { kind: "node", node }))}
                onMouseLeave={() => update((state) => hover(state, undefined))}
              >
                {COLUMNS[kind.value].map((column) => (
                  <td key={column} class={`column-${column}`}>
                    <Cell node={node} column={column} />
                  </td>
                ))}
              </tr>
            ))}
            {last < rows.length && <tr class="spare" style={{ height: `${(rows.length - last) * ROW}px` }} />}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Cell({ node, column }: { readonly node: number; readonly column: Column }) {
  const { index } = useStore();
  if (column === "title" || column === "term") return <NodeLink node={node} />;
  if (column === "type") return <>{TEXTS.shape(shapeOf(index, node))}</>;
  const value = cell(index, node, column);
  return <>{typeof value === "number" ? plain(value) : value}</>;
}
