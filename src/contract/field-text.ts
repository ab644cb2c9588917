/**
 * The text that offsets of a mention or a sentence point into.
 */
import type { Field, PaperNode } from "./graph-document.ts";

/** Empty where the paper has no abstract. */
export function fieldText(paper: Pick<PaperNode, "title" | "abstract">, field: Field): string {
  return field === "title" ? paper.title : (paper.abstract ?? "");
}
