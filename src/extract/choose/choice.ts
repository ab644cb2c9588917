/**
 * Which candidates of a paper become its mentions: a decision about strings, not places.
 *
 * What one sentence leaves open, the paper and the corpus decide: boosted trees over the tagger's probabilities in
 * all places of the paper and in the other papers (a second pass). `choose-spans.ts` then takes the best set of spans.
 */
import { type DenseModel } from "../model/tagger-model.ts";
import { type TermhoodOf } from "../model/termhood.ts";
import type { Candidate, TaggedPaper } from "../types.ts";

/** What the corpus as a whole thinks of a key. */
export interface KeyRecord {
  /** Papers in which it is a candidate. */
  papers: number;
  /** Sum over these of the greatest probability in the paper. */
  sum: number;
}

export function corpusRecords(tagged: Iterable<TaggedPaper>): Map<string, KeyRecord> {
  const records = new Map<string, KeyRecord>();
  for (const { candidates } of tagged) {
    const best = new Map<string, number>();
    for (const { key, probability } of candidates) best.set(key, Math.max(best.get(key) ?? 0, probability));
    for (const [key, probability] of best) {
      const record = records.get(key);
      if (record) {
        record.papers++;
        record.sum += probability;
      } else records.set(key, { papers: 1, sum: probability });
    }
  }
  return records;
}

/** A string in one paper, with all its places. */
export interface ChoiceItem {
  readonly key: string;
  readonly candidates: Candidate[];
  features: number[];
}

/** What the choice looks at, in the order of `ChoiceItem.features`. */
export const CHOICE_FEATURES = [
  "max",
  "mean",
  "any",
  "count",
  "title",
  "longerRival",
  "shorterRival",
  "crossingRival",
  "words",
  "length",
  "short",
  "long",
  "corpusPapers",
  "corpusMean",
  "backgroundPapers",
  "backgroundMean",
  "withoutFirstPapers",
  "withoutFirstMean",
  "withoutLastPapers",
  "withoutLastMean",
  "capital",
  "digit",
  "hyphen",
  "firstPapers",
  "lastPapers",
  "lastTitleRate",
  "firstTags",
  "lastTags",
  "withoutFirstBest",
  "withoutLastBest",
  "extendedBest",
  "method",
  "task",
  "dataset",
  "metric",
  "firstSentence",
  "sentences",
  "density",
] as const;

const logit = (p: number) => Math.log(Math.max(p, 1e-4) / Math.max(1 - p, 1e-4));
const UNKNOWN = -1;

