/**
 * Terms that mostly consist of the same words: "sequential recommendation", "sequential recommender systems". What papers
 * say of one is known of the other.
 */
import { foldWords } from "../lib/fold-name.ts";
import { remember } from "../lib/remember.ts";
import type { GraphIndex } from "./graph-index.ts";

/** Letters that tell a word from others of another stem. */
const STEM = 5;
/** Shared words of all words of both. */
const MIN_OVERLAP = 0.5;
/** One shared word makes no kin. */
const MIN_SHARED = 2;

/** By number of the term: its kin, itself among them. */
export function kinOf(index: GraphIndex, term: number): readonly number[] {
  const { stems, termsOf } = wordsOf(index);
  const own = stems[term - index.papers]!;
  const shared = new Map<number, number>();
  for (const stem of own) for (const other of termsOf.get(stem)!) shared.set(other, (shared.get(other) ?? 0) + 1);
  const kin = [...shared].filter(([other, count]) => {
    const all = own.size + stems[other - index.papers]!.size - count;
    return other === term || (count >= MIN_SHARED && count / all >= MIN_OVERLAP);
  });
  return kin.map(([other]) => other).sort((a, b) => a - b);
}

const wordsOf = remember(({ document, papers }: GraphIndex) => {
  const termsOf = new Map<string, number[]>();
  const stems = document.terms.map(({ term }, i) => {
    const own = new Set(
      foldWords(term)
        .split(" ")
        .map((word) => word.slice(0, STEM)),
    );
    for (const stem of own) {
      const list = termsOf.get(stem);
      if (list === undefined) termsOf.set(stem, [papers + i]);
      else list.push(papers + i);
    }
    return own;
  });
  return { stems, termsOf };
});
