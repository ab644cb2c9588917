/**
 * Which papers have a term, and what they say of it: the corpus turned round.
 */
import type { PaperTerm } from "../../domain/term.ts";
import type { Corpus } from "../corpus.ts";

export interface TermPapers {
  /** Numbers of the papers, ascending. */
  readonly papers: Int32Array;
  /** What each of them says of the term. */
  readonly entries: readonly PaperTerm[];
}

/** Per term. */
export function termPapers({ terms, paperTerms }: Corpus): TermPapers[] {
  const size = new Int32Array(terms.length);
  for (const entries of paperTerms) for (const { term } of entries) size[term]!++;
  const lists = Array.from(size, (length) => ({ papers: new Int32Array(length), entries: new Array<PaperTerm>() }));
  paperTerms.forEach((entries, paper) => {
    for (const entry of entries) {
      const list = lists[entry.term]!;
      list.papers[list.entries.length] = paper;
      list.entries.push(entry);
    }
  });
  return lists;
}

/** Calls `visit` for each paper that two terms share, ascending, until it returns false. */
export function forEachShared(
  a: TermPapers,
  b: TermPapers,
  visit: (paper: number, inA: PaperTerm, inB: PaperTerm) => boolean,
): void {
  let i = 0;
  let j = 0;
  while (i < a.papers.length && j < b.papers.length) {
    const difference = a.papers[i]! - b.papers[j]!;
    if (difference < 0) i++;
    else if (difference > 0) j++;
    else if (!visit(a.papers[i]!, a.entries[i++]!, b.entries[j++]!)) return;
  }
}
