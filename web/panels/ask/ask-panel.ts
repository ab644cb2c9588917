/**
 * The dock of questions to the whole map.
 */
import { TEXTS } from "../../texts.ts";
import type { Panel } from "../page/panel.ts";
import { AskDock } from "./ask-dock.tsx";

export const askPanel: Panel = {
  kind: "dock",
  name: "questions",
  title: TEXTS.ask.name,
  label: TEXTS.ask.open,
  icon: "M9.5 17.5h5M10.5 20.5h3M12 3.5a6 6 0 0 1 3.4 10.9c-.6.5-.9 1-.9 1.6h-5c0-.6-.3-1.1-.9-1.6A6 6 0 0 1 12 3.5Z",
  key: "a",
  needsDocument: true,
  Content: AskDock,
};
