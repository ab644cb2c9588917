/**
 * Sums the border model's weights over one sentence: per token one total per label, in whole numbers, so that neither the
 * order nor the grouping of the features can show.
 */
import { type Background } from "../model/background.ts";
import { HashList } from "../model/feature-hash.ts";
import { type Sentence } from "../text/tokens.ts";
import {
  COHESIONS,
  cohesionFeatures,
  cohesionKey,
  gapFeatures,
  gapKey,
  GAPS,
  looseFeatures,
  PAIR_KEYS,
  pairsFeatures,
  type PairsInPaper,
  pairsKey,
  PAPER_KEYS,
  paperFeatures,
  paperKey,
  PLACE_KEYS,
  placeFeatures,
  placeKey,
  type TokenPlace,
  type WordInPaper,
} from "./context-features.ts";
import { factsAt, type FieldView } from "./field-view.ts";
import { KeptTotals } from "./kept-totals.ts";
import { LABELS } from "./labels.ts";
import { PairTotals } from "./pair-totals.ts";
import { gapBefore, isAdjacent, NOT_ADJACENT, pairsInPaper, tokenPlace, wordInPaper } from "./token-context.ts";
import { type WeightTable } from "./weight-table.ts";
import { WINDOW, WordTotals } from "./word-totals.ts";

export class LabelTotals {
  readonly #weights: WeightTable;
  readonly #words: WordTotals;
  readonly #pairs: PairTotals;
  readonly #features = new HashList();
  readonly #gaps: KeptTotals<number>;
  readonly #cohesions: KeptTotals<number>;
  readonly #papers: KeptTotals<WordInPaper>;
  readonly #places: KeptTotals<TokenPlace>;
  readonly #together: KeptTotals<PairsInPaper>;
  readonly #sums = new Int32Array(LABELS);
  /** `length` rows of `LABELS`, valid after `sum` until the next call. */
  totals = new Int32Array(256 * LABELS);
  /** Cohesion of each token with the one before it; one more than tokens. */
  #cohesion = new Uint8Array(257);

  constructor(weights: WeightTable, background: Background) {
    this.#weights = weights;
    this.#words = new WordTotals(weights);
    this.#pairs = new PairTotals(weights, background);
    this.#gaps = new KeptTotals(weights, GAPS ** 4, gapFeatures);
    this.#cohesions = new KeptTotals(weights, COHESIONS ** 2, cohesionFeatures);
    this.#papers = new KeptTotals(weights, PAPER_KEYS, paperFeatures);
    this.#places = new KeptTotals(weights, PLACE_KEYS, placeFeatures);
    this.#together = new KeptTotals(weights, PAIR_KEYS, pairsFeatures);
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
    const gap1 = gapBefore(view, sentence, i);
    const gap2 = gapBefore(view, sentence, i + 1);
    const gaps = gapKey(gapBefore(view, sentence, i - 1), gap1, gap2, gapBefore(view, sentence, i + 2));
    this.#gaps.addTo(totals, at, gaps, gaps);

    const cohesionBefore = this.#cohesion[place]!;
    const cohesionBehind = this.#cohesion[place + 1]!;
    const cohesions = cohesionKey(cohesionBefore, cohesionBehind);
    this.#cohesions.addTo(totals, at, cohesions, cohesions);

    const inPaper = wordInPaper(view, i);
    this.#papers.addTo(totals, at, paperKey(inPaper), inPaper);

    const where = tokenPlace(view, sentence, i);
    this.#places.addTo(totals, at, placeKey(where), where);

    const together = pairsInPaper(view, sentence, i);
    this.#together.addTo(totals, at, pairsKey(together), together);

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
