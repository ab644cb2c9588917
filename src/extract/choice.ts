/**
 * Which candidates of a paper become its mentions: a decision about strings, not places.
 *
 * What one sentence leaves open, the paper and the corpus decide: a logistic model over the tagger's probabilities in
 * all places of the paper and in the other papers (a second pass), then the best set of non-overlapping spans.
 */
import { type Candidate, type TaggedPaper } from "./tag-papers.ts";
import { type DenseModel } from "./tagger-model.ts";

/** What the corpus as a whole thinks of a key. */
export interface KeyRecord {
  /** Papers in which it is a candidate. */
  papers: number;
  /** Sum over these of the greatest probability in the paper. */
  sum: number;
}

export function corpusRecords(tagged: readonly TaggedPaper[]): Map<string, KeyRecord> {
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
  features: Record<string, number>;
}

const logit = (p: number) => Math.log(Math.max(p, 1e-4) / Math.max(1 - p, 1e-4));

/** The paper's distinct strings with the features the choice is made by. */
export function choiceItems(paper: TaggedPaper, records: ReadonlyMap<string, KeyRecord>): ChoiceItem[] {
  const items = new Map<string, ChoiceItem>();
  for (const candidate of paper.candidates) {
    const item = items.get(candidate.key);
    if (item) item.candidates.push(candidate);
    else items.set(candidate.key, { key: candidate.key, candidates: [candidate], features: {} });
  }
  const shorts = new Set(paper.abbreviations.map(({ short }) => short.text));
  const longs = new Set(paper.abbreviations.map(({ long }) => `${long.start}-${long.end}`));
  for (const item of items.values()) {
    let max = 0;
    let sum = 0;
    let none = 1;
    let rival = 0;
    for (const candidate of item.candidates) {
      max = Math.max(max, candidate.probability);
      sum += candidate.probability;
      none *= 1 - candidate.probability;
      for (const other of paper.candidates) {
        if (
          other !== candidate &&
          other.field === candidate.field &&
          other.start < candidate.end &&
          candidate.start < other.end
        ) {
          rival = Math.max(rival, other.probability);
        }
      }
    }
    const count = item.candidates.length;
    const record = records.get(item.key);
    const others = (record?.papers ?? 1) - 1;
    const othersMean = others > 0 ? ((record?.sum ?? 0) - max) / others : 0;
    item.features = {
      max: logit(max),
      mean: logit(sum / count),
      any: logit(1 - none),
      count: Math.log(count),
      title: item.candidates.some(({ field }) => field === "title") ? 1 : 0,
      rival,
      words1: item.candidates[0]?.words === 1 ? 1 : 0,
      words4: (item.candidates[0]?.words ?? 0) > 3 ? 1 : 0,
      short: item.candidates.some(({ text }) => shorts.has(text)) ? 1 : 0,
      long: item.candidates.some(({ start, end }) => longs.has(`${start}-${end}`)) ? 1 : 0,
      others: Math.log(1 + others),
      othersFor: others > 0 ? (othersMean - 0.5) * Math.log(1 + others) : 0,
      othersMean: others > 0 ? othersMean - 0.5 : 0,
    };
  }
  return [...items.values()];
}

export function denseScore(model: DenseModel, features: Readonly<Record<string, number>>): number {
  let score = model.bias;
  for (const [name, weight] of Object.entries(model.weights)) score += weight * (features[name] ?? 0);
  return 1 / (1 + Math.exp(-score));
}

export interface Chosen {
  readonly candidate: Candidate;
  /** Of its string in this paper, 0…1. */
  readonly probability: number;
}

/** The non-overlapping candidates with the greatest sum of (probability − threshold), in text order. */
export function chooseSpans(
  paper: TaggedPaper,
  probabilityOf: ReadonlyMap<string, number>,
  threshold: number,
): Chosen[] {
  const chosen: Chosen[] = [];
  for (const field of ["title", "abstract"] as const) {
    const spans = paper.candidates
      .filter((candidate) => candidate.field === field && (probabilityOf.get(candidate.key) ?? 0) > threshold)
      .sort((a, b) => a.end - b.end || a.start - b.start);
    // Weighted interval scheduling.
    const best = new Float64Array(spans.length + 1);
    const take = new Uint8Array(spans.length);
    const before = new Int32Array(spans.length);
    spans.forEach((span, i) => {
      let k = i;
      while (k > 0 && spans[k - 1]!.end > span.start) k--;
      before[i] = k;
      const gain = (probabilityOf.get(span.key) ?? 0) - threshold + best[k]!;
      take[i] = gain > best[i]! ? 1 : 0;
      best[i + 1] = Math.max(gain, best[i]!);
    });
    const picked: Chosen[] = [];
    for (let i = spans.length - 1; i >= 0;) {
      if (take[i]) {
        picked.push({ candidate: spans[i]!, probability: probabilityOf.get(spans[i]!.key) ?? 0 });
        i = before[i]! - 1;
      } else i--;
    }
    chosen.push(...picked.reverse());
  }
  return chosen;
}
