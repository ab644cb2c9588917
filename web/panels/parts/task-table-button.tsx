/**
 * Opens the table of a task.
 */
import { nameOf } from "../../data/map-index.ts";
import { useStore } from "../../state/store.ts";
import { TEXTS } from "../../texts.ts";
import { openTaskTable, usePage } from "../page/page-state.ts";

export function TaskTableButton({ task }: { readonly task: number }) {
  const { index, open } = useStore();
  const page = usePage();
  const show = () => {
    openTaskTable(page, task);
    // On a phone the details cover the dock.
    if (matchMedia("(max-width: 760px)").matches) open(undefined);
  };
  return (
    <button type="button" class="text-button task-table-open" onClick={show}>
      {TEXTS.taskTable.of(nameOf(index, task))}
    </button>
  );
}
