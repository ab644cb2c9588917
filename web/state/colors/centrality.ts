/**
 * Nodes by betweenness. Few nodes lie on most ways: the square root spreads the others.
 */
import { betweennessOf } from "../betweenness.ts";
import { TEXTS } from "../../texts.ts";
import { quantity } from "./color-mode.ts";

export const byCentrality = quantity({
  name: "centrality",
  needsDocument: true,
  isOffered: (index) => index.columns.central,
  hint: TEXTS.legend.centrality,
  amountOf: (index, node) => Math.sqrt(betweennessOf(index, node)),
  text: (value) => (value * value).toFixed(value > 0 && value < 1 ? 2 : 0),
});
