/**
 * A name for each community, from its distinctive terms.
 */
import { nodeKind } from "../../contract/graph-document.ts";
import type { Hierarchy, Level } from "../communities/communities.ts";
import { type Corpus, termPapers } from "../corpus.ts";
import type { Identity } from "./match-communities.ts";
import { membersOf } from "../communities/partition.ts";
import type { DistinctiveTerm } from "./distinctive-pairs.ts";
import { distinctiveness, distinctivePairs } from "./distinctive-pairs.ts";
import { titleCase } from "./title-case.ts";

export interface CommunityProfile {
  readonly label: string;
  /** Term numbers, most distinctive first. */
  readonly methods: readonly number[];
  readonly concepts: readonly number[];
}

/** Profiles of both levels, by number. */
export interface Profiles {
  readonly communities: readonly CommunityProfile[];
  readonly topics: readonly CommunityProfile[];
}

/** Names come from this many of a community's most distinctive terms. */
const CANDIDATES = 30;
const TOP = 8;
/** "training-free method", "new framework": the head says nothing of the subject. */
const EMPTY_HEAD = /\b(?:methods?|approach(?:es)?|techniques?|frameworks?|strateg(?:y|ies)|results?|performance)$/i;

/**
 * Names of the previous build stay; then communities choose before topics. No new term leads two names of a level, and
 * no two names are alike.
 */
export function nameCommunities(
  corpus: Corpus,
  { communities, topics, unconnected }: Hierarchy,
  { communityIds, topicIds, keptLabels }: Identity,
): Profiles {
  const used = new Set([...keptLabels.values()].map(sameName));
  const { offsets, papers: papersByTerm } = termPapers(corpus);
  const papersOf = (term: number) => papersByTerm.subarray(offsets[term], offsets[term + 1]);
  const worth = Float64Array.from(corpus.terms, nameWorth);
  const inside = new Int32Array(corpus.terms.length);
  const isMethod = Uint8Array.from(corpus.terms, ({ type }) => (nodeKind(type) === "method" ? 1 : 0));
  const name = (level: Level, ids: Int32Array, unnamed?: number) => {
    const taken = new Set<number>();
    return membersOf(level.paper).map((papers, c): CommunityProfile => {
      const distinctive = distinctiveTerms(corpus, papers, worth, inside);
      const { terms, score } = distinctive;
      const candidates = () =>
        highest(distinctive, CANDIDATES).map((place) => {
          const term = terms[place]!;
          return { term, score: score[place]!, worth: worth[term]! };
        });
      const ofKind = (method: 0 | 1) =>
        highest(distinctive, TOP, (term) => isMethod[term] === method).map((place) => terms[place]!);
      const label =
        c === unnamed
          ? "Apart"
          : (keptLabels.get(ids[c]!) ?? chooseName(corpus, papers, candidates(), { taken, used, papersOf }));
      used.add(sameName(label));
      return { label, methods: ofKind(1), concepts: ofKind(0) };
    });
  };
  return { communities: name(communities, communityIds, unconnected), topics: name(topics, topicIds) };
}

interface DistinctiveTerms {
  /** In no particular order. */
  readonly terms: Int32Array;
  /** Above 0. */
  readonly score: Float64Array;
}

/** Terms that are more frequent inside than outside. @param inside a zero for each term; it is left so. */
function distinctiveTerms(
  { papers: all, terms, paperTerms: { offsets, term } }: Corpus,
  papers: readonly number[],
  worth: Float64Array,
  inside: Int32Array,
): DistinctiveTerms {
  const touched: number[] = [];
  for (const paper of papers) {
    for (let row = offsets[paper]!; row < offsets[paper + 1]!; row++)
      if (inside[term[row]!]!++ === 0) touched.push(term[row]!);
  }
  const rest = Math.max(1, all.length - papers.length);
  const found = new Int32Array(touched.length);
  const score = new Float64Array(touched.length);
  let size = 0;
  for (const t of touched) {
    const count = inside[t]!;
    inside[t] = 0;
    const outside = Math.max(0, terms[t]!.papers - count);
    const value = distinctiveness(count, papers.length, outside, rest) * worth[t]!;
    if (value <= 0) continue;
    found[size] = t;
    score[size++] = value;
  }
  return { terms: found.subarray(0, size), score: score.subarray(0, size) };
}

/** Places of the `limit` terms with the highest scores, highest first, ties by number. */
function highest(
  { terms, score }: DistinctiveTerms,
  limit: number,
  keep: (term: number) => boolean = () => true,
): number[] {
  const best: number[] = [];
  const isBefore = (a: number, b: number) => score[a]! > score[b]! || (score[a] === score[b] && terms[a]! < terms[b]!);
  for (let place = 0; place < terms.length; place++) {
    if (best.length === limit && !isBefore(place, best[limit - 1]!)) continue;
    if (!keep(terms[place]!)) continue;
    let hole = Math.min(best.length, limit - 1);
    for (; hole > 0 && isBefore(place, best[hole - 1]!); hole--) best[hole] = best[hole - 1]!;
    best[hole] = place;
  }
  return best;
}

/** What a kind of term is worth as a name, 0…1: a task or method of several words says most, a metric nothing. */
function nameWorth({ term: form, type }: Corpus["terms"][number]): number {
  const byType = { method: 1, task: 1, concept: 0.8, dataset: 0.3, metric: 0.1 }[type];
  return byType * (/[\s-]/.test(form) ? 1 : 0.6) * (EMPTY_HEAD.test(form) ? 0.3 : 1);
}

interface Chosen {
  /** Terms that already lead a name of this level. */
  readonly taken: Set<number>;
  readonly used: ReadonlySet<string>;
  readonly papersOf: (term: number) => Int32Array;
}

/** The best free pair; a single term where no other goes with it. */
function chooseName(
  corpus: Corpus,
  papers: readonly number[],
  candidates: readonly DistinctiveTerm[],
  { taken, used, papersOf }: Chosen,
): string {
  const free = candidates.filter(({ term }) => !taken.has(term));
  const isInside = new Uint8Array(corpus.papers.length);
  for (const paper of papers) isInside[paper] = 1;
  const form = (place: number) => corpus.terms[free[place]!.term]!.term;
  const stemsOf = free.map((_, place) => stems(form(place)));
  const pairs = distinctivePairs(free, papersOf, isInside).filter(([a, b]) => !alike(stemsOf[a]!, stemsOf[b]!));
  for (const places of [...pairs, ...free.map((_, place) => [place])]) {
    const label = places.map((place) => titleCase(form(place))).join(" & ");
    if (used.has(sameName(label))) continue;
    for (const place of places) taken.add(free[place]!.term);
    return label;
  }
  return fallbackName(corpus, papers, used);
}

/** Terms are few or all taken: the title of the first paper. */
function fallbackName(corpus: Corpus, papers: readonly number[], used: ReadonlySet<string>): string {
  const words = corpus.papers[papers[0]!]!.title.split(/\s+/).slice(0, 6).join(" ");
  const base = words === "" ? "Untitled" : words;
  let label = base;
  for (let number = 2; used.has(sameName(label)); number++) label = `${base} (${number})`;
  return label;
}

/** Equal for names that differ in order or case only. */
function sameName(label: string): string {
  return label.toLowerCase().split(" & ").sort().join(" & ");
}

/** Two forms that share the beginning of a word would repeat each other in one name. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const stem of a) if (b.has(stem)) return true;
  return false;
}

/** The beginnings of a form's words. */
function stems(form: string): Set<string> {
  return new Set(
    form
      .toLowerCase()
      .split(/[\s-]+/)
      .map((word) => word.slice(0, 5)),
  );
}
