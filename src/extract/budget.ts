/**
 * How long a paper's texts may be.
 *
 * All steps are linear in a text's length, so that this bounds the time that one record can take: about a second.
 */
import type { Paper } from "../domain/paper.ts";

/** UTF-16 units of title and abstract together: a hundred times what abstracts have. */
export const MAX_TEXT = 200_000;

/** Is the paper kept without terms for its length? */
export function isOverBudget({ title, abstract = "" }: Pick<Paper, "title" | "abstract">): boolean {
  return title.length + abstract.length > MAX_TEXT;
}
