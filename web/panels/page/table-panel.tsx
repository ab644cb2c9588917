/**
 * The dock with all that is shown as a table.
 */
import { TEXTS } from "../../texts.ts";
import { DataTable } from "./data-table.tsx";
import type { Panel } from "./panel.ts";

export const tablePanel: Panel = {
  kind: "dock",
  name: "table",
  title: TEXTS.table.name,
  label: TEXTS.table.open,
  icon: "M4 5h16v14H4ZM4 10h16M4 14.5h16M10 5v14",
  needsDocument: true,
  needsMap: true,
  Content: DataTable,
};
