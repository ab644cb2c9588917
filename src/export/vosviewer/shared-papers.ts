/**
 * Terms joined by the papers that have both: VOSviewer's own notion of a link's strength.
 */
import type { GraphDocument } from "../../contract/graph-document.ts";
import { groupBy } from "../../lib/group-by.ts";
import type { Pair } from "../pairs.ts";

/** Strength is the number of papers that mention both; by the numbers of the two terms. */
export function* sharedPapers({ terms, mentions }: GraphDocument): Generator<Pair> {
  const numbers = new Map(terms.map(({ node }, number) => [node, number]));
  const ofPapers = groupBy(mentions, ({ paper }) => paper);
  const counts = new Map<number, number>();
  for (const group of ofPapers.values()) {
    const list = group.flatMap(({ term }) => numbers.get(term) ?? []).sort((a, b) => a - b);
    for (let i = 0; i < list.length; i++)
      for (let k = i + 1; k < list.length; k++) {
        const pair = list[i]! * terms.length + list[k]!;
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
  }
  for (const pair of Float64Array.from(counts.keys()).sort()) {
    const [a, b] = [Math.floor(pair / terms.length), pair % terms.length];
    yield { source: terms[a]!.node, target: terms[b]!.node, strength: counts.get(pair)! };
  }
}
