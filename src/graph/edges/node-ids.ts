/**
 * Ids of nodes by number, each made once.
 */

/** `p0` … or `t0` … */
export function nodeIds(letter: "p" | "t", count: number): readonly string[] {
  return Array.from({ length: count }, (_, number) => `${letter}${number}`);
}
