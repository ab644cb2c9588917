/**
 * All panels, in the order of their buttons. Tools, keys and the list of keys are made from this list.
 */
import { askPanel } from "../ask/ask-panel.ts";
import { exportPanel } from "./export-dialog.tsx";
import { helpPanel } from "./help-dialog.tsx";
import type { Panel } from "./panel.ts";
import { matrixPanel } from "../matrix/matrix-panel.ts";
import { taskTablePanel } from "../table/task-table-panel.ts";
import { timelinePanel } from "../timeline/timeline-panel.ts";
import { tablePanel } from "./table-panel.tsx";

export const PANELS: readonly Panel[] = [
  tablePanel,
  matrixPanel,
  taskTablePanel,
  timelinePanel,
  askPanel,
  exportPanel,
  helpPanel,
];
