/**
 * Term–term edges: what occurs together, and what is a kind of what.
 */
import type { RelationEdge, RelationEvidence } from "../../contract/graph-document.ts";
import { TEXT_FIELDS } from "../../domain/paper-terms.ts";
import type { MentionColumns } from "../../domain/term.ts";
import { roundTo } from "../../lib/order.ts";
import type { GraphConfig } from "../config.ts";
import { type Corpus, type PaperTerms, termPapers, type TermPapers } from "../corpus.ts";
import type { Narrowing } from "./broader-terms.ts";
import { npmi, strongestPairs } from "./cooccurrence.ts";
import { forEachShared } from "./shared-papers.ts";

const MAX_EVIDENCE = 3;

/** @returns `cooccurs` and `is_a` edges, by the smaller and the larger number of their two terms, then by kind. */
export function termRelations(corpus: Corpus, narrowings: readonly Narrowing[], config: GraphConfig): RelationEdge[] {
  const papersOf = termPapers(corpus);
  const pairs = strongestPairs(corpus, papersOf, config);
  const maxStrength = pairs.strength.reduce((max, strength) => Math.max(max, strength), 0);
  const kinds = narrowings.toSorted((a, b) => lowOf(a) - lowOf(b) || highOf(a) - highOf(b));
  const edges: RelationEdge[] = [];
  let next = 0;
  for (let i = 0; i < pairs.source.length; i++) {
    const [source, target] = [pairs.source[i]!, pairs.target[i]!];
    for (; next < kinds.length && isBefore(kinds[next]!, source, target); next++)
      edges.push(isA(corpus, papersOf, kinds[next]!));
    edges.push({
      ...ends(source, target),
      kind: "cooccurs",
      papers: pairs.papers[i]!,
      npmi: roundTo(pairs.npmi[i]!, 4),
      weight: roundTo(pairs.strength[i]! / maxStrength, 4),
      evidence: evidenceOf(corpus, papersOf, source, target),
    });
  }
  for (; next < kinds.length; next++) edges.push(isA(corpus, papersOf, kinds[next]!));
  return edges;
}

const lowOf = ({ narrower, broader }: Narrowing) => Math.min(narrower, broader);
const highOf = ({ narrower, broader }: Narrowing) => Math.max(narrower, broader);

/** Of the same two terms `cooccurs` comes first. */
function isBefore(narrowing: Narrowing, source: number, target: number): boolean {
  return lowOf(narrowing) < source || (lowOf(narrowing) === source && highOf(narrowing) < target);
}

function isA(corpus: Corpus, papersOf: TermPapers, narrowing: Narrowing): RelationEdge {
  const { narrower, broader } = narrowing;
  let papers = 0;
  forEachShared(papersOf, narrower, broader, () => ++papers > 0);
  const value = npmi(papers, corpus.terms[narrower]!.papers, corpus.terms[broader]!.papers, corpus.papers.length);
  return {
    ...ends(narrower, broader),
    kind: "is_a",
    narrower: `t${narrower}`,
    papers,
    npmi: roundTo(value, 4),
    weight: roundTo(narrowing.share, 4),
    // The name of the narrower term holds the broader one: any sentence with it will do where no paper names both.
    evidence:
      papers > 0
        ? // The smaller number first, as for `cooccurs`: the same two terms have the same sentences in the same order.
          evidenceOf(corpus, papersOf, lowOf(narrowing), highOf(narrowing))
        : sentenceOfMostSalient(corpus, papersOf, narrower),
  };
}

/** Papers that name both terms in one sentence come first; if none does, the sentences of both in the first paper. */
function evidenceOf({ paperTerms }: Corpus, papersOf: TermPapers, a: number, b: number): RelationEvidence[] {
  const together: RelationEvidence[] = [];
  const without: RelationEvidence[] = [];
  const separate: RelationEvidence[] = [];
  forEachShared(papersOf, a, b, (paper, rowOfA, rowOfB) => {
    const common = commonSentence(paper, paperTerms, rowOfA, rowOfB);
    if (common !== undefined) together.push(common);
    else if (without.length < MAX_EVIDENCE) {
      if (without.length === 0)
        separate.push(...firstSentence(paper, paperTerms, rowOfA), ...firstSentence(paper, paperTerms, rowOfB));
      without.push({ paper: `p${paper}` });
    }
    return together.length < MAX_EVIDENCE;
  });
  if (together.length > 0) return [...together, ...without].slice(0, MAX_EVIDENCE);
  return [...separate, ...(separate.length > 0 ? without.slice(1) : without)].slice(0, MAX_EVIDENCE);
}

function commonSentence(
  paper: number,
  { source, found }: PaperTerms,
  rowOfA: number,
  rowOfB: number,
): RelationEvidence | undefined {
  const { mentionOffsets: offsets, mention, mentions } = found;
  const { field, sentenceStart } = mentions;
  const [a, b] = [source[rowOfA]!, source[rowOfB]!];
  for (let i = offsets[a]!; i < offsets[a + 1]!; i++) {
    for (let k = offsets[b]!; k < offsets[b + 1]!; k++) {
      const [one, other] = [mention[i]!, mention[k]!];
      if (field[one] === field[other] && sentenceStart[one] === sentenceStart[other])
        return sentenceOf(paper, mentions, one);
    }
  }
  return undefined;
}

/** Where a term first stands in a paper. */
function firstSentence(paper: number, { source, found }: PaperTerms, row: number): RelationEvidence[] {
  const from = source[row]!;
  const first = found.mentionOffsets[from]!;
  return first < found.mentionOffsets[from + 1]! ? [sentenceOf(paper, found.mentions, found.mention[first]!)] : [];
}

function sentenceOf(paper: number, { field, sentenceStart, sentenceEnd }: MentionColumns, m: number): RelationEvidence {
  return { paper: `p${paper}`, field: TEXT_FIELDS[field[m]!]!, sentence: [sentenceStart[m]!, sentenceEnd[m]!] };
}

/** Of a term's papers the one in which its salience is largest; ties go to the first. */
function sentenceOfMostSalient(
  { paperTerms }: Corpus,
  { offsets, papers, rows }: TermPapers,
  term: number,
): RelationEvidence[] {
  const { salience } = paperTerms;
  let best = -1;
  for (let at = offsets[term]!; at < offsets[term + 1]!; at++)
    if (best < 0 || salience[rows[at]!]! > salience[rows[best]!]!) best = at;
  return best < 0 ? [] : firstSentence(papers[best]!, paperTerms, rows[best]!);
}

function ends(source: number, target: number): { source: string; target: string } {
  return { source: `t${source}`, target: `t${target}` };
}
