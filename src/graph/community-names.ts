/**
 * A name for each community, from the terms that set it apart.
 */
import { nodeKind } from "../contract/graph-document.ts";
import { compareCodePoints } from "../lib/order.ts";
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

export function nameCommunities(
  corpus: Corpus,
  paperCommunity: Int32Array,
  apart: number | undefined,
): CommunityProfile[] {
  const members = membersOf(paperCommunity);
  const total = corpus.papers.length;
  const used = new Set<string>();
  return members.map((papers, c) => {
    const inside = new Map<number, number>();
    for (const paper of papers) {
      for (const { term } of corpus.paperTerms[paper]!) inside.set(term, (inside.get(term) ?? 0) + 1);
    }
    const telling = [...inside]
      .map(([term, count]) => {
        const outside = corpus.terms[term]!.papers - count;
        return {
          term,
          score: logLikelihood(count, papers.length, Math.max(0, outside), Math.max(total - papers.length, 1)),
        };
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.term - b.term)
      .map(({ term }) => term);
    const ofKind = (kind: string) =>
      telling.filter((term) => nodeKind(corpus.terms[term]!.type) === kind).slice(0, TOP);
    const words = distinct(telling.map((term) => corpus.terms[term]!.term));
    const label = c === apart ? "Apart" : pickLabel(words, used, c);
    used.add(label);
    return { label, methods: ofKind("method"), concepts: ofKind("concept") };
  });
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

export function byTerm(corpus: Corpus): (a: number, b: number) => number {
  return (a, b) => compareCodePoints(corpus.terms[a]!.term, corpus.terms[b]!.term);
}
