/**
 * What a paper states of its terms: every pair is read, a linear model says how likely each reading is, and of each pair
 * the surest statement is kept.
 */
import type { RelationModel } from "../model/relation-model.ts";
import { WeightTable } from "../tag/weight-table.ts";
import { cueOf } from "./cue.ts";
import { PaperReading } from "./paper-reading.ts";
import { bestReading, scorePairs, type ScoredPair, type ScoreFeatures } from "./pair-scores.ts";
import { KINDS, READINGS, turned } from "./relation-outputs.ts";
import type { FoundRelation, RelatePaper, RelateTerm } from "./relate-types.ts";

/** Reads one paper after the other; keeps nothing of them. */
export class Relater {
  readonly #limits: readonly number[];
  readonly #score: ScoreFeatures;

  constructor({ pairs, limits }: RelationModel) {
    this.#limits = limits;
    const table = new WeightTable(pairs);
    const totals = new Int32Array(READINGS);
    this.#score = (features, scores) => {
      table.totals(features, totals);
      for (let r = 0; r < READINGS; r++) scores[r] = totals[r]! * table.scale;
    };
  }

  /** @returns at most one relation of two terms, by head, then tail */
  relate(paper: RelatePaper): FoundRelation[] {
    const reading = new PaperReading(paper);
    const found: FoundRelation[] = [];
    for (const pair of scorePairs(reading, this.#score)) {
      const { x, y, shares } = pair;
      const trust = Math.sqrt(trustIn(paper.terms[x]!) * trustIn(paper.terms[y]!));
      const best = bestReading(shares, this.#limits, trust);
      if (best < 0) continue;
      const [head, tail] = best < KINDS ? [x, y] : [y, x];
      const confidence = shares[best + 1]! * trust;
      found.push({ kind: best % KINDS, head, tail, confidence, ...evidenceOf(paper, pair, best, tail) });
    }
    return found.sort((a, b) => a.head - b.head || a.tail - b.tail);
  }
}

/** Terms that were found by their form alone are as likely to be right as so. */
const FOUND_BY_FORM = 0.7;

const trustIn = ({ certainty }: RelateTerm): number => (certainty === 0 ? FOUND_BY_FORM : certainty);

/** The place that speaks most for the statement; where none was read, the first of the tail in the abstract. */
function evidenceOf(
  paper: RelatePaper,
  { instances, x, y }: ScoredPair,
  reading: number,
  tail: number,
): Pick<FoundRelation, "placeOf" | "place" | "cue"> {
  let best = -Infinity;
  let found: ScoredPair["instances"][number] | undefined;
  for (const instance of instances) {
    const score = instance.scores[instance.isTurned ? turned(reading) : reading]!;
    if (score <= best) continue;
    best = score;
    found = instance;
  }
  if (!found) {
    const inAbstract = (t: number) => paper.terms[t]!.places.findIndex(({ field }) => field === "abstract");
    const placeOf = inAbstract(tail) >= 0 ? tail : tail === x ? y : x;
    return { placeOf, place: Math.max(0, inAbstract(placeOf)), cue: "" };
  }
  const { sentence, i, j } = found.place;
  const at = sentence.term[j]! >= 0 ? j : i;
  return { placeOf: sentence.term[at]!, place: sentence.mention[at]!, cue: cueOf(sentence, i, j) };
}
