/**
 * Term–term edges: what occurs together, and what is a kind of what.
 */
import type { RelationEdge, RelationEvidence } from "../../contract/graph-document.ts";
import type { PaperTerm } from "../../domain/term.ts";
import { roundTo } from "../../lib/order.ts";
import type { GraphConfig } from "../config.ts";
import { type Corpus, papersOfTerms } from "../corpus.ts";
import { broaderTerms } from "./broader-terms.ts";

const MAX_EVIDENCE = 3;

/** @returns `cooccurs` and `is_a` edges, by their two terms, then by kind. */
export function termRelations(corpus: Corpus, config: GraphConfig): RelationEdge[] {
  const papersOf = papersOfTerms(corpus);
  const shared = sharedPapers(corpus, papersOf, config.minRelationPapers);
  const cooccurs = strongest(corpus, shared, config);
  const isA = broaderTerms(corpus.terms.map((term) => term.term)).map(({ narrower, broader, share }) => {
    const source = Math.min(narrower, broader);
    const target = Math.max(narrower, broader);
    const ofBroader = new Set(papersOf[broader]);
    const papers = Array.from(papersOf[narrower]!).filter((paper) => ofBroader.has(paper));
    return {
      ...ends(source, target),
      kind: "is_a" as const,
      narrower: `t${narrower}`,
      papers: papers.length,
      npmi: roundTo(
        npmi(papers.length, corpus.terms[source]!.papers, corpus.terms[target]!.papers, corpus.papers.length),
        4,
      ),
      weight: roundTo(share, 4),
      // The name of the narrower term holds the broader one: any sentence with it will do where no paper names both.
      evidence:
        papers.length > 0
          ? evidenceOf(corpus, papers, source, target)
          : firstSentence(corpus, mostSalient(corpus, papersOf[narrower]!, narrower), narrower),
    };
  });
  const maxStrength = cooccurs.reduce((max, edge) => Math.max(max, edge.strength), 0);
  const together = cooccurs.map(({ source, target, papers, npmi: value, strength }) => ({
    ...ends(source, target),
    kind: "cooccurs" as const,
    papers: papers.length,
    npmi: roundTo(value, 4),
    weight: roundTo(strength / maxStrength, 4),
    evidence: evidenceOf(corpus, papers, source, target),
  }));
  return [...together, ...isA].sort(
    (a, b) =>
      nodeNumber(a.source) - nodeNumber(b.source) ||
      nodeNumber(a.target) - nodeNumber(b.target) ||
      (a.kind < b.kind ? -1 : 1),
  );
}

function nodeNumber(node: string): number {
  return Number(node.slice(1));
}

/**
 * Normalised pointwise mutual information over papers, −1 (never together) … 0 (independent) … 1 (always together):
 * ln(p(a,b) / p(a)p(b)) / −ln p(a,b). Bouma 2009, "Normalized (pointwise) mutual information in collocation extraction".
 */
export function npmi(together: number, a: number, b: number, total: number): number {
  if (together === 0 || a === 0 || b === 0) return -1;
  if (together === total) return 1;
  const value = Math.log((together * total) / (a * b)) / -Math.log(together / total);
  return Math.max(-1, Math.min(1, value));
}

/**
 * Association strength: papers together over what chance would give, up to a constant factor.
 * van Eck & Waltman 2009, "How to normalize cooccurrence data?".
 */
export function associationStrength(together: number, a: number, b: number): number {
  return together / (a * b);
}

interface Pair {
  readonly source: number;
  readonly target: number;
  readonly papers: readonly number[];
}

/** Pairs of terms with at least `min` papers in common; papers ascending. */
function sharedPapers(corpus: Corpus, papersOf: readonly Int32Array[], min: number): Pair[] {
  const termsOf = corpus.paperTerms.map((entries) =>
    entries
      .map(({ term }) => term)
      .filter((term) => papersOf[term]!.length >= min)
      .sort((a, b) => a - b),
  );
  const pairs: Pair[] = [];
  // One term at a time: memory stays that of one term's partners.
  papersOf.forEach((papers, source) => {
    if (papers.length < min) return;
    const partners = new Map<number, number[]>();
    for (const paper of papers) {
      for (const target of termsOf[paper]!) {
        if (target <= source) continue;
        const list = partners.get(target);
        if (list) list.push(paper);
        else partners.set(target, [paper]);
      }
    }
    for (const [target, both] of partners) if (both.length >= min) pairs.push({ source, target, papers: both });
  });
  return pairs;
}

