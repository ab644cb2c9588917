/**
 * Terms by the number of papers that have them, on a logarithmic scale; papers are grey.
 */
import { plain } from "../../lib/numbers.ts";
import { quantity } from "./color-mode.ts";

export const byPapers = quantity({
  name: "papers",
  needsDocument: false,
  amountOf: (index, node) => (node < index.papers ? NaN : Math.log2(index.weight[node]!)),
  text: (value) => plain(Math.round(2 ** value)),
});
