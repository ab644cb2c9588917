/**
 * Which candidates of a paper become its mentions: a decision about strings, not places.
 *
 * What one sentence leaves open, the paper and the corpus decide: boosted trees over the tagger's probabilities in
 * all places of the paper and in the other papers (a second pass). `choose-spans.ts` then takes the best set of spans.
 */
import { softmax } from "../../lib/softmax.ts";
import { type Termhood } from "../model/termhood.ts";
import { type Candidate, EndFact, type TaggedPaper } from "../types.ts";
import { type KeyFacts, type KeyRecord, type KeyRecords } from "./key-records.ts";
import { F, RERANKER_FEATURES } from "./reranker-features.ts";
import { type Rivals, rivalsOf } from "./rivals.ts";

/** A string in one paper, with all its places. */
export interface RerankedKey {
  readonly key: string;
  readonly candidates: readonly Candidate[];
  /** One number per `RERANKER_FEATURES`. */
  readonly features: number[];
}

/** Value of a feature that nothing is known for. */
const UNKNOWN = -1;
const logit = (p: number) => Math.log(Math.max(p, 1e-4) / Math.max(1 - p, 1e-4));

/** What all strings of a paper are compared with. */
interface PaperView {
  readonly candidates: readonly Candidate[];
  readonly rivals: Rivals;
  /** Greatest probability per key. */
  readonly best: ReadonlyMap<string, number>;
  readonly shorts: ReadonlySet<string>;
  /** Places of defined long forms. */
  readonly longs: ReadonlySet<string>;
  readonly sentences: number;
  /** Expected terms a sentence. */
  readonly density: number;
  /** What is known of a string beside the paper. */
  readonly recordOf: (key: string) => KeyRecord | undefined;
  readonly factsOf: (key: string) => KeyFacts;
}

/** The paper's distinct strings, in the order of first occurrence, with the features they are judged by. */
export function keysToRerank(
  paper: TaggedPaper,
  records: KeyRecords,
  factsOf: (key: string) => KeyFacts,
): RerankedKey[] {
  const { candidates, abbreviations } = paper;
  const placesOf = new Map<string, number[]>();
  const best = new Map<string, number>();
  let expected = 0;
  candidates.forEach(({ key, probability }, i) => {
    const places = placesOf.get(key);
    if (places) places.push(i);
    else placesOf.set(key, [i]);
    best.set(key, Math.max(best.get(key) ?? 0, probability));
    expected += probability;
  });
  const sentences = paper.sentences.abstract;
  const view: PaperView = {
    candidates,
    rivals: rivalsOf(candidates),
    best,
    shorts: new Set(abbreviations.map(({ short }) => short.text)),
    longs: new Set(abbreviations.map(({ field, long }) => placeName(field, long.start, long.end))),
    sentences,
    density: expected / Math.max(1, sentences),
    recordOf: (key) => records.get(key),
    factsOf,
  };
  return [...placesOf].map(([key, places]) => ({
    key,
    candidates: places.map((i) => candidates[i]!),
    features: featuresOf(key, places, view),
  }));
}

const placeName = (field: string, start: number, end: number): string => `${field} ${start}-${end}`;

