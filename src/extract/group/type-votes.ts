/**
 * What the mentions of a group say of its type: every paper has one vote, spread over the five types.
 */
import { TERM_TYPES } from "../../contract/graph-document.ts";
import { softmaxInPlace } from "../../lib/softmax.ts";
import { type CorpusMentions, firstMention, Origin } from "../choose/corpus-mentions.ts";
import type { Grouping } from "./grouping.ts";
import { TYPES } from "../tag/tagged-shard.ts";

export interface TypeVotes {
  /** Per group: papers with a mention of it, mentions; those with scores vote. */
  readonly papers: Uint32Array;
  readonly count: Uint32Array;
  /** Papers in which a mention was chosen, not only found by its form. */
  readonly users: Uint32Array;
  /** Per group `TYPES` shares, in the order of `TERM_TYPES`; they sum to the papers that vote. */
  readonly shares: Float64Array;
}

/** What a paper calls by its kind ("the X dataset") counts as much as the guesses of so many. */
const CALLED_WEIGHT = 3;
/** Place in `TERM_TYPES` by `KindCue`. */
const TYPE_OF_CUE = [
  0,
  TERM_TYPES.indexOf("dataset"),
  TERM_TYPES.indexOf("metric"),
  TERM_TYPES.indexOf("method"),
] as const;

/** @param order canonical order of the papers: sums of fractions depend on it */
export function countVotes(
  { ends, chosenEnds, types, origin, kind }: CorpusMentions,
  { groupOf, groups }: Pick<Grouping, "groupOf" | "groups">,
  order: readonly number[],
): TypeVotes {
  const papers = new Uint32Array(groups.length);
  const count = new Uint32Array(groups.length);
  const users = new Uint32Array(groups.length);
  const shares = new Float64Array(groups.length * TYPES);
  // Of the paper at hand: its groups in the order of first mention, their mentions and summed scores.
  const own: number[] = [];
  const times = new Uint16Array(groups.length);
  const scored = new Uint16Array(groups.length);
  const sums = new Float64Array(groups.length * TYPES);
  const vote = new Float64Array(TYPES);
  /** Per group: 1 + place in `TERM_TYPES` of what the paper at hand calls it; 0 where it does not. */
  const called = new Uint8Array(groups.length);
  for (const i of order) {
    own.length = 0;
    let chosen = firstMention(chosenEnds, i) - 1;
    for (let m = firstMention(ends, i); m < ends[i]!; m++) {
      if (origin[m] === Origin.Withdrawn) continue;
      const group = groupOf[m]!;
      if (times[group]!++ === 0) own.push(group);
      if (origin[m] !== Origin.Chosen) continue;
      chosen++;
      scored[group]!++;
      if (kind[m]! > 0) called[group] = 1 + TYPE_OF_CUE[kind[m]!]!;
      for (let t = 0; t < TYPES; t++) sums[group * TYPES + t]! += types[chosen * TYPES + t]!;
    }
    for (const group of own) {
      const at = group * TYPES;
      papers[group]!++;
      count[group]! += times[group]!;
      times[group] = 0;
      if (scored[group] === 0) continue;
      users[group]!++;
      if (called[group]! > 0) {
        shares[at + called[group]! - 1]! += CALLED_WEIGHT;
        called[group] = 0;
        scored[group] = 0;
        sums.fill(0, at, at + TYPES);
        continue;
      }
      // Mentions of one paper are evidence, though not independent.
      const weight = Math.sqrt(scored[group]!);
      for (let t = 0; t < TYPES; t++) vote[t] = sums[at + t]! / weight;
      softmaxInPlace(vote);
      for (let t = 0; t < TYPES; t++) shares[at + t]! += vote[t]!;
      scored[group] = 0;
      sums.fill(0, at, at + TYPES);
    }
  }
  return { papers, count, users, shares };
}

/** Place of the type in `TERM_TYPES`: a method only by majority; otherwise the strongest of the four kinds of concept. */
export function decidedType({ shares }: TypeVotes, group: number): number {
  const at = group * TYPES;
  if (shares[at]! > totalVotes(shares, group) / 2) return 0;
  let best = 1;
  for (let t = 2; t < TYPES; t++) if (shares[at + t]! > shares[at + best]!) best = t;
  return best;
}

/** Share of the votes that a type has, 0…1. */
export function voteShare({ shares }: TypeVotes, group: number, type: number): number {
  return shares[group * TYPES + type]! / totalVotes(shares, group);
}

function totalVotes(shares: Float64Array, group: number): number {
  let total = 0;
  for (let t = 0; t < TYPES; t++) total += shares[group * TYPES + t]!;
  return total || 1;
}
