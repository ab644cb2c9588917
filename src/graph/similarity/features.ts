/**
 * What a paper is compared by: its words, its pairs of adjacent words (without mark-up), and its terms.
 */
import { type Corpus, minFeaturePapers } from "../corpus.ts";
import { NumberedPairs } from "../../lib/numbered-pairs.ts";
import type { SparseMatrix } from "./sparse.ts";
import { normalizeRows } from "./sparse.ts";
import { WordNumbers } from "./words.ts";
import { power } from "../../lib/power.ts";

/** Factor on terms against words and pairs of words. */
const TERM_WEIGHT = 0.5;
/** idf is raised to this power: rare words say more about the field than the plain logarithm gives them. */
const IDF_POWER = 1.8;
/** Features in a larger share of the papers are common: they tell nothing apart. */
const MAX_SHARE = 0.6;
/** Papers with a larger share of common features, or of common terms, say what most of the corpus says, and are like it in that. */
const MAX_COMMON = 0.5;

/** First member of the pair that stands for a single word, and of the one that stands for a term. */
const WORD = -1;
const TERM = -2;

/**
 * tf-idf with sublinear term frequency, rows of length 1 (Salton & Buckley 1988):
 * (1 + ln tf) · ln(N / df) ^ 1.8.
 *
 * Common features are left out, but for papers that mostly consist of them: of one subject, equal texts, titles without
 * an abstract. There they count as if they were in `MAX_SHARE` of the papers.
 *
 * Columns stand in the order in which the papers (canonical) first have them.
 */
export function featureMatrix(corpus: Corpus): SparseMatrix {
  const papers = corpus.papers.length;
  const { offsets: ends, features, isTerm } = featureLists(corpus);
  const frequency = new Int32Array(isTerm.length);
  for (let paper = 0; paper < papers; paper++) forEachFeature(paper, (feature) => frequency[feature]!++);

  const min = minFeaturePapers(papers);
  const max = Math.max(min, papers * MAX_SHARE);
  const isLike = Uint8Array.from({ length: papers }, (_, paper) => (commonShare(paper) > MAX_COMMON ? 1 : 0));
  const ceiling = isLike.includes(1) ? papers : max;
  const column = new Int32Array(isTerm.length).fill(-1);
  const weight = new Float64Array(isTerm.length);
  let columns = 0;
  frequency.forEach((count, feature) => {
    if (count < min || count > ceiling) return;
    column[feature] = columns++;
    weight[feature] = power(Math.log(papers / Math.min(count, max)) + 1e-6, IDF_POWER);
  });
  const isCounted = (paper: number, feature: number) =>
    column[feature]! >= 0 && (isLike[paper] === 1 || frequency[feature]! <= max);

  const offsets = new Int32Array(papers + 1);
  for (let paper = 0; paper < papers; paper++) {
    let cells = 0;
    forEachFeature(paper, (feature) => {
      if (isCounted(paper, feature)) cells++;
    });
    offsets[paper + 1] = offsets[paper]! + cells;
  }
  const indices = new Int32Array(offsets[papers]!);
  const values = new Float64Array(indices.length);
  let cell = 0;
  for (let paper = 0; paper < papers; paper++) {
    forEachFeature(paper, (feature, count) => {
      if (!isCounted(paper, feature)) return;
      indices[cell] = column[feature]!;
      values[cell++] = (1 + Math.log(count)) * weight[feature]! * (isTerm[feature] === 1 ? TERM_WEIGHT : 1);
    });
  }
  return normalizeRows({ rows: papers, columns, offsets, indices, values });

  /** Of the features that a paper shares with another, or of the terms among them: the share that is common. */
  function commonShare(paper: number): number {
    const [shared, common] = [
      [0, 0],
      [0, 0],
    ];
    forEachFeature(paper, (feature) => {
      if (frequency[feature]! < min) return;
      const kind = isTerm[feature]!;
      shared[kind]!++;
      if (frequency[feature]! > max) common[kind]!++;
    });
    const ofAll = (common[0]! + common[1]!) / Math.max(1, shared[0]! + shared[1]!);
    return Math.max(ofAll, common[1]! / Math.max(1, shared[1]!));
  }

  /** Visits the features of a paper once each, ascending, with the number of their occurrences. */
  function forEachFeature(paper: number, visit: (feature: number, count: number) => void): void {
    for (let from = ends[paper]!, to = from; from < ends[paper + 1]!; from = to) {
      const feature = features[from]!;
      while (to < ends[paper + 1]! && features[to] === feature) to++;
      visit(feature, to - from);
    }
  }
}

interface FeatureLists {
  /** Paper `i` owns places `offsets[i]` … `offsets[i + 1] − 1`. */
  readonly offsets: Int32Array;
  /** Numbers of its features, ascending, one for every occurrence. */
  readonly features: Int32Array;
  /** Per feature: 1 for a term. */
  readonly isTerm: Uint8Array;
}

function featureLists(corpus: Corpus): FeatureLists {
  const words = new WordNumbers();
  const numbers = new NumberedPairs();
  const { offsets: rows, term, source, found } = corpus.paperTerms;
  const offsets = new Int32Array(corpus.papers.length + 1);
  let features = new Int32Array(1024);
  let size = 0;
  let before = WORD;
  const add = (feature: number): void => {
    if (size === features.length) {
      const grown = new Int32Array(2 * size);
      grown.set(features);
      features = grown;
    }
    features[size++] = feature;
  };
  const visit = (word: number, adjacent: boolean): void => {
    add(numbers.numberOf(WORD, word));
    if (adjacent) add(numbers.numberOf(before, word));
    before = word;
  };
  corpus.papers.forEach((paper, i) => {
    const { title, abstract } = corpus.readableTexts?.get(i) ?? paper;
    words.read(title, visit);
    if (abstract !== undefined) words.read(abstract, visit);
    for (const keyword of paper.keywords ?? []) words.read(keyword, visit);
    for (let row = rows[i]!; row < rows[i + 1]!; row++) {
      const feature = numbers.numberOf(TERM, term[row]!);
      const from = source[row]!;
      for (let m = found.mentionOffsets[from]!; m < found.mentionOffsets[from + 1]!; m++) add(feature);
    }
    features.subarray(offsets[i], size).sort();
    offsets[i + 1] = size;
  });
  const isTerm = Uint8Array.from({ length: numbers.size }, (_, i) => (numbers.first(i) === TERM ? 1 : 0));
  return { offsets, features, isTerm };
}
