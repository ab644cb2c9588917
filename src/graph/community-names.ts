/**
 * A name for each community, from the terms that set it apart.
 */
import type { NodeKind } from "../contract/graph-document.ts";
import { nodeKind } from "../contract/graph-document.ts";
import type { Communities, Level } from "./communities.ts";
import type { Corpus } from "./corpus.ts";
import { logLikelihood } from "./log-likelihood.ts";
import { membersOf } from "./partition.ts";

export interface CommunityProfile {
  readonly label: string;
  /** Term numbers, most telling first. */
  readonly methods: readonly number[];
  readonly concepts: readonly number[];
}

const TOP = 8;

/** Profiles of the areas, then of the topics. */
export interface Profiles {
  readonly areas: readonly CommunityProfile[];
  readonly topics: readonly CommunityProfile[];
}

/** Areas choose first; a topic whose best words are taken goes on to its next ones, so no two names are alike. */
export function nameCommunities(corpus: Corpus, { areas, topics, apart }: Communities): Profiles {
  const used = new Set<string>();
  const name = (level: Level, apartHere?: number) =>
    membersOf(level.paper).map((papers, c) => {
      const telling = tellingTerms(corpus, papers);
      const ofKind = (kind: NodeKind) =>
        telling.filter((term) => nodeKind(corpus.terms[term]!.type) === kind).slice(0, TOP);
      const words = distinct(telling.map((term) => corpus.terms[term]!.term));
      const label = c === apartHere ? "Apart" : pickLabel(words, used, c);
      used.add(label);
      return { label, methods: ofKind("method"), concepts: ofKind("concept") };
    });
  return { areas: name(areas, apart), topics: name(topics) };
}

/** Terms that are more frequent inside than outside, by log-likelihood, best first. */
function tellingTerms(corpus: Corpus, papers: readonly number[]): number[] {
  const inside = new Map<number, number>();
  for (const paper of papers) {
    for (const { term } of corpus.paperTerms[paper]!) inside.set(term, (inside.get(term) ?? 0) + 1);
  }
  const rest = Math.max(1, corpus.papers.length - papers.length);
  return [...inside]
    .map(([term, count]) => {
      const outside = Math.max(0, corpus.terms[term]!.papers - count);
      return { term, score: logLikelihood(count, papers.length, outside, rest) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.term - b.term)
    .map(({ term }) => term);
}

function pickLabel(words: readonly string[], used: ReadonlySet<string>, c: number): string {
  for (let first = 0; first < words.length; first++) {
    const label = words
      .slice(first, first + 2)
      .map(capitalize)
      .join(" & ");
    if (!used.has(label)) return label;
  }
  return `Community ${c + 1}`;
}

/** Leaves out forms that repeat or contain an earlier one. */
function distinct(words: readonly string[]): string[] {
  const kept: string[] = [];
  for (const word of words) {
    const lower = word.toLowerCase();
    if (kept.some((other) => other.toLowerCase().includes(lower) || lower.includes(other.toLowerCase()))) continue;
    kept.push(word);
    if (kept.length === 12) break;
  }
  return kept;
}

function capitalize(term: string): string {
  const [first = ""] = term;
  return first.toUpperCase() + term.slice(first.length);
}
