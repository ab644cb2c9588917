/**
 * Which terms tell a group of papers from the others: those that its papers are about, and papers elsewhere are not.
 */
import type { Aboutness } from "./aboutness.ts";
import { logLikelihood } from "../log-likelihood.ts";
import { power } from "../../lib/power.ts";

export interface GroupTerms {
  /** In no particular order. */
  readonly terms: Int32Array;
  /** Above 0. */
  readonly score: Float64Array;
  /** Papers of the group that have the term itself. */
  readonly papers: Int32Array;
}

/**
 * How distinctive a set of papers is for a community when it holds `inside` of its papers and `outside` of the others:
 * log-likelihood (Dunning 1993) times the share of its papers that are inside, evened out by size; so what all
 * communities have cannot win by sheer number.
 */
export function distinctiveness(inside: number, insideTotal: number, outside: number, outsideTotal: number): number {
  const share = inside / insideTotal;
  return (logLikelihood(inside, insideTotal, outside, outsideTotal) * share) / (share + outside / outsideTotal);
}

/** Adds up, group by group, how much papers are about terms. */
export class GroupCounts {
  readonly #about: Aboutness;
  readonly #weight: Float64Array;
  readonly #own: Int32Array;

  constructor(about: Aboutness) {
    this.#about = about;
    this.#weight = new Float64Array(about.total.length);
    this.#own = new Int32Array(about.total.length);
  }

  /** The terms of some papers, each once, with their sums. */
  of(papers: readonly number[]): { terms: Int32Array; weight: Float64Array; own: Int32Array } {
    const { byPaper, weight, isOwn } = this.#about;
    const touched: number[] = [];
    for (const paper of papers) {
      for (let row = byPaper.offsets[paper]!; row < byPaper.offsets[paper + 1]!; row++) {
        const term = byPaper.term[row]!;
        if (this.#weight[term] === 0) touched.push(term);
        this.#weight[term]! += weight[byPaper.place[row]!]!;
        this.#own[term]! += isOwn[byPaper.place[row]!]!;
      }
    }
    const found = {
      terms: Int32Array.from(touched),
      weight: Float64Array.from(touched, (term) => this.#weight[term]!),
      own: Int32Array.from(touched, (term) => this.#own[term]!),
    };
    for (const term of touched) this.#weight[term] = this.#own[term] = 0;
    return found;
  }
}

/** What a group is told from. */
export interface Contrast {
  /** Papers of it, the group's own among them. */
  readonly papers: number;
  /** Per term: sum of what they are about it. */
  readonly total: ArrayLike<number>;
}

/**
 * Terms that a group is more about than what it is told from. A part of a community is told from the corpus *and* from
 * the community (Treeratpituk & Callan 2006, "Automatically labeling hierarchical clusters"): the geometric mean of both.
 *
 * @param worth per term, 0…1: 0 leaves it out.
 */
export function groupTerms(
  counts: GroupCounts,
  papers: readonly number[],
  contrasts: readonly Contrast[],
  worth: Float64Array,
): GroupTerms {
  const { terms, weight, own } = counts.of(papers);
  const kept: number[] = [];
  const score: number[] = [];
  terms.forEach((term, i) => {
    if (worth[term] === 0 || own[i] === 0) return;
    let product = 1;
    for (const contrast of contrasts) {
      const rest = Math.max(1, contrast.papers - papers.length);
      const outside = Math.max(0, contrast.total[term]! - weight[i]!);
      product *= Math.max(0, distinctiveness(weight[i]!, papers.length, Math.min(outside, rest), rest));
    }
    const value = power(product, 1 / contrasts.length) * worth[term]!;
    if (value <= 0) return;
    kept.push(i);
    score.push(value);
  });
  return {
    terms: Int32Array.from(kept, (i) => terms[i]!),
    score: Float64Array.from(score),
    papers: Int32Array.from(kept, (i) => own[i]!),
  };
}

/** Places of the `limit` terms with the highest scores, highest first, ties by number. */
export function highest(
  { terms, score }: GroupTerms,
  limit: number,
  keep: (place: number) => boolean = () => true,
): number[] {
  const best: number[] = [];
  const isBefore = (a: number, b: number) => score[a]! > score[b]! || (score[a] === score[b] && terms[a]! < terms[b]!);
  for (let place = 0; place < terms.length; place++) {
    if (best.length === limit && !isBefore(place, best[limit - 1]!)) continue;
    if (!keep(place)) continue;
    let hole = Math.min(best.length, limit - 1);
    for (; hole > 0 && isBefore(place, best[hole - 1]!); hole--) best[hole] = best[hole - 1]!;
    best[hole] = place;
  }
  return best;
}
