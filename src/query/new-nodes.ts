/**
 * What the last build added to a map, as questions and the map's colours tell it.
 */

/**
 * Per node: 1 for a new paper, and for a term that only new papers have.
 *
 * @param added numbers of the new papers
 * @param papersOf numbers of the papers with a term
 */
export function newNodes(
  { papers, nodes }: { readonly papers: number; readonly nodes: number },
  added: Iterable<number>,
  papersOf: (term: number) => Int32Array,
): Uint8Array {
  const marks = new Uint8Array(nodes);
  for (const paper of added) marks[paper] = 1;
  for (let term = papers; term < nodes; term++) {
    const own = papersOf(term);
    if (own.length > 0 && own.every((paper) => marks[paper] === 1)) marks[term] = 1;
  }
  return marks;
}
