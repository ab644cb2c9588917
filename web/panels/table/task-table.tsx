/**
 * The table of a task: methods, winners first, by the data sets and metrics they were measured on. Every cell leads to the
 * sentences behind it.
 */
import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { TableAnswer, TableRow } from "../../../src/query/table.ts";
import type { Statement } from "../../../src/query/stated.ts";
import { answerOf } from "../../data/ask.ts";
import { documentOf, nameOf, type MapIndex } from "../../data/map-index.ts";
import { useStore } from "../../state/store.ts";
import { TEXTS } from "../../texts.ts";
import { Statements } from "../details/said.tsx";
import { usePage } from "../page/page-state.ts";
import { IconButton } from "../parts/icon-button.tsx";
import { NodeLink } from "../parts/node-link.tsx";

const MAX_ROWS = 60;
/** Tasks in the menu. */
const MAX_TASKS = 200;

export function TaskTable() {
  const { index, selection } = useStore();
  const { tableTask } = usePage();
  const tasks = useMemo(() => tasksOf(index), [index]);
  const open =
    selection.value?.kind === "node" && isTask(index, selection.value.node) ? selection.value.node : undefined;
  const task = tableTask.value ?? open ?? tasks[0];
  if (task === undefined) return <p class="quiet">{TEXTS.taskTable.noTasks}</p>;
  const listed = tasks.includes(task) ? tasks : [task, ...tasks];
  return (
    <div class="data-table task-table">
      <div class="task-choice">
        <h2 class="sr-only">{TEXTS.taskTable.name}</h2>
        <label>
          {TEXTS.taskTable.choose}{" "}
          <select value={String(task)} onChange={(event) => (tableTask.value = Number(event.currentTarget.value))}>
            {listed.map((node) => (
              <option key={node} value={String(node)}>
                {nameOf(index, node)}
              </option>
            ))}
          </select>
        </label>
        <TableOf key={task} task={task} />
      </div>
    </div>
  );
}

/** Those of most papers first, as in the document. */
function tasksOf(index: MapIndex): number[] {
  return documentOf(index)
    .terms.flatMap(({ type }, i) => (type === "task" ? [index.papers + i] : []))
    .slice(0, MAX_TASKS);
}

function isTask(index: MapIndex, node: number): boolean {
  return documentOf(index).terms[node - index.papers]?.type === "task";
}

/** What was clicked: a cell, or what a row beats. */
interface Opened {
  readonly title: string;
  readonly key: string;
  readonly statements: readonly Statement[];
  readonly terms: readonly number[];
}

function TableOf({ task }: { readonly task: number }) {
  const { index } = useStore();
  const opened = useSignal<Opened | undefined>(undefined);
  const table = answerOf(index, "table", { task, limit: MAX_ROWS });
  if (!table) return <p role="status">{TEXTS.ask.working}</p>;
  const { columns, rows, included, of, papers } = table;
  return (
    <>
      <p class="quiet">
        {TEXTS.taskTable.summary(of, papers)}
        {included.length > 0 && `, ${TEXTS.taskTable.included(included.map((node) => nameOf(index, node)).join(", "))}`}
      </p>
      {rows.length === 0 && <p class="quiet">{TEXTS.taskTable.none}</p>}
      {opened.value && <OpenedSentences opened={opened.value} onClose={() => (opened.value = undefined)} />}
      {rows.length > 0 && (
        <div class="scroll task-grid" tabIndex={0} role="region" aria-label={TEXTS.taskTable.of(nameOf(index, task))}>
          <table>
            <thead>
              <tr>
                <th scope="col">{TEXTS.taskTable.method}</th>
                <th scope="col">{TEXTS.taskTable.better}</th>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    <NodeLink node={column} />
                  </th>
                ))}
                <th scope="col">{TEXTS.taskTable.numbers}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row
                  key={row.method}
                  row={row}
                  table={table}
                  opened={opened.value}
                  onOpen={(next) => (opened.value = next)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function OpenedSentences({ opened, onClose }: { readonly opened: Opened; readonly onClose: () => void }) {
  return (
    <section class="opened-sentences" aria-label={opened.title}>
      <IconButton icon="close" label={TEXTS.taskTable.close} onClick={onClose} />
      <h3>{opened.title}</h3>
      <Statements key={opened.key} statements={opened.statements} terms={opened.terms} />
    </section>
  );
}

interface RowProps {
  readonly row: TableRow;
  readonly table: TableAnswer;
  readonly opened: Opened | undefined;
  readonly onOpen: (opened: Opened) => void;
}

function Row({ row, table: { columns, rows }, opened, onOpen }: RowProps) {
  const { index } = useStore();
  const name = nameOf(index, row.method);
  const cellOf = (place: number) => row.cells.find(({ column }) => column === place);
  const button = (
    key: string,
    words: string,
    column: string,
    statements: readonly Statement[],
    terms: readonly number[],
  ) => (
    <button
      type="button"
      class="cell"
      aria-expanded={opened?.key === key}
      aria-label={TEXTS.taskTable.cell(name, column, words)}
      onClick={() => onOpen({ key, title: TEXTS.taskTable.sentences(name, column), statements, terms })}
    >
      {words}
    </button>
  );
  return (
    <tr>
      <th scope="row">
        <NodeLink node={row.method} />
      </th>
      <td>
        {row.beats.map((place) => (
          <NodeLink key={place} node={rows[place]!.method} />
        ))}
      </td>
      {columns.map((column, place) => {
        const cell = cellOf(place);
        if (!cell) return <td key={column} />;
        const papers = new Set(cell.statements.map(({ paper }) => paper)).size;
        const values = cell.results.map(({ value }) => value).join(", ");
        const words = values === "" ? TEXTS.taskTable.papers(papers) : values;
        const statements = [...cell.results, ...cell.statements];
        return (
          <td key={column}>
            {button(`${row.method} ${column}`, words, nameOf(index, column), statements, [row.method, column])}
          </td>
        );
      })}
      <td>
        {row.otherResults.length > 0 &&
          button(
            `${row.method} other`,
            row.otherResults.map(({ value }) => value).join(", "),
            TEXTS.taskTable.numbers.toLowerCase(),
            row.otherResults,
            [row.method],
          )}
      </td>
    </tr>
  );
}
