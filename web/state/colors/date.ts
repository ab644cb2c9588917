/**
 * Nodes by the month of the paper, or of the first paper that has the term.
 */
import { monthNumber, monthOf, monthText } from "../../../src/lib/months.ts";
import { paperAt, termAt } from "../../data/map-index.ts";
import { quantity } from "./color-mode.ts";

export const byDate = quantity({
  name: "date",
  needsDocument: true,
  amountOf: (index, node) => {
    const month = monthOf(paperAt(index, node)?.date ?? termAt(index, node)?.first_seen);
    return month === undefined ? NaN : monthNumber(month);
  },
  text: monthText,
});
