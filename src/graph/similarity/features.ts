/**
 * What a paper is compared by: its words, its pairs of adjacent words, and its terms.
 */
import { type Corpus, minFeaturePapers } from "../corpus.ts";
import { NumberedPairs } from "./numbered-pairs.ts";
import type { SparseMatrix } from "./sparse.ts";
import { normalizeRows } from "./sparse.ts";
import { WordNumbers } from "./words.ts";

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
  for (const row of rows) {
    for (let i = 0; i < row.length; i++) if (i === 0 || row[i] !== row[i - 1]) frequency[row[i]!]!++;
  }

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
    for (let i = 0; i < row.length; i++) if ((i === 0 || row[i] !== row[i - 1]) && column[row[i]!]! >= 0) cells++;
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
  const words = new WordNumbers();
  const features = new NumberedPairs();
  const { offsets, term, entries } = corpus.paperTerms;
  let row: number[] = [];
  let before = WORD;
  const visit = (word: number, adjacent: boolean): void => {
    row.push(features.numberOf(WORD, word));
    if (adjacent) row.push(features.numberOf(before, word));
    before = word;
  };
  const rows = corpus.papers.map((paper, i) => {
    row = [];
    words.read(paper.title, visit);
    if (paper.abstract !== undefined) words.read(paper.abstract, visit);
    for (const keyword of paper.keywords ?? []) words.read(keyword, visit);
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      const feature = features.numberOf(TERM, term[at]!);
      for (let count = entries[at]!.mentions.length; count > 0; count--) row.push(feature);
    }
    return Int32Array.from(row).sort();
  });
  return { rows, isTerm: Uint8Array.from({ length: features.size }, (_, i) => (features.first(i) === TERM ? 1 : 0)) };
}
