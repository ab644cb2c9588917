/**
 * Groups that are one notion by other words are joined: the rarer one goes to the one of more papers. Every rule needs
 * both forms in the corpus; where words differ in meaning, too, the papers of both must be about the same.
 */
import { UnionFind } from "../../lib/union-find.ts";
import { compareCodePoints } from "../../lib/order.ts";
import { type CorpusMentions, firstMention } from "../choose/corpus-mentions.ts";
import { countVotes, decidedType } from "./type-votes.ts";
import { clippedParts, spellsOut } from "./clipped-names.ts";
import { JOIN_RULES } from "./grouping.ts";
import { cosine } from "../model/word-places.ts";
import { unit } from "../model/notions.ts";
import { usualKey } from "./word-spellings.ts";
import { type TwinRuleName, twinRules, type TwinFacts } from "./twin-rules.ts";

export interface TwinEvidence {
  /** Words of one stem that mean the same before a noun. */
  readonly sameWords: (word: string) => readonly string[];
  /** Where a paper stands: see `WordPlaces`. */
  readonly placeOf: (paper: number) => Float32Array;
}

interface Groups {
  readonly groupOf: Uint32Array;
  readonly rules: Uint8Array;
  readonly groups: readonly string[];
}

/** Cosine of the places of two groups' papers. */
const MIN_LIKENESS = 0.05;
/** What one paper calls so is rather a name of its own ("CodeGen"). */
const MIN_CLIPPED_PAPERS = 2;
/** … unless others are cut alike ("BatchNorm", "LayerNorm"). */
const MIN_CLIPPED_ALIKE = 2;
const MAX_PAPERS = 12;
const NAME_SHARE = 0.7;

/** Changes the groups of the mentions. @param order canonical order of the papers @returns what a group was joined to */
export function joinTwins(
  mentions: CorpusMentions,
  { groupOf, rules, groups }: Groups,
  order: readonly number[],
  { sameWords, placeOf }: TwinEvidence,
): (group: number) => number {
  const votes = countVotes(mentions, { groupOf, groups }, order);
  const inUse = groups.map((_, group) => group).filter((group) => votes.papers[group]! > 0);
  const byPapers = inUse.sort(
    (a, b) => votes.papers[b]! - votes.papers[a]! || compareCodePoints(groups[a]!, groups[b]!),
  );
  const numberOf = new Map(byPapers.map((group) => [groups[group]!, group]));
  const names = nameShares(mentions, groupOf, groups.length);
  const papersOf = groupPapers(mentions, groupOf, order, groups.length);
  const facts: TwinFacts = {
    typeOf: (key) => decidedType(votes, numberOf.get(key) ?? -1),
    isName: (key) => names[numberOf.get(key) ?? -1]! >= NAME_SHARE,
    areTogether: (key, other) => {
      const papers = new Set(papersOf(numberOf.get(key) ?? -1));
      return papersOf(numberOf.get(other) ?? -1).some((paper) => papers.has(paper));
    },
    sameWords,
  };
  // Numbered by rank, since a set goes by its smallest member.
  const rank = new Int32Array(groups.length).fill(-1);
  byPapers.forEach((group, r) => (rank[group] = r));
  const sets = new UnionFind(byPapers.length);
  const reason = new Map<number, TwinRuleName>();
  const places = new Map<number, Float32Array>();
  const placeOfGroup = (group: number): Float32Array => {
    let place = places.get(group);
    if (!place) places.set(group, (place = meanPlace(papersOf(group), placeOf)));
    return place;
  };
  const join = (a: number, b: number, rule: TwinRuleName) => {
    const rarer = Math.max(rank[a]!, rank[b]!);
    if (!reason.has(byPapers[rarer]!)) reason.set(byPapers[rarer]!, rule);
    sets.union(rank[a]!, rank[b]!);
  };
  for (const group of byPapers) {
    const key = groups[group]!;
    const words = key.split(" ");
    for (const { rule, needsLikeness, twins } of twinRules) {
      for (const twin of twins(key, words, facts)) {
        const other = numberOf.get(twin);
        if (other === undefined || other === group) continue;
        if (needsLikeness && cosine(placeOfGroup(group), placeOfGroup(other)) < MIN_LIKENESS) continue;
        join(group, other, rule);
      }
    }
  }
  for (const [group, other] of sameSpellings(groups, byPapers)) join(group, other, "spelling");
  const clipped = clippedPairs(mentions, groupOf, groups, byPapers).filter(
    ([group, other]) => decidedType(votes, group) === decidedType(votes, other),
  );
  for (const [group, other, last] of clipped) {
    const alike = clipped.filter((pair) => pair[2] === last).length;
    const papers = Math.min(votes.papers[group]!, votes.papers[other]!);
    if (papers >= MIN_CLIPPED_PAPERS || alike >= MIN_CLIPPED_ALIKE) join(group, other, "clipped");
  }

  // Groups that people make later have no rank.
  const roots = Int32Array.from(groups, (_, group) => (rank[group]! < 0 ? group : byPapers[sets.find(rank[group]!)]!));
  groupOf.forEach((group, m) => {
    const root = roots[group] ?? group;
    if (root === group) return;
    groupOf[m] = root;
    rules[m] = JOIN_RULES.indexOf(reason.get(group) ?? "word order");
  });
  return rootIn(roots);
}

