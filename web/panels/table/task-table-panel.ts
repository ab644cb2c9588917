/**
 * The dock with the table of a task: methods by data sets and metrics.
 */
import { TEXTS } from "../../texts.ts";
import type { Panel } from "../page/panel.ts";
import { TaskTable } from "./task-table.tsx";

export const taskTablePanel: Panel = {
  kind: "dock",
  name: "tasks",
  title: TEXTS.taskTable.name,
  label: TEXTS.taskTable.open,
  icon: "M4 5h16v14H4ZM4 9.5h16M9 9.5V19M12.5 16.5l1.5-2 1.5 1 2.5-3",
  key: "t",
  needsDocument: true,
  showsTask: true,
  Content: TaskTable,
};
