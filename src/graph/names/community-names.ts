/**
 * A name for each community, from its distinctive terms.
 */
import type { NodeKind } from "../../contract/graph-document.ts";
import { nodeKind } from "../../contract/graph-document.ts";
import type { Hierarchy, Level } from "../communities/communities.ts";
import { type Corpus, papersOfTerms } from "../corpus.ts";
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
  const papersOf = papersOfTerms(corpus);
  const name = (level: Level, ids: Int32Array, unnamed?: number) => {
    const taken = new Set<number>();
    return membersOf(level.paper).map((papers, c): CommunityProfile => {
      const distinctive = distinctiveTerms(corpus, papers);
      const ofKind = (kind: NodeKind) =>
        distinctive
          .map(({ term }) => term)
          .filter((term) => nodeKind(corpus.terms[term]!.type) === kind)
          .slice(0, TOP);
      const label =
        c === unnamed
          ? "Apart"
          : (keptLabels.get(ids[c]!) ??
            chooseName(corpus, papers, distinctive.slice(0, CANDIDATES), { taken, used, papersOf }));
      used.add(sameName(label));
      return { label, methods: ofKind("method"), concepts: ofKind("concept") };
    });
  };
  return { communities: name(communities, communityIds, unconnected), topics: name(topics, topicIds) };
}

/** Terms that are more frequent inside than outside, most distinctive first. */
function distinctiveTerms(corpus: Corpus, papers: readonly number[]): DistinctiveTerm[] {
  const inside = new Map<number, number>();
  for (const paper of papers) {
    for (const { term } of corpus.paperTerms[paper]!) inside.set(term, (inside.get(term) ?? 0) + 1);
  }
  const rest = Math.max(1, corpus.papers.length - papers.length);
  return [...inside]
    .map(([term, count]) => {
      const outside = Math.max(0, corpus.terms[term]!.papers - count);
      const worth = nameWorth(corpus, term);
      return { term, worth, score: distinctiveness(count, papers.length, outside, rest) * worth };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.term - b.term);
}

/** What a kind of term is worth as a name, 0…1: a task or method of several words says most, a metric nothing. */
function nameWorth(corpus: Corpus, term: number): number {
  const { term: form, type } = corpus.terms[term]!;
  const byType = { method: 1, task: 1, concept: 0.8, dataset: 0.3, metric: 0.1 }[type];
  return byType * (/[\s-]/.test(form) ? 1 : 0.6) * (EMPTY_HEAD.test(form) ? 0.3 : 1);
}

interface Chosen {
  /** Terms that already lead a name of this level. */
  readonly taken: Set<number>;
  readonly used: ReadonlySet<string>;
  readonly papersOf: readonly Int32Array[];
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
  const pairs = distinctivePairs(free, papersOf, isInside).filter(([a, b]) => !alike(form(a), form(b)));
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
function alike(a: string, b: string): boolean {
  const stems = (form: string) =>
    form
      .toLowerCase()
      .split(/[\s-]+/)
      .map((word) => word.slice(0, 5));
  const others = new Set(stems(b));
  return stems(a).some((stem) => others.has(stem));
}
