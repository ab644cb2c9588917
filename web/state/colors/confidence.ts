/**
 * Nodes by how sure it is that they belong to their community.
 */
import { paperAt, termAt } from "../../data/map-index.ts";
import { percent } from "../../lib/numbers.ts";
import { quantity } from "./color-mode.ts";

export const byConfidence = quantity({
  name: "confidence",
  needsDocument: true,
  amountOf: (index, node) => (paperAt(index, node) ?? termAt(index, node))?.confidence ?? NaN,
  text: percent,
});
