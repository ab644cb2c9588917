/**
 * Terms of one type by terms of another, tasks by methods first: a cell opens the papers and sentences that have both.
 */
import { useMemo } from "preact/hooks";
import { TERM_TYPES, type TermType } from "../../../src/contract/graph-document.ts";
import { nameOf } from "../../data/map-index.ts";
import { matrixOf, type MatrixCell } from "../../data/matrix.ts";
import { useStore } from "../../state/store.ts";
import { pair } from "../../state/view-state.ts";
import { TEXTS } from "../../texts.ts";
import { usePage } from "../page/page-state.ts";
import { NodeLink, TargetLink } from "../parts/node-link.tsx";

const MOST = { maxRows: 40, maxColumns: 24 };
const FIRST: readonly [rows: TermType, columns: TermType] = ["task", "method"];

export function TermMatrix() {
  const { index, shown } = useStore();
  const { dock, dockView, showDock } = usePage();
  const [rows, columns] = typesOf(dockView.value);
  const matrix = useMemo(
    () => matrixOf(index, shown.value, { rows, columns, ...MOST }),
    [index, shown.value, rows, columns],
  );
  const choose = (chosen: readonly [TermType, TermType]) => showDock(dock.value, chosen.join(","));
  return (
    <div class="data-table">
      <h2 class="sr-only">{TEXTS.matrix.title}</h2>
      <div class="matrix-choice">
        <TypeChoice name={TEXTS.matrix.rows} chosen={rows} onChoose={(type) => choose([type, columns])} />
        <TypeChoice name={TEXTS.matrix.columns} chosen={columns} onChoose={(type) => choose([rows, type])} />
        <p class="quiet">{matrix.most > 0 ? TEXTS.matrix.legend : TEXTS.matrix.none}</p>
      </div>
      {matrix.most > 0 && (
        <div class="scroll matrix-box" tabIndex={0} role="region" aria-label={TEXTS.matrix.by(rows, columns)}>
          <table class="matrix">
            <thead>
              <tr>
                <td />
                {matrix.columns.map((column) => (
                  <th key={column} scope="col">
                    <NodeLink node={column} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {matrix.cells.map((cells, i) => (
                <tr key={matrix.rows[i]}>
                  <th scope="row">
                    <NodeLink node={matrix.rows[i]!} />
                  </th>
                  {cells.map((cell, j) => (
                    <Cell
                      key={matrix.columns[j]}
                      ends={[matrix.rows[i]!, matrix.columns[j]!]}
                      cell={cell}
                      most={matrix.most}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

/** As the address has them. */
function typesOf(view: string): readonly [rows: TermType, columns: TermType] {
  const [rows, columns] = view.split(",").map((name) => TERM_TYPES.find((type) => type === name));
  return rows && columns ? [rows, columns] : FIRST;
}

interface TypeChoiceProps {
  readonly name: string;
  readonly chosen: TermType;
  readonly onChoose: (type: TermType) => void;
}

function TypeChoice({ name, chosen, onChoose }: TypeChoiceProps) {
  return (
    <label class="ask-choice">
      {name}
      <select value={chosen} onChange={({ currentTarget }) => onChoose(currentTarget.value as TermType)}>
        {TERM_TYPES.map((type) => (
          <option key={type} value={type}>
            {TEXTS.shapes(type)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface CellProps {
  readonly ends: readonly [row: number, column: number];
  readonly cell: MatrixCell;
  /** Papers of the fullest cell. */
  readonly most: number;
}

function Cell({ ends: [row, column], cell: { papers, stated }, most }: CellProps) {
  const { index } = useStore();
  if (papers === 0) return <td />;
  return (
    <td class={stated ? "full stated" : "full"} style={{ "--full": Math.sqrt(papers / most).toFixed(2) }}>
      <TargetLink
        target={pair(row, column)}
        className="cell"
        label={TEXTS.matrix.cell(nameOf(index, row), nameOf(index, column), papers, stated)}
      >
        {papers}
      </TargetLink>
    </td>
  );
}
