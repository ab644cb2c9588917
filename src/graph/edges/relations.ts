/**
 * Term–term edges: what occurs together, and what is a kind of what.
 */
import type { RelationEdge, RelationEvidence } from "../../contract/graph-document.ts";
import type { PaperTerm } from "../../domain/term.ts";
import { roundTo } from "../../lib/order.ts";
import type { GraphConfig } from "../config.ts";
import type { Corpus } from "../corpus.ts";
import type { Narrowing } from "./broader-terms.ts";
import { npmi, strongestPairs } from "./cooccurrence.ts";
import { forEachShared, type TermPapers, termPapers } from "./term-papers.ts";

const MAX_EVIDENCE = 3;

/** @returns `cooccurs` and `is_a` edges, by their two terms, then by kind. */
export function termRelations(corpus: Corpus, narrowings: readonly Narrowing[], config: GraphConfig): RelationEdge[] {
  const papersOf = termPapers(corpus);
  const pairs = strongestPairs(
    corpus,
    papersOf.map(({ papers }) => papers),
    config,
  );
  const maxStrength = pairs.reduce((max, pair) => Math.max(max, pair.strength), 0);
  const edges = [
    ...pairs.map(({ source, target, papers, npmi: value, strength }) => ({
      source,
      target,
      edge: {
        ...ends(source, target),
        kind: "cooccurs" as const,
        papers,
        npmi: roundTo(value, 4),
        weight: roundTo(strength / maxStrength, 4),
        evidence: evidenceOf(papersOf[source]!, papersOf[target]!),
      },
    })),
    ...narrowings.map((narrowing) => isA(corpus, papersOf, narrowing)),
  ];
  return edges
    .sort((a, b) => a.source - b.source || a.target - b.target || (a.edge.kind < b.edge.kind ? -1 : 1))
    .map(({ edge }) => edge);
}

interface NumberedEdge {
  readonly source: number;
  readonly target: number;
  readonly edge: RelationEdge;
}

function isA(corpus: Corpus, papersOf: readonly TermPapers[], { narrower, broader, share }: Narrowing): NumberedEdge {
  const source = Math.min(narrower, broader);
  const target = Math.max(narrower, broader);
  let papers = 0;
  forEachShared(papersOf[source]!, papersOf[target]!, () => ++papers > 0);
  const value = npmi(papers, corpus.terms[source]!.papers, corpus.terms[target]!.papers, corpus.papers.length);
  const edge: RelationEdge = {
    ...ends(source, target),
    kind: "is_a",
    narrower: `t${narrower}`,
    papers,
    npmi: roundTo(value, 4),
    weight: roundTo(share, 4),
    // The name of the narrower term holds the broader one: any sentence with it will do where no paper names both.
    evidence:
      papers > 0 ? evidenceOf(papersOf[source]!, papersOf[target]!) : sentenceOfMostSalient(papersOf[narrower]!),
  };
  return { source, target, edge };
}

/** Papers that name both terms in one sentence come first; if none does, the sentences of both in the first paper. */
function evidenceOf(a: TermPapers, b: TermPapers): RelationEvidence[] {
  const together: RelationEvidence[] = [];
  const without: RelationEvidence[] = [];
  const separate: RelationEvidence[] = [];
  forEachShared(a, b, (paper, inA, inB) => {
    const common = commonSentence(paper, inA, inB);
    if (common !== undefined) together.push(common);
    else if (without.length < MAX_EVIDENCE) {
      if (without.length === 0) separate.push(...firstSentence(paper, inA), ...firstSentence(paper, inB));
      without.push({ paper: `p${paper}` });
    }
    return together.length < MAX_EVIDENCE;
  });
  if (together.length > 0) return [...together, ...without].slice(0, MAX_EVIDENCE);
  return [...separate, ...(separate.length > 0 ? without.slice(1) : without)].slice(0, MAX_EVIDENCE);
}

function commonSentence(paper: number, a: PaperTerm, b: PaperTerm): RelationEvidence | undefined {
  for (const { field, sentence } of a.mentions) {
    for (const other of b.mentions) {
      if (other.field === field && other.sentence.start === sentence.start)
        return { paper: `p${paper}`, field, sentence: [sentence.start, sentence.end] };
    }
  }
  return undefined;
}

/** Where a term first stands in a paper. */
function firstSentence(paper: number, { mentions }: PaperTerm): RelationEvidence[] {
  const [mention] = mentions;
  if (mention === undefined) return [];
  const { field, sentence } = mention;
  return [{ paper: `p${paper}`, field, sentence: [sentence.start, sentence.end] }];
}

/** Of a term's papers the one in which its salience is largest; ties go to the first. */
function sentenceOfMostSalient({ papers, entries }: TermPapers): RelationEvidence[] {
  let best = -1;
  entries.forEach((entry, i) => {
    if (best < 0 || entry.salience > entries[best]!.salience) best = i;
  });
  return best < 0 ? [] : firstSentence(papers[best]!, entries[best]!);
}

function ends(source: number, target: number): { source: string; target: string } {
  return { source: `t${source}`, target: `t${target}` };
}
