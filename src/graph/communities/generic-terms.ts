/**
 * Terms that any text of the corpus may have: "training data", "accuracy", "numerical simulations". They are told by two
 * signs together: their papers are spread over the topics as by chance, and hardly any paper is about them.
 */
import { type Corpus, termPapers } from "../corpus.ts";
import { communityCount } from "./partition.ts";

/** Fewer papers say nothing of a spread. */
const MIN_PAPERS = 4;
/** Fewer groups of papers: all terms are spread alike. */
const MIN_GROUPS = 3;
/** A few papers side by side may be chance: so many pairs of papers at the usual concentration are added to a term's. */
const PRIOR_PAIRS = 10;
const PRIOR = 0.3;
/** Largest salience, in the papers that are most about it, of a generic term that is spread as by chance. */
const MAX_SALIENCE = 0.6;
/** A term of this concentration is at home somewhere, however little its papers are about it. */
const AT_HOME = 0.4;
/** The papers that are most about a term: this share. What others say in passing says nothing of it. */
const TELLING_SHARE = 1 / 3;

/**
 * Per term 1 where it is generic.
 *
 * Concentration is the chance-corrected share of the pairs of its papers that are in one group (the idea of Morisita's
 * index, 1959, "Measuring of the dispersion of individuals", for groups of unlike sizes): 0 as by chance, 1 all in one.
 *
 * @param levels partitions of the papers, canonical; the one that a term is most concentrated in counts.
 */
export function genericTerms(corpus: Corpus, levels: readonly Int32Array[]): Uint8Array {
  const { offsets, papers, rows } = termPapers(corpus);
  const spreads = levels.filter((level) => communityCount(level) >= MIN_GROUPS).map((level) => new Spread(level));
  const generic = new Uint8Array(corpus.terms.length);
  if (spreads.length === 0) return generic;
  for (let term = 0; term < generic.length; term++) {
    const [from, to] = [offsets[term]!, offsets[term + 1]!];
    if (to - from < MIN_PAPERS) continue;
    const own = papers.subarray(from, to);
    const concentration = Math.max(...spreads.map((spread) => spread.concentration(own)));
    const salience = tellingSalience(corpus.paperTerms.salience, rows.subarray(from, to));
    if (salience < MAX_SALIENCE * (1 - concentration / AT_HOME)) generic[term] = 1;
  }
  return generic;
}

class Spread {
  readonly #level: Int32Array;
  readonly #counts: Int32Array;
  readonly #byChance: number;

  constructor(level: Int32Array) {
    this.#level = level;
    this.#counts = new Int32Array(communityCount(level));
    this.#byChance = this.#pairsTogether(level) / Math.max(1, level.length * (level.length - 1));
  }

  concentration(papers: Int32Array): number {
    const together = this.#pairsTogether(papers.map((paper) => this.#level[paper]!)) + PRIOR_PAIRS * PRIOR;
    const share = together / (papers.length * (papers.length - 1) + PRIOR_PAIRS);
    return (share - this.#byChance) / (1 - this.#byChance);
  }

  /** Ordered pairs of members of one group. */
  #pairsTogether(groups: Int32Array): number {
    let pairs = 0;
    for (const group of groups) pairs += 2 * this.#counts[group]!++;
    for (const group of groups) this.#counts[group] = 0;
    return pairs;
  }
}

/** Mean of the largest saliences of a term. */
function tellingSalience(salience: Float64Array, rows: Int32Array): number {
  const own = Float64Array.from(rows, (row) => salience[row]!).sort();
  const count = Math.ceil(own.length * TELLING_SHARE);
  let sum = 0;
  for (let i = own.length - count; i < own.length; i++) sum += own[i]!;
  return sum / count;
}
