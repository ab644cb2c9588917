/**
 * The texts of a corpus as they are read, where that is another thing than what was given: 40 µs a paper.
 */
import type { Paper } from "../../../domain/paper.ts";
import type { ReadableTexts } from "../../../domain/term.ts";
import { cleanPaper, type WordFrequency } from "./clean-text.ts";

/** By place of the paper. */
export function readableTexts(
  papers: readonly Pick<Paper, "title" | "abstract">[],
  frequency: WordFrequency,
): Map<number, ReadableTexts> {
  const changed = new Map<number, ReadableTexts>();
  papers.forEach((paper, i) => {
    const { title, abstract } = cleanPaper(paper, frequency);
    if (title !== paper.title || abstract !== (paper.abstract ?? "")) changed.set(i, { title, abstract });
  });
  return changed;
}
