/**
 * What a paper is compared by: its words, its pairs of adjacent words, and its terms.
 */
import { type Corpus, minFeaturePapers } from "../corpus.ts";
import { NumberedPairs } from "./numbered-pairs.ts";
import type { SparseMatrix } from "./sparse.ts";
import { normalizeRows } from "./sparse.ts";
import { wordRuns } from "./words.ts";

/** Factor on terms against words and pairs of words. */
const TERM_WEIGHT = 0.5;
/** idf is raised to this power: rare words say more about the field than the plain logarithm gives them. */
const IDF_POWER = 1.5;
/** Features in a larger share of the papers tell nothing apart. */
const MAX_SHARE = 0.6;

/** First member of the pair that stands for a single word, and of the one that stands for a term. */
const WORD = -1;
const TERM = -2;

/**
 * tf-idf with sublinear term frequency, rows of length 1 (Salton & Buckley 1988):
 * (1 + ln tf) · ln(N / df) ^ 1.5.
 *
 * Columns stand in the order in which the papers (canonical) first have them.
 */
export function featureMatrix(corpus: Corpus): SparseMatrix {
  const papers = corpus.papers.length;
  const { rows, isTerm } = featureLists(corpus);
  const frequency = new Int32Array(isTerm.length);
  for (const row of rows) row.forEach((feature, i) => (frequency[feature]! += feature === row[i - 1] ? 0 : 1));

  const min = minFeaturePapers(papers);
  const max = Math.max(min, papers * MAX_SHARE);
  const column = new Int32Array(isTerm.length).fill(-1);
  let columns = 0;
  frequency.forEach((count, feature) => {
    if (count >= min && count <= max) column[feature] = columns++;
  });

  const offsets = new Int32Array(papers + 1);
  rows.forEach((row, paper) => {
    let cells = 0;
    row.forEach((feature, i) => (cells += feature === row[i - 1] || column[feature]! < 0 ? 0 : 1));
    offsets[paper + 1] = offsets[paper]! + cells;
  });
  const indices = new Int32Array(offsets[papers]!);
  const values = new Float64Array(indices.length);
  rows.forEach((row, paper) => {
    let cell = offsets[paper]!;
    for (let from = 0, to = 0; from < row.length; from = to) {
      const feature = row[from]!;
      while (to < row.length && row[to] === feature) to++;
      if (column[feature]! < 0) continue;
      const idf = (Math.log(papers / frequency[feature]!) + 1e-6) ** IDF_POWER;
      indices[cell] = column[feature]!;
      values[cell++] = (1 + Math.log(to - from)) * idf * (isTerm[feature] === 1 ? TERM_WEIGHT : 1);
    }
  });
  return normalizeRows({ rows: papers, columns, offsets, indices, values });
}

/** Per paper the numbers of its features, ascending, one for every occurrence. */
function featureLists(corpus: Corpus): { readonly rows: readonly Int32Array[]; readonly isTerm: Uint8Array } {
  const words = new Map<string, number>();
  const features = new NumberedPairs();
  const rows = corpus.papers.map((paper, i) => {
    const row: number[] = [];
    for (const text of [paper.title, paper.abstract ?? "", ...(paper.keywords ?? [])]) {
      for (const run of wordRuns(text)) {
        let before = WORD;
        for (const word of run) {
          let number = words.get(word);
          if (number === undefined) words.set(word, (number = words.size));
          row.push(features.numberOf(WORD, number));
          if (before !== WORD) row.push(features.numberOf(before, number));
          before = number;
        }
      }
    }
    for (const { term, mentions } of corpus.paperTerms[i] ?? []) {
      const feature = features.numberOf(TERM, term);
      for (let count = mentions.length; count > 0; count--) row.push(feature);
    }
    return Int32Array.from(row).sort();
  });
  return { rows, isTerm: Uint8Array.from({ length: features.size }, (_, i) => (features.first(i) === TERM ? 1 : 0)) };
}
