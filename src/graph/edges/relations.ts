/**
 * Term–term edges: what occurs together, what is a kind of what, and what papers state of two terms.
 */
import type { RelationEdge } from "../../contract/graph-document.ts";
import type { MentionColumns } from "../../domain/term.ts";
import { append } from "../../lib/append.ts";
import type { GraphConfig } from "../config.ts";
import { type Corpus, type PaperTerms, termPapers, type TermPapers } from "../corpus.ts";
import { type LimitedEdges, maxEdgesOf } from "../limits.ts";
import { nodeIds } from "../node-ids.ts";
import type { Narrowing } from "./broader-terms.ts";
import { npmi, strongestPairs } from "./cooccurrence.ts";
import { type Relation, RelationColumns, type SharedPlace } from "./relation-columns.ts";
import { type StatedRelation, StatedRelations } from "./stated-relations.ts";
import { SaidKinds } from "./said-kinds.ts";
import { forEachShared } from "./shared-papers.ts";

const MAX_EVIDENCE = 3;

/** Of the room for relations the statements of papers may take so much. */
const STATED_SHARE = 0.5;
/** An edge of the foreground, made when its turn comes. */
interface Waiting {
  readonly low: number;
  readonly high: number;
  readonly make: () => Relation | undefined;
}

/**
 * @param narrowings what is a kind of what by names and by lists; joined with what papers state
 * @returns by the smaller and the larger number of the two terms, then by kind (`cooccurs` first), then by head
 */
export function termRelations(
  corpus: Corpus,
  narrowings: readonly Narrowing[],
  config: GraphConfig,
): LimitedEdges<RelationEdge> {
  const papersOf = termPapers(corpus);
  const room = maxEdgesOf("relations", config.maxEdges);
  const stated = corpus.statements && new StatedRelations(corpus, corpus.statements);
  const told = stated?.strongest(Math.floor(STATED_SHARE * room)) ?? new Int32Array();
  const pairs = strongestPairs(corpus, papersOf, config, Math.max(0, room - narrowings.length - told.length));
  const maxStrength = pairs.strength.reduce((max, strength) => Math.max(max, strength), 0);
  const kinds = new SaidKinds(stated, told, narrowings);
  const waiting = [
    ...narrowings.map((narrowing): Waiting => ({
      low: lowOf(narrowing),
      high: highOf(narrowing),
      make: () => kindEdge(corpus, papersOf, narrowing, kinds.of(narrowing)),
    })),
    ...Array.from(told, (at): Waiting => {
      const [low, high] = stated!.ends(at);
      return { low, high, make: () => (kinds.isLeft(at) ? undefined : statedEdge(corpus, papersOf, stated!.at(at))) };
    }),
  ];
  // A stable sort: of two terms the kinds by name come first, then statements in their own order.
  waiting.sort((a, b) => a.low - b.low || a.high - b.high);
  const relations = new RelationColumns();
  const add = ({ make }: Waiting) => {
    const relation = make();
    if (relation) relations.add(relation);
  };
  let next = 0;
  for (let i = 0; i < pairs.source.length; i++) {
    const [source, target] = [pairs.source[i]!, pairs.target[i]!];
    for (; next < waiting.length && isBefore(waiting[next]!, source, target); next++) add(waiting[next]!);
    relations.add({
      source,
      target,
      kind: "cooccurs",
      papers: pairs.papers[i]!,
      npmi: pairs.npmi[i]!,
      weight: pairs.strength[i]! / maxStrength,
      evidence: evidenceOf(corpus, papersOf, source, target),
    });
  }
  for (; next < waiting.length; next++) add(waiting[next]!);
  return { edges: relations.edges(nodeIds(corpus)), isWhole: pairs.isWhole && told.length === (stated?.length ?? 0) };
}

const lowOf = ({ narrower, broader }: Narrowing) => Math.min(narrower, broader);
const highOf = ({ narrower, broader }: Narrowing) => Math.max(narrower, broader);

/** Of the same two terms `cooccurs` comes first. */
function isBefore({ low, high }: Waiting, source: number, target: number): boolean {
  return low < source || (low === source && high < target);
}

/** @param said what papers state of the same */
function kindEdge(
  corpus: Corpus,
  papersOf: TermPapers,
  narrowing: Narrowing,
  said: StatedRelation | undefined,
): Relation {
  const { narrower, broader, share } = narrowing;
  const papers = sharedPapers(papersOf, narrower, broader);
  const evidence =
    papers > 0
      ? // The smaller number first, as for `cooccurs`: the same two terms have the same sentences in the same order.
        evidenceOf(corpus, papersOf, lowOf(narrowing), highOf(narrowing))
      : // The name of the narrower term holds the broader one: any sentence with it will do where no paper names both.
        sentenceOfMostSalient(corpus, papersOf, narrower);
  return {
    source: narrower,
    target: broader,
    kind: "is_a",
    papers,
    npmi: npmiOf(corpus, narrower, broader, papers),
    weight: share,
    ...(said && {
      stated: said.papers,
      confidence: said.confidence,
      firstSeen: said.firstSeen,
    }),
    evidence: said?.evidence ?? evidence,
  };
}

function statedEdge(corpus: Corpus, papersOf: TermPapers, said: StatedRelation): Relation {
  const { kind, head, tail, papers, confidence, firstSeen, isContradicted, evidence } = said;
  const shared = sharedPapers(papersOf, head, tail);
  return {
    source: head,
    target: tail,
    kind,
    papers: kind === "is_a" ? shared : papers,
    stated: papers,
    confidence,
    firstSeen,
    isContradicted,
    npmi: npmiOf(corpus, head, tail, shared),
    weight: confidence,
    evidence,
  };
}

function sharedPapers(papersOf: TermPapers, a: number, b: number): number {
  let papers = 0;
  forEachShared(papersOf, a, b, () => ++papers > 0);
  return papers;
}

function npmiOf({ terms, papers: all }: Corpus, a: number, b: number, papers: number): number {
  return npmi(papers, terms[a]!.papers, terms[b]!.papers, all.length);
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
        for (const row of [rowOfA, rowOfB]) append(separate, firstSentence(paper, paperTerms, row));
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