/** Apart from where they are found: a function there would keep all that is known of the groups. */
function rootIn(roots: Int32Array): (group: number) => number {
  return (group) => roots[group] ?? group;
}

/** Per group: the share of its mentions in running text that begin with a capital. */
function nameShares(
  { formOf, texts, field, start, sentenceStart }: CorpusMentions,
  groupOf: Uint32Array,
  groups: number,
): Float64Array {
  const running = new Uint32Array(groups);
  const capital = new Uint32Array(groups);
  const sure = new Uint8Array(groups);
  formOf.forEach((form, m) => {
    const text = texts[form]!;
    const isInside = field[m] === 1 && start[m]! > sentenceStart[m]!;
    // Capitals behind the first letter do not come from the place.
    const isName = /^\S*(?:\p{Lu}|\d)/u.test(text.slice(1));
    if (!isInside && !isName) return;
    running[groupOf[m]!]!++;
    if (isName || /^\p{Lu}/u.test(text)) capital[groupOf[m]!]!++;
    if (isName) sure[groupOf[m]!] = 1;
  });
  return Float64Array.from(running, (times, group) =>
    times < (sure[group] === 1 ? 1 : 2) ? 0 : capital[group]! / times,
  );
}

/** Pairs of groups whose words are spelt in two ways, the one of more papers first. */
function sameSpellings(groups: readonly string[], byPapers: readonly number[]): (readonly [number, number])[] {
  const firstOf = new Map<string, number>();
  const pairs: (readonly [number, number])[] = [];
  for (const group of byPapers) {
    const key = usualKey(groups[group]!);
    const first = firstOf.get(key);
    if (first === undefined) firstOf.set(key, group);
    else pairs.push([first, group]);
  }
  return pairs;
}

/** Groups of clipped names with the only group that spells them out, and their last part. */
function clippedPairs(
  { formOf, texts }: CorpusMentions,
  groupOf: Uint32Array,
  groups: readonly string[],
  byPapers: readonly number[],
): (readonly [group: number, spelt: number, lastPart: string])[] {
  const clipped = new Map<number, string[]>();
  formOf.forEach((form, m) => {
    const parts = clippedParts(texts[form]!);
    if (parts.length > 0 && !clipped.has(groupOf[m]!)) clipped.set(groupOf[m]!, parts);
  });
  if (clipped.size === 0) return [];
  const byStart = new Map<string, number[]>();
  for (const group of byPapers) {
    if (!groups[group]!.includes(" ")) continue;
    const start = groups[group]!.slice(0, 3);
    byStart.set(start, [...(byStart.get(start) ?? []), group]);
  }
  return [...clipped].flatMap(([group, parts]) => {
    const spelt = (byStart.get(parts[0]!.slice(0, 3)) ?? []).filter((other) =>
      spellsOut(groups[other]!.split(" "), parts),
    );
    return spelt.length === 1 && spelt[0] !== group ? [[group, spelt[0]!, parts.at(-1)!] as const] : [];
  });
}

/** The papers of a group, the first ones in canonical order. */
function groupPapers(
  { ends }: CorpusMentions,
  groupOf: Uint32Array,
  order: readonly number[],
  groups: number,
): (group: number) => readonly number[] {
  let table: Int32Array | undefined;
  return (group) => {
    if (group < 0) return [];
    table ??= firstPapers(ends, groupOf, order, groups);
    const found: number[] = [];
    for (let at = group * MAX_PAPERS; at < (group + 1) * MAX_PAPERS && table[at]! >= 0; at++) found.push(table[at]!);
    return found;
  };
}

function firstPapers(ends: Uint32Array, groupOf: Uint32Array, order: readonly number[], groups: number): Int32Array {
  const table = new Int32Array(groups * MAX_PAPERS).fill(-1);
  const count = new Uint8Array(groups);
  for (const i of order) {
    for (let m = firstMention(ends, i); m < ends[i]!; m++) {
      const group = groupOf[m]!;
      const at = group * MAX_PAPERS + count[group]!;
      if (count[group]! >= MAX_PAPERS || (count[group]! > 0 && table[at - 1] === i)) continue;
      table[at] = i;
      count[group]!++;
    }
  }
  return table;
}

function meanPlace(papers: readonly number[], placeOf: (paper: number) => Float32Array): Float32Array {
  const [first, ...others] = papers.map(placeOf);
  const sum = Float32Array.from(first ?? []);
  for (const place of others) for (let d = 0; d < sum.length; d++) sum[d]! += place[d]!;
  return unit(sum);
}
