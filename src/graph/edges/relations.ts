/**
 * Term–term edges: what occurs together, and what is a kind of what.
 */
import type { RelationEdge } from "../../contract/graph-document.ts";
import type { MentionColumns } from "../../domain/term.ts";
import type { GraphConfig } from "../config.ts";
import { type Corpus, type PaperTerms, termPapers, type TermPapers } from "../corpus.ts";
import { type LimitedEdges, maxEdgesOf } from "../limits.ts";
import { nodeIds } from "../node-ids.ts";
import type { Narrowing } from "./broader-terms.ts";
import { npmi, strongestPairs } from "./cooccurrence.ts";
import { RelationColumns, type SharedPlace } from "./relation-columns.ts";
import { forEachShared } from "./shared-papers.ts";

const MAX_EVIDENCE = 3;

/** @returns `cooccurs` and `is_a` edges, by the smaller and the larger number of their two terms, then by kind. */
export function termRelations(
  corpus: Corpus,
  narrowings: readonly Narrowing[],
  config: GraphConfig,
): LimitedEdges<RelationEdge> {
  const papersOf = termPapers(corpus);
  const room = maxEdgesOf("relations", config.maxEdges);
  const pairs = strongestPairs(corpus, papersOf, config, Math.max(0, room - narrowings.length));
  const maxStrength = pairs.strength.reduce((max, strength) => Math.max(max, strength), 0);
  const kinds = narrowings.toSorted((a, b) => lowOf(a) - lowOf(b) || highOf(a) - highOf(b));
  const relations = new RelationColumns();
  let next = 0;
  for (let i = 0; i < pairs.source.length; i++) {
    const [source, target] = [pairs.source[i]!, pairs.target[i]!];
    for (; next < kinds.length && isBefore(kinds[next]!, source, target); next++)
      addIsA(relations, corpus, papersOf, kinds[next]!);
    relations.add({
      source,
      target,
      isA: false,
      papers: pairs.papers[i]!,
      npmi: pairs.npmi[i]!,
      weight: pairs.strength[i]! / maxStrength,
      evidence: evidenceOf(corpus, papersOf, source, target),
    });
  }
  for (; next < kinds.length; next++) addIsA(relations, corpus, papersOf, kinds[next]!);
  return { edges: relations.edges(nodeIds(corpus)), isWhole: pairs.isWhole };
}

const lowOf = ({ narrower, broader }: Narrowing) => Math.min(narrower, broader);
const highOf = ({ narrower, broader }: Narrowing) => Math.max(narrower, broader);

/** Of the same two terms `cooccurs` comes first. */
function isBefore(narrowing: Narrowing, source: number, target: number): boolean {
  return lowOf(narrowing) < source || (lowOf(narrowing) === source && highOf(narrowing) < target);
}

function addIsA(relations: RelationColumns, corpus: Corpus, papersOf: TermPapers, narrowing: Narrowing): void {
  const { narrower, broader, share } = narrowing;
  let papers = 0;
  forEachShared(papersOf, narrower, broader, () => ++papers > 0);
  relations.add({
    source: narrower,
    target: broader,
    isA: true,
    papers,
    npmi: npmi(papers, corpus.terms[narrower]!.papers, corpus.terms[broader]!.papers, corpus.papers.length),
    weight: share,
    // The name of the narrower term holds the broader one: any sentence with it will do where no paper names both.
    evidence:
      papers > 0
        ? // The smaller number first, as for `cooccurs`: the same two terms have the same sentences in the same order.
          evidenceOf(corpus, papersOf, lowOf(narrowing), highOf(narrowing))
        : sentenceOfMostSalient(corpus, papersOf, narrower),
  });
}

/** Papers that name both terms in one sentence come first; if none does, the sentences of both in the first paper. */
function evidenceOf({ paperTerms }: Corpus, papersOf: TermPapers, a: number, b: number): SharedPlace[] {
  const together: SharedPlace[] = [];
  const without: SharedPlace[] = [];
  const separate: SharedPlace[] = [];
  forEachShared(papersOf, a, b, (paper, rowOfA, rowOfB) => {
    const common = commonSentence(paper, paperTerms, rowOfA, rowOfB);
    if (common !== undefined) together.push(common);
    else if (without.length < MAX_EVIDENCE) {
      if (without.length === 0)
        separate.push(...firstSentence(paper, paperTerms, rowOfA), ...firstSentence(paper, paperTerms, rowOfB));
      without.push({ paper });
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
): SharedPlace | undefined {
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
function firstSentence(paper: number, { source, found }: PaperTerms, row: number): SharedPlace[] {
  const from = source[row]!;
  const first = found.mentionOffsets[from]!;
  return first < found.mentionOffsets[from + 1]! ? [sentenceOf(paper, found.mentions, found.mention[first]!)] : [];
}

function sentenceOf(paper: number, { field, sentenceStart, sentenceEnd }: MentionColumns, m: number): SharedPlace {
  return { paper, field: field[m]!, start: sentenceStart[m]!, end: sentenceEnd[m]! };
}

/** Of a term's papers the one in which its salience is largest; ties go to the first. */
function sentenceOfMostSalient(
  { paperTerms }: Corpus,
  { offsets, papers, rows }: TermPapers,
  term: number,
): SharedPlace[] {
  const { salience } = paperTerms;
  let best = -1;
  for (let at = offsets[term]!; at < offsets[term + 1]!; at++)
    if (best < 0 || salience[rows[at]!]! > salience[rows[best]!]!) best = at;
  return best < 0 ? [] : firstSentence(papers[best]!, paperTerms, rows[best]!);
}
