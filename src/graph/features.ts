/**
 * What a paper is compared by: its words, its pairs of adjacent words, and its terms.
 */
import type { Corpus } from "./corpus.ts";
import { compareCodePoints } from "../lib/order.ts";
import type { SparseMatrix } from "./sparse.ts";
import { normalizeRows, sparseMatrix } from "./sparse.ts";
import { wordRuns } from "./words.ts";

export interface FeatureWeights {
  /** Occurrences that one in the title counts for. */
  readonly title: number;
  /** Factor on pairs of adjacent words against single words. */
  readonly bigrams: number;
  /** Factor on terms, and on the heads of terms, against single words. */
  readonly terms: number;
  readonly heads: number;
  /** idf is raised to this power: rare words say more about the field than the plain logarithm gives them. */
  readonly idfPower: number;
}

export const DEFAULT_FEATURE_WEIGHTS: FeatureWeights = { title: 1, bigrams: 1, terms: 0.5, heads: 0, idfPower: 1.5 };

/** Features in fewer papers link nothing. */
const MIN_PAPERS = 2;
/** Features in a larger share of the papers tell nothing apart. */
const MAX_SHARE = 0.6;

/**
 * tf-idf with sublinear term frequency, rows of length 1 (Salton & Buckley 1988):
 * (1 + ln tf) · ln(N / df) ^ 1.5.
 */
export function featureMatrix(corpus: Corpus, weights: FeatureWeights = DEFAULT_FEATURE_WEIGHTS): SparseMatrix {
  const heads = corpus.terms.map((term) => (weights.heads > 0 ? properSuffixes(term.term) : []));
  const rows = corpus.papers.map((paper, i) => {
    const counts = new Map<string, number>();
    const add = (key: string, count: number) => counts.set(key, (counts.get(key) ?? 0) + count);
    addWords(add, paper.title, weights.title);
    addWords(add, paper.abstract ?? "", 1);
    for (const keyword of paper.keywords ?? []) addWords(add, keyword, weights.title);
    for (const entry of corpus.paperTerms[i] ?? []) {
      add(`\u0001${entry.term}`, entry.mentions.length);
      for (const broader of heads[entry.term]!) add(`\u0002${broader}`, entry.mentions.length);
    }
    return counts;
  });

  const frequency = new Map<string, number>();
  for (const row of rows) for (const key of row.keys()) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  const most = Math.max(MIN_PAPERS, rows.length * MAX_SHARE);
  const kept = [...frequency.keys()].filter((key) => frequency.get(key)! >= MIN_PAPERS && frequency.get(key)! <= most);
  const column = new Map(kept.sort(compareCodePoints).map((key, i) => [key, i]));

  return normalizeRows(
    sparseMatrix(
      rows.map((row) => {
        const cells = new Map<number, number>();
        for (const [key, count] of row) {
          const index = column.get(key);
          if (index === undefined) continue;
          const idf = (Math.log(rows.length / frequency.get(key)!) + 1e-6) ** weights.idfPower;
          cells.set(index, (1 + Math.log(count)) * idf * kindWeight(key, weights));
        }
        return cells;
      }),
      column.size,
    ),
  );
}

function addWords(add: (key: string, count: number) => void, text: string, count: number): void {
  for (const run of wordRuns(text)) {
    run.forEach((word, i) => {
      add(word, count);
      if (i > 0) add(`${run[i - 1]!} ${word}`, count);
    });
  }
}

function kindWeight(key: string, weights: FeatureWeights): number {
  if (key.startsWith("\u0001")) return weights.terms;
  if (key.startsWith("\u0002")) return weights.heads;
  return key.includes(" ") ? weights.bigrams : 1;
}

/** "graph neural network" → "neural network", "network". */
function properSuffixes(term: string): string[] {
  const words = wordRuns(term).at(-1) ?? [];
  return words.slice(1).map((_, i) => words.slice(i + 1).join(" "));
}