interface ScoredPair extends Pair {
  /** −1…1. */
  readonly npmi: number;
  /** Association strength; above 0. */
  readonly strength: number;
}

/** Prunes by evidence: npmi, and the strongest few per term. */
function strongest(corpus: Corpus, pairs: readonly Pair[], config: GraphConfig): ScoredPair[] {
  const frequency = corpus.terms.map((term) => term.papers);
  const scored = pairs
    .map((pair) => {
      const a = frequency[pair.source]!;
      const b = frequency[pair.target]!;
      const together = pair.papers.length;
      return {
        ...pair,
        npmi: npmi(together, a, b, corpus.papers.length),
        strength: associationStrength(together, a, b),
      };
    })
    .filter((pair) => pair.npmi >= config.minNpmi);
  const rank = (pair: ScoredPair) => pair.npmi * Math.log(1 + pair.papers.length);
  const order = [...scored].sort((a, b) => rank(b) - rank(a) || a.source - b.source || a.target - b.target);
  const kept = new Int32Array(corpus.terms.length);
  return order.filter(({ source, target }) => {
    const keep = kept[source]! < config.relationsPerTerm || kept[target]! < config.relationsPerTerm;
    if (keep) {
      kept[source]!++;
      kept[target]!++;
    }
    return keep;
  });
}

/** Papers that name both terms in one sentence come first; if none does, the sentences of both in the first paper. */
function evidenceOf(corpus: Corpus, papers: readonly number[], a: number, b: number): RelationEvidence[] {
  const evidence = papers.map((paper) => commonSentence(corpus, paper, a, b));
  const withSentence = evidence.filter((item) => item.sentence !== undefined);
  const without = evidence.filter((item) => item.sentence === undefined);
  const [first] = papers;
  const separate =
    withSentence.length > 0 || first === undefined
      ? []
      : [...firstSentence(corpus, first, a), ...firstSentence(corpus, first, b)];
  const rest = separate.length > 0 ? without.slice(1) : without;
  return [...withSentence, ...separate, ...rest].slice(0, MAX_EVIDENCE);
}

/** Where a term first stands in a paper. */
function firstSentence(corpus: Corpus, paper: number | undefined, term: number): RelationEvidence[] {
  const mention = paper === undefined ? undefined : mentionsOf(corpus, paper, term)[0];
  if (mention === undefined) return [];
  const { field, sentence } = mention;
  return [{ paper: `p${paper}`, field, sentence: [sentence.start, sentence.end] }];
}

/** Of some papers (ascending) the one with the largest salience of a term; ties go to the first. */
function mostSalient(corpus: Corpus, papers: ArrayLike<number>, term: number): number | undefined {
  const salience = (paper: number) => corpus.paperTerms[paper]!.find((entry) => entry.term === term)?.salience ?? 0;
  return Array.from(papers).sort((a, b) => salience(b) - salience(a) || a - b)[0];
}

function mentionsOf(corpus: Corpus, paper: number, term: number): PaperTerm["mentions"] {
  return corpus.paperTerms[paper]!.find((entry) => entry.term === term)?.mentions ?? [];
}

function commonSentence(corpus: Corpus, paper: number, a: number, b: number): RelationEvidence {
  const others = mentionsOf(corpus, paper, b);
  for (const { field, sentence } of mentionsOf(corpus, paper, a)) {
    if (others.some((other) => other.field === field && other.sentence.start === sentence.start)) {
      return { paper: `p${paper}`, field, sentence: [sentence.start, sentence.end] };
    }
  }
  return { paper: `p${paper}` };
}

function ends(source: number, target: number): { source: string; target: string } {
  return { source: `t${source}`, target: `t${target}` };
}
