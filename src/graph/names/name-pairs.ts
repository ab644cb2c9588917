/**
 * The terms of a name: one, or two that together say of more papers what they are about (coverage and discrimination as
 * in Mei, Shen & Zhai 2007, "Automatic labeling of multinomial topic models"; keyness: Scott 1997).
 */
import type { Aboutness } from "./aboutness.ts";
import { distinctiveness } from "./group-terms.ts";
import { power } from "../../lib/power.ts";

export interface NameCandidate {
  readonly term: number;
  /** Distinctiveness of the term alone, times its worth; above 0. */
  readonly score: number;
  /** What its kind is worth in a name. 0…1. */
  readonly worth: number;
}

export interface NameChoice {
  /** Places of the terms in the list of candidates, the better one first. */
  readonly places: readonly number[];
  readonly score: number;
  /** Share of the group's papers that have one of the terms themselves. */
  readonly coverage: number;
}

/** A pair's score has the scores of its two terms as factors, to this power: else two rare terms of a few papers win. */
const OWN_POWER = 0.4;
/** A second term must add this share to the papers that the first one tells. */
const MIN_GAIN = 0.25;

/**
 * Every candidate and every two of them, best first, ties in order. A pair is judged by the union of the two terms'
 * papers: a general term adds papers of other communities to it, so it wins only where it adds far more of the
 * community's own.
 *
 * @param isInside 1 for each paper of the group, at least one.
 */
export function nameChoices(
  candidates: readonly NameCandidate[],
  about: Aboutness,
  isInside: Uint8Array,
): readonly NameChoice[] {
  const size = candidates.length;
  const insideTotal = isInside.reduce((sum, inside) => sum + inside, 0);
  const outsideTotal = Math.max(1, isInside.length - insideTotal);
  const { inside, outside, own } = sharedPapers(candidates, about, isInside);
  const union = (shared: Float64Array, i: number, j: number) =>
    shared[i * size + i]! + (i === j ? 0 : shared[j * size + j]! - shared[Math.min(i, j) * size + Math.max(i, j)]!);
  const together = (i: number, j: number) =>
    distinctiveness(union(inside, i, j), insideTotal, Math.min(outsideTotal, union(outside, i, j)), outsideTotal);
  const choices: NameChoice[] = [];
  for (let i = 0; i < size; i++) {
    for (let j = i; j < size; j++) {
      const [a, b] = [candidates[i]!, candidates[j]!];
      const gain = union(inside, i, j) / Math.max(inside[i * size + i]!, inside[j * size + j]!) - 1;
      if (i !== j && gain < MIN_GAIN) continue;
      const score = together(i, j) * Math.sqrt(a.worth * b.worth) * power(a.score * b.score, OWN_POWER);
      choices.push({ places: i === j ? [i] : [i, j], score, coverage: union(own, i, j) / insideTotal });
    }
  }
  return choices.sort((a, b) => b.score - a.score);
}

interface Shared {
  /** Sums over papers of the group, and over others, of what they are about both terms: row i, column j ≥ i. */
  readonly inside: Float64Array;
  readonly outside: Float64Array;
  /** Papers of the group that have both terms themselves. */
  readonly own: Float64Array;
}

function sharedPapers(
  candidates: readonly NameCandidate[],
  { offsets, paper, weight, isOwn }: Aboutness,
  isInside: Uint8Array,
): Shared {
  const size = candidates.length;
  const [inside, outside, own] = [0, 1, 2].map(() => new Float64Array(size * size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const before = new Map<number, { readonly place: number; readonly at: number }[]>();
  candidates.forEach(({ term }, j) => {
    for (let at = offsets[term]!; at < offsets[term + 1]!; at++) {
      const here = before.get(paper[at]!) ?? [];
      here.push({ place: j, at });
      before.set(paper[at]!, here);
      const sums = isInside[paper[at]!] === 1 ? inside : outside;
      for (const other of here) {
        const cell = other.place * size + j;
        sums[cell]! += Math.min(weight[at]!, weight[other.at]!);
        if (sums === inside) own[cell]! += isOwn[at]! * isOwn[other.at]!;
      }
    }
  });
  return { inside, outside, own };
}
