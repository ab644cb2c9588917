/**
 * Which papers the last build did not have.
 */
import type { GraphDocument } from "../contract/graph-document.ts";

/**
 * Per paper: 1 where it is new. As long as none comes, those stay marked that were: the same build again gives the same
 * document. Where less than half of the last build's papers are left, it was of another corpus, and none is new.
 */
export function newPapers(
  papers: readonly { readonly id: string }[],
  previous: Pick<GraphDocument, "papers"> | undefined,
): Uint8Array {
  const marks = new Uint8Array(papers.length);
  if (!previous) return marks;
  const before = new Map(previous.papers.map((paper) => [paper.id, paper.new === true]));
  const known = papers.filter(({ id }) => before.has(id)).length;
  if (2 * known < before.size) return marks;
  papers.forEach(({ id }, i) => {
    if (known === papers.length ? before.get(id) : !before.has(id)) marks[i] = 1;
  });
  return marks;
}