/** The paper's distinct strings with the features the choice is made by. */
export function choiceItems(
  paper: TaggedPaper,
  records: ReadonlyMap<string, KeyRecord>,
  termhoodOf: TermhoodOf,
): ChoiceItem[] {
  const items = new Map<string, ChoiceItem>();
  const best = new Map<string, number>();
  for (const candidate of paper.candidates) {
    const item = items.get(candidate.key);
    if (item) item.candidates.push(candidate);
    else items.set(candidate.key, { key: candidate.key, candidates: [candidate], features: [] });
    best.set(candidate.key, Math.max(best.get(candidate.key) ?? 0, candidate.probability));
  }
  const shorts = new Set(paper.abbreviations.map(({ short }) => short.text));
  const longs = new Set(paper.abbreviations.map(({ field, long }) => `${field} ${long.start}-${long.end}`));
  const rivals = rivalsOf(paper.candidates);
  const { abstract: sentences } = paper.sentences;
  const expected = paper.candidates.reduce((sum, { probability }) => sum + probability, 0);
  for (const item of items.values()) {
    let max = 0;
    let sum = 0;
    let none = 1;
    let longer = 0;
    let shorter = 0;
    let crossing = 0;
    for (const candidate of item.candidates) {
      max = Math.max(max, candidate.probability);
      sum += candidate.probability;
      none *= 1 - candidate.probability;
      const rival = rivals.get(candidate)!;
      longer = Math.max(longer, rival[0]);
      shorter = Math.max(shorter, rival[1]);
      crossing = Math.max(crossing, rival[2]);
    }
    const count = item.candidates.length;
    const first = item.candidates[0]!;
    const record = records.get(item.key);
    const others = (record?.papers ?? 1) - 1;
    const background = termhoodOf(item.key);
    const words = item.key.split(" ");
    const tail = words.length > 1 ? words.slice(1).join(" ") : "";
    const head = words.length > 1 ? words.slice(0, -1).join(" ") : "";
    const withoutFirst = tail ? termhoodOf(tail) : undefined;
    const withoutLast = head ? termhoodOf(head) : undefined;
    const [firstPapers = 0, lastPapers = 0, lastTitleRate = 0, firstTags = 0, lastTags = 0] = Array.from(first.form);
    item.features = [
      logit(max),
      logit(sum / count),
      logit(1 - none),
      count,
      item.candidates.filter(({ field }) => field === "title").length,
      longer,
      shorter,
      crossing,
      first.words,
      first.text.length,
      item.candidates.some(({ text }) => shorts.has(text)) ? 1 : 0,
      item.candidates.some(({ field, start, end }) => longs.has(`${field} ${start}-${end}`)) ? 1 : 0,
      others,
      others > 0 ? ((record?.sum ?? 0) - max) / others : UNKNOWN,
      background ? Math.log2(background.papers) : UNKNOWN,
      background ? background.mean : UNKNOWN,
      withoutFirst ? Math.log2(withoutFirst.papers) : UNKNOWN,
      withoutFirst ? withoutFirst.mean : UNKNOWN,
      withoutLast ? Math.log2(withoutLast.papers) : UNKNOWN,
      withoutLast ? withoutLast.mean : UNKNOWN,
      /\p{Lu}/u.test(first.text.slice(1)) ? 2 : /^\p{Lu}/u.test(first.text) ? 1 : 0,
      /\d/u.test(first.text) ? 1 : 0,
      /[-‐-―]/u.test(first.text) ? 1 : 0,
      firstPapers,
      lastPapers,
      lastTitleRate,
      firstTags,
      lastTags,
      best.get(tail) ?? UNKNOWN,
      best.get(head) ?? UNKNOWN,
      longer > 0 ? longer - max : UNKNOWN,
      ...typeShares(first.types).slice(0, -1),
      Math.min(...item.candidates.map(({ field, sentenceNumber }) => (field === "title" ? -1 : sentenceNumber))),
      sentences,
      expected / Math.max(1, sentences),
    ];
  }
  return [...items.values()];
}

/** Probabilities of the types, in the order of `TERM_TYPES`. */
function typeShares(types: ArrayLike<number>): number[] {
  const scores = Array.from(types);
  const max = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - max));
  const sum = odds.reduce((total, value) => total + value, 0);
  return odds.map((value) => value / sum);
}

/** Per candidate the greatest probability of one that holds it, lies in it, or crosses it. */
function rivalsOf(
  candidates: readonly Candidate[],
): Map<Candidate, [longer: number, shorter: number, crossing: number]> {
  const rivals = new Map<Candidate, [number, number, number]>(candidates.map((candidate) => [candidate, [0, 0, 0]]));
  // Candidates come in text order: only close neighbours can overlap.
  const sorted = [...candidates].sort((a, b) =>
    a.field === b.field ? a.start - b.start || b.end - a.end : a.field === "title" ? -1 : 1,
  );
  sorted.forEach((a, i) => {
    for (let k = i + 1; k < sorted.length; k++) {
      const b = sorted[k]!;
      if (b.field !== a.field || b.start >= a.end) break;
      const ra = rivals.get(a)!;
      const rb = rivals.get(b)!;
      if (b.end <= a.end) {
        ra[1] = Math.max(ra[1], b.probability);
        rb[0] = Math.max(rb[0], a.probability);
      } else if (a.start === b.start) {
        ra[0] = Math.max(ra[0], b.probability);
        rb[1] = Math.max(rb[1], a.probability);
      } else {
        ra[2] = Math.max(ra[2], b.probability);
        rb[2] = Math.max(rb[2], a.probability);
      }
    }
  });
  return rivals;
}

export function denseScore(model: DenseModel, features: Readonly<Record<string, number>>): number {
  let score = model.bias;
  for (const [name, weight] of Object.entries(model.weights)) score += weight * (features[name] ?? 0);
  return 1 / (1 + Math.exp(-score));
}
