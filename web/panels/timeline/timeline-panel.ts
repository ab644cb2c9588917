/**
 * The dock with the papers along time.
 */
import { TEXTS } from "../../texts.ts";
import type { Panel } from "../page/panel.ts";
import { PapersOverTime } from "./papers-over-time.tsx";

export const timelinePanel: Panel = {
  kind: "dock",
  name: "time",
  title: TEXTS.timeline.title,
  label: TEXTS.timeline.open,
  icon: "M4 4v16h16M8 20v-6M12 20V9M16 20v-9M20 20V6",
  key: "y",
  needsDocument: true,
  needsMap: true,
  Content: PapersOverTime,
};
