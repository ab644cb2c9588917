/**
 * Sums the border model's weights over one sentence: per token one total per label, in whole numbers, so that neither the
 * order nor the grouping of the features can show.
 */
import { type Background } from "../model/background.ts";
import { HashList } from "../model/feature-hash.ts";
import { type Sentence } from "../text/tokens.ts";
import { cohesionFeatures, gapFeatures, looseFeatures, paperFeatures, placeFeatures } from "./context-features.ts";
import { factsAt, type FieldView } from "./field-view.ts";
import { KeptTotals } from "./kept-totals.ts";
import { LABELS } from "./labels.ts";
import { PairTotals } from "./pair-totals.ts";
import { gapBefore, isAdjacent, NOT_ADJACENT, tokenPlace, wordInPaper } from "./token-context.ts";
import { type WeightTable } from "./weight-table.ts";
import { WINDOW, WordTotals } from "./word-totals.ts";

/** Classes of gaps; cohesion values; keys of `paperKey` and `placeKey`. */
const GAPS = 16;
const COHESIONS = 64;
const PAPER_KEYS = 24;
const PLACE_KEYS = 2048;

export class LabelTotals {
  readonly #weights: WeightTable;
  readonly #words: WordTotals;
  readonly #pairs: PairTotals;
  readonly #features = new HashList();
  readonly #gaps: KeptTotals;
  readonly #cohesions: KeptTotals;
  readonly #papers: KeptTotals;
  readonly #places: KeptTotals;
  readonly #sums = new Int32Array(LABELS);
  /** `length` rows of `LABELS`, valid after `sum` until the next call. */
  totals = new Int32Array(256 * LABELS);
  /** Cohesion of each token with the one before it; one more than tokens. */
  #cohesion = new Uint8Array(257);

  constructor(weights: WeightTable, background: Background) {
    this.#weights = weights;
    this.#words = new WordTotals(weights);
    this.#pairs = new PairTotals(weights, background);
    this.#gaps = new KeptTotals(weights, GAPS ** 4, this.#features);
    this.#cohesions = new KeptTotals(weights, COHESIONS ** 2, this.#features);
    this.#papers = new KeptTotals(weights, PAPER_KEYS, this.#features);
    this.#places = new KeptTotals(weights, PLACE_KEYS, this.#features);
  }

  /** Word ids are about to be given anew: what is kept per word goes. */
  forgetWords(): void {
    this.#words.clear();
    this.#pairs.clear();
  }

  /** Fills `totals` for one sentence. */
  sum(view: FieldView, sentence: Sentence): void {
    const length = sentence.to - sentence.from;
    if (length * LABELS > this.totals.length) {
      this.totals = new Int32Array(2 * length * LABELS);
      this.#cohesion = new Uint8Array(2 * length + 1);
    }
    this.totals.fill(0, 0, length * LABELS);
    this.#addWords(view, sentence, length);
    this.#addPairs(view, sentence, length);
    for (let place = 0; place < length; place++) this.#addToken(view, sentence, place);
  }

  #addWords(view: FieldView, sentence: Sentence, length: number): void {
    for (let place = -WINDOW; place < length + WINDOW; place++)
      this.#words.addTo(this.totals, length, place, factsAt(view, sentence, sentence.from + place));
  }

  #addPairs(view: FieldView, sentence: Sentence, length: number): void {
    let a = factsAt(view, sentence, sentence.from - 2);
    for (let place = -1; place < length + 2; place++) {
      const b = factsAt(view, sentence, sentence.from + place);
      const pair = this.#pairs.placeOf(a, b);
      this.#pairs.addTo(this.totals, length, place - 1, pair);
      if (place >= 0 && place <= length) {
        const adjacent = isAdjacent(gapBefore(view, sentence, sentence.from + place));
        this.#cohesion[place] = adjacent ? this.#pairs.cohesion(pair) : NOT_ADJACENT;
      }
      a = b;
    }
  }

  #addToken(view: FieldView, sentence: Sentence, place: number): void {
    const i = sentence.from + place;
    const at = place * LABELS;
    const features = this.#features;
    const totals = this.totals;
    const gap0 = gapBefore(view, sentence, i - 1);
    const gap1 = gapBefore(view, sentence, i);
    const gap2 = gapBefore(view, sentence, i + 1);
    const gap3 = gapBefore(view, sentence, i + 2);
    const gapKey = ((gap0 * GAPS + gap1) * GAPS + gap2) * GAPS + gap3;
    if (!this.#gaps.isKnown(gapKey)) {
      features.length = 0;
      gapFeatures(gap0, gap1, gap2, gap3, features);
      this.#gaps.learn(gapKey);
    }
    this.#gaps.addTo(totals, at, gapKey);

    const cohesionBefore = this.#cohesion[place]!;
    const cohesionBehind = this.#cohesion[place + 1]!;
    const cohesionKey = cohesionBefore * COHESIONS + cohesionBehind;
    if (!this.#cohesions.isKnown(cohesionKey)) {
      features.length = 0;
      cohesionFeatures(cohesionBefore, cohesionBehind, features);
      this.#cohesions.learn(cohesionKey);
    }
    this.#cohesions.addTo(totals, at, cohesionKey);

    const inPaper = wordInPaper(view, i);
    const paperKey = ((inPaper.isTitle ? 1 : 0) * 2 + (inPaper.inTitle ? 1 : 0)) * 6 + inPaper.times;
    if (!this.#papers.isKnown(paperKey)) {
      features.length = 0;
      paperFeatures(inPaper, features);
      this.#papers.learn(paperKey);
    }
    this.#papers.addTo(totals, at, paperKey);

    const where = tokenPlace(view, sentence, i);
    const kinds = where.kind * 4 + where.nextKind;
    const abbreviations = where.abbreviation * 4 + where.nextAbbreviation;
    const placeKey = ((kinds * 16 + abbreviations) * 4 + where.sentence) * 2 + (where.isTitle ? 1 : 0);
    if (!this.#places.isKnown(placeKey)) {
      features.length = 0;
      placeFeatures(where, features);
      this.#places.learn(placeKey);
    }
    this.#places.addTo(totals, at, placeKey);

    features.length = 0;
    looseFeatures(
      {
        twoBefore: factsAt(view, sentence, i - 2),
        before: factsAt(view, sentence, i - 1),
        word: factsAt(view, sentence, i),
        behind: factsAt(view, sentence, i + 1),
        twoBehind: factsAt(view, sentence, i + 2),
        gapBefore: gap1,
        gapBehind: gap2,
        cohesionBefore,
        cohesionBehind,
        position: view.isTitle ? 1 : place === 0 ? 2 : 0,
      },
      features,
    );
    this.#weights.totals(features, this.#sums);
    for (let y = 0; y < LABELS; y++) totals[at + y]! += this.#sums[y]!;
  }
}
