/**
 * The dock with terms of one type by terms of another.
 */
import { TEXTS } from "../../texts.ts";
import type { Panel } from "../page/panel.ts";
import { TermMatrix } from "./term-matrix.tsx";

export const matrixPanel: Panel = {
  kind: "dock",
  name: "matrix",
  title: TEXTS.matrix.title,
  label: TEXTS.matrix.open,
  icon: "M4 4h4v4H4ZM10 4h4v4h-4ZM16 4h4v4h-4ZM4 10h4v4H4ZM10 10h4v4h-4ZM4 16h4v4H4ZM16 16h4v4h-4Z",
  key: "m",
  needsDocument: true,
  Content: TermMatrix,
};