function featuresOf(key: string, places: readonly number[], view: PaperView): number[] {
  const { candidates, best } = view;
  const record = view.recordOf(key);
  const facts = view.factsOf(key);
  const row = new Array<number>(RERANKER_FEATURES.length).fill(0);
  const max = best.get(key)!;
  const longer = addPlaces(row, places, view);
  const first = candidates[places[0]!]!;
  const { text, ends, types } = first;
  row[F.words] = first.words;
  row[F.length] = text.length;
  row[F.capital] = /\p{Lu}/u.test(text.slice(1)) ? 2 : /^\p{Lu}/u.test(text) ? 1 : 0;
  row[F.digit] = /\d/u.test(text) ? 1 : 0;
  row[F.hyphen] = /[-‐-―]/u.test(text) ? 1 : 0;
  row[F.firstPapers] = ends[EndFact.FirstPapers] ?? 0;
  row[F.lastPapers] = ends[EndFact.LastPapers] ?? 0;
  row[F.lastTitleRate] = ends[EndFact.LastTitleRate] ?? 0;
  row[F.firstTags] = ends[EndFact.FirstKind] ?? 0;
  row[F.lastTags] = ends[EndFact.LastKind] ?? 0;
  const others = (record?.papers ?? 1) - 1;
  row[F.corpusPapers] = others;
  row[F.corpusMean] = others > 0 ? ((record?.sum ?? 0) - max) / others : UNKNOWN;
  addTermhood(row, F.backgroundPapers, F.backgroundMean, facts.termhood);
  addTermhood(row, F.withoutFirstPapers, F.withoutFirstMean, facts.termhoodWithoutFirst);
  addTermhood(row, F.withoutLastPapers, F.withoutLastMean, facts.termhoodWithoutLast);
  row[F.withoutFirstBest] = best.get(facts.withoutFirst) ?? UNKNOWN;
  row[F.withoutLastBest] = best.get(facts.withoutLast) ?? UNKNOWN;
  row[F.extendedBest] = longer > 0 ? longer - max : UNKNOWN;
  const shares = softmax(types);
  row[F.method] = shares[0]!;
  row[F.task] = shares[1]!;
  row[F.dataset] = shares[2]!;
  row[F.metric] = shares[3]!;
  row[F.sentences] = view.sentences;
  row[F.density] = view.density;
  row[F.beforePapers] = ends[EndFact.BeforePapers] ?? 0;
  row[F.beforeKind] = ends[EndFact.BeforeKind] ?? 0;
  row[F.beforeCohesion] = ends[EndFact.BeforeCohesion] ?? 0;
  row[F.behindPapers] = ends[EndFact.BehindPapers] ?? 0;
  row[F.behindKind] = ends[EndFact.BehindKind] ?? 0;
  row[F.behindCohesion] = ends[EndFact.BehindCohesion] ?? 0;
  row[F.textKind] = ends[EndFact.TextKind] ?? 0;
  return row;
}

/** What the string's places say together. @returns the greatest probability of a longer rival */
function addPlaces(row: number[], places: readonly number[], view: PaperView): number {
  const { candidates, rivals, shorts, longs } = view;
  let max = 0;
  let sum = 0;
  let none = 1;
  let longer = 0;
  let shorter = 0;
  let crossing = 0;
  let longerAt = -1;
  let shorterAt = -1;
  let insideLonger = -1;
  let aroundShorter = -1;
  let inTitle = 0;
  let firstSentence = Infinity;
  let short = 0;
  let long = 0;
  for (const i of places) {
    const { probability, field, sentenceNumber, text, start, end } = candidates[i]!;
    max = Math.max(max, probability);
    sum += probability;
    none *= 1 - probability;
    if (rivals.longer[i]! > longer) {
      longer = rivals.longer[i]!;
      longerAt = rivals.longerAt[i]!;
      insideLonger = i;
    }
    if (rivals.shorter[i]! > shorter) {
      shorter = rivals.shorter[i]!;
      shorterAt = rivals.shorterAt[i]!;
      aroundShorter = i;
    }
    crossing = Math.max(crossing, rivals.crossing[i]!);
    if (field === "title") inTitle++;
    firstSentence = Math.min(firstSentence, field === "title" ? -1 : sentenceNumber);
    if (shorts.has(text)) short = 1;
    if (longs.size > 0 && longs.has(placeName(field, start, end))) long = 1;
  }
  row[F.max] = logit(max);
  row[F.mean] = logit(sum / places.length);
  row[F.any] = logit(1 - none);
  row[F.count] = places.length;
  row[F.title] = inTitle;
  row[F.longerRival] = longer;
  row[F.shorterRival] = shorter;
  row[F.crossingRival] = crossing;
  row[F.short] = short;
  row[F.long] = long;
  row[F.firstSentence] = firstSentence;
  addRival(row, F.longerPapers, view, insideLonger, longerAt);
  addRival(row, F.shorterPapers, view, aroundShorter, shorterAt);
  return longer;
}

/** What is known of the strongest rival's string, and on which side its border differs: 1 left, 2 right, 3 both. */
function addRival(row: number[], first: number, view: PaperView, own: number, rival: number): void {
  if (rival < 0) {
    row.fill(UNKNOWN, first, first + 3);
    return;
  }
  const { key, start, end } = view.candidates[rival]!;
  const { termhood } = view.factsOf(key);
  addTermhood(row, first, first + 1, termhood);
  row[first + 2] = (view.recordOf(key)?.papers ?? 1) - 1;
  const self = view.candidates[own]!;
  row[first + 3] = (start === self.start ? 0 : 1) + (end === self.end ? 0 : 2);
}

function addTermhood(row: number[], papers: number, mean: number, termhood: Termhood | undefined): void {
  row[papers] = termhood ? Math.log2(termhood.papers) : UNKNOWN;
  row[mean] = termhood ? termhood.mean : UNKNOWN;
}
