/** Trains the parts of the model on prepared papers. */
import { sigmoid } from "../../lib/softmax.ts";
import { TERM_TYPES } from "../../contract/graph-document.ts";
import { type Background, vectorOf } from "../../extract/model/background.ts";
import {
  beforeFeatures,
  behindFeatures,
  cohesionFeatures,
  cohesionKey,
  gapFeatures,
  gapKey,
  looseFeatures,
  paperFeatures,
  placeFeatures as tokenPlaceFeatures,
  twoBeforeFeatures,
  twoBehindFeatures,
  wordAloneFeatures,
} from "../../extract/tag/context-features.ts";
import { factsAt, type FieldView } from "../../extract/tag/field-view.ts";
import { HashIndex } from "../../extract/model/feature-hash.ts";
import { LABELS } from "../../extract/tag/labels.ts";
import { type FieldText, tokenizePaper, viewPaper } from "../../extract/tag/paper-view.ts";
import { type SparseModel } from "../../extract/model/sparse-model.ts";
import {
  cohesionOf,
  gapBefore,
  isAdjacent,
  NOT_ADJACENT,
  tokenPlace,
  wordInPaper,
} from "../../extract/tag/token-context.ts";
import { placed, WINDOW } from "../../extract/tag/word-totals.ts";
import { type LogisticModel } from "../../extract/model/logistic-model.ts";
import { type Sentence } from "../../extract/text/tokens.ts";
import { formFeatures, placeFeatures } from "../../extract/tag/type-features.ts";
import { formWords, placeWords, SLOTS } from "../../extract/tag/type-vectors.ts";
import { type WordFacts, Words } from "../../extract/tag/words.ts";
import { minimize, trainCrf, type TrainingSentence } from "./train-crf.ts";
import { type GoldPaper, projectGold, spanLabels } from "./train-gold.ts";

/** Hashed features per item (token or span) and its class. */
export interface HashedItems {
  readonly offset: Int32Array;
  readonly hashes: Uint32Array;
  readonly labels: Uint8Array;
}

export interface PreparedPaper {
  readonly gold: GoldPaper;
  readonly fields: readonly [FieldText, FieldText];
  readonly sentences: readonly HashedItems[];
  readonly spans: HashedItems;
  /** Per span one vector per slot (`type-vectors.ts`): row-major, spans × (SLOTS × dimensions). */
  readonly spanVectors: Float32Array;
}

export function preparePapers(gold: readonly GoldPaper[], background: Background): PreparedPaper[] {
  const words = new Words(background);
  const texts = gold.map((paper) => tokenizePaper(paper, words));
  words.tagNewWords();
  return gold.map((paper, d) => {
    const fields = viewPaper(texts[d]!, words);
    const sentences: HashedItems[] = [];
    const spans = new ItemWriter();
    const vectors: Float32Array[] = [];
    for (const { view } of fields) {
      const projected = projectGold(view.tokens, paper.terms);
      const labels = spanLabels(view.facts.length, projected);
      for (const sentence of view.tokens.sentences) sentences.push(sentenceItems(view, sentence, labels, background));
      for (const { from, to, term } of projected) {
        const sentence = view.tokens.sentences.find((s) => from < s.to)!;
        spans.add(TERM_TYPES.indexOf(term.type), (out) => {
          formFeatures(view, from, to, out);
          placeFeatures(view, sentence, from, to, out);
        });
        vectors.push(spanVector(view, sentence, from, to, background));
      }
    }
    const spanVectors = new Float32Array(vectors.length * SLOTS * background.dimensions);
    vectors.forEach((vector, i) => spanVectors.set(vector, i * vector.length));
    return { gold: paper, fields, sentences, spans: spans.done(), spanVectors };
  });
}

/** SLOTS × dimensions: the sum of the vectors in each slot. */
function spanVector(view: FieldView, sentence: Sentence, from: number, to: number, background: Background) {
  const { dimensions } = background;
  const sums = new Float32Array(SLOTS * dimensions);
  const take = (slot: number, { vector }: WordFacts, share: number) => {
    if (vector < 0) return;
    vectorOf(background, vector).forEach((value, d) => (sums[slot * dimensions + d]! += share * value));
  };
  formWords(view, from, to, take);
  placeWords(view, sentence, from, to, take);
  return sums;
}

class ItemWriter {
  readonly #offset: number[] = [0];
  readonly #hashes: number[] = [];
  readonly #labels: number[] = [];

  add(label: number, write: (out: number[]) => void): void {
    write(this.#hashes);
    this.#offset.push(this.#hashes.length);
    this.#labels.push(label);
  }

  done(): HashedItems {
    return {
      offset: Int32Array.from(this.#offset),
      hashes: Uint32Array.from(this.#hashes),
      labels: Uint8Array.from(this.#labels),
    };
  }
}

function sentenceItems(view: FieldView, sentence: Sentence, labels: Uint8Array, background: Background): HashedItems {
  const writer = new ItemWriter();
  for (let i = sentence.from; i < sentence.to; i++) {
    writer.add(labels[i]!, (out) => {
      for (let offset = -WINDOW; offset <= WINDOW; offset++) {
        const facts = factsAt(view, sentence, i + offset);
        const count = Math.abs(offset) <= 1 ? facts.features.length : facts.far;
        for (let k = 0; k < count; k++) out.push(placed(facts.features[k]!, offset));
      }
      contextFeatures(view, sentence, i, background, out);
    });
  }
  return writer.done();
}

/** All that `LabelTotals` sums beside the words' own features. */
function contextFeatures(view: FieldView, sentence: Sentence, i: number, background: Background, out: number[]): void {
  const at = (offset: number) => factsAt(view, sentence, i + offset);
  const gap = (offset: number) => gapBefore(view, sentence, i + offset);
  const cohesion = (offset: number) =>
    isAdjacent(gap(offset)) ? cohesionOf(at(offset - 1), at(offset), background) : NOT_ADJACENT;
  wordAloneFeatures(at(0), out);
  twoBeforeFeatures(at(-2), at(-1), out);
  beforeFeatures(at(-1), at(0), out);
  behindFeatures(at(0), at(1), out);
  twoBehindFeatures(at(1), at(2), out);
  gapFeatures(gapKey(gap(-1), gap(0), gap(1), gap(2)), out);
  cohesionFeatures(cohesionKey(cohesion(0), cohesion(1)), out);
  paperFeatures(wordInPaper(view, i), out);
  tokenPlaceFeatures(tokenPlace(view, sentence, i), out);
  looseFeatures(
    {
      twoBefore: at(-2),
      before: at(-1),
      word: at(0),
      behind: at(1),
      twoBehind: at(2),
      gapBefore: gap(0),
      gapBehind: gap(1),
      cohesionBefore: cohesion(0),
      cohesionBehind: cohesion(1),
      position: view.isTitle ? 1 : i === sentence.from ? 2 : 0,
    },
    out,
  );
}

/** Ids for the features seen at least `cutoff` times. */
export function alphabetOf(items: readonly HashedItems[], cutoff: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { hashes } of items) for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const alphabet = new Map<number, number>();
  for (const [hash, count] of counts) if (count >= cutoff) alphabet.set(hash, alphabet.size);
  return alphabet;
}

export function indexItems(
  { offset, hashes, labels }: HashedItems,
  alphabet: ReadonlyMap<number, number>,
): TrainingSentence {
  const features: number[] = [];
  const starts = new Int32Array(offset.length);
  for (let i = 0; i + 1 < offset.length; i++) {
    for (let k = offset[i]!; k < offset[i + 1]!; k++) {
      const id = alphabet.get(hashes[k]!);
      if (id !== undefined) features.push(id);
    }
    starts[i + 1] = features.length;
  }
  return { offset: starts, features: Int32Array.from(features), labels };
}

export interface BorderOptions {
  /** Features seen less often are left out. */
  readonly cutoff: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** One model is trained per seed; their weights are averaged. */
  readonly seeds: readonly number[];
}

export function trainBorders(
  papers: readonly PreparedPaper[],
  { cutoff, epochs, rate, decay, seeds }: BorderOptions,
): { borders: SparseModel; transitions: number[] } {
  const items = papers.flatMap(({ sentences }) => sentences);
  const alphabet = alphabetOf(items, cutoff);
  const indexed = items.map((item) => indexItems(item, alphabet));
  const emissions = new Float64Array(alphabet.size * LABELS);
  const transitions = new Float64Array(LABELS * LABELS);
  for (const seed of seeds) {
    const weights = trainCrf(indexed, alphabet.size, { epochs, rate, decay, seed });
    weights.emissions.forEach((weight, i) => (emissions[i]! += weight / seeds.length));
    weights.transitions.forEach((weight, i) => (transitions[i]! += weight / seeds.length));
  }
  return { borders: quantize(alphabet, emissions, LABELS), transitions: [...transitions] };
}

/** Eight bits a weight; features whose weights all round to nothing are left out. Sorted by hash. */
export function quantize(
  alphabet: ReadonlyMap<number, number>,
  weights: Float64Array,
  classes: number,
): SparseModel & { readonly hashes: Uint32Array } {
  const CLIP = 2;
  let max = 0;
  for (const weight of weights) max = Math.max(max, Math.abs(weight));
  const scale = Math.min(max, CLIP) / 127;
  const rows = [...alphabet]
    .map(([hash, id]) => ({
      hash,
      row: Array.from({ length: classes }, (_, y) =>
        Math.max(-127, Math.min(127, Math.round(weights[id * classes + y]! / scale))),
      ),
    }))
    .filter(({ row }) => row.some((value) => value !== 0))
    .sort((a, b) => a.hash - b.hash);
  const hashes = Uint32Array.from(rows, ({ hash }) => hash);
  return {
    classes,
    hashes,
    keys: new HashIndex(hashes),
    weights: Int8Array.from(rows.flatMap(({ row }) => row)),
    scale,
  };
}

/** Logistic regression over named features; standardisation is folded into the weights. */
export function trainLogistic(
  examples: readonly { readonly features: Readonly<Record<string, number>>; readonly label: boolean }[],
  l2 = 1,
): LogisticModel {
  const names = Object.keys(examples[0]?.features ?? {});
  const columns = names.map((name) => Float64Array.from(examples, ({ features }) => features[name] ?? 0));
  const mean = columns.map((column) => column.reduce((a, b) => a + b, 0) / column.length);
  const deviation = columns.map(
    (column, c) => Math.sqrt(column.reduce((a, b) => a + (b - mean[c]!) ** 2, 0) / column.length) || 1,
  );
  const weights = minimize(
    names.length + 1,
    (w, gradient) => {
      let loss = 0;
      gradient.fill(0);
      for (let c = 0; c < names.length; c++) {
        loss += (l2 / 2) * w[c]! ** 2;
        gradient[c] = l2 * w[c]!;
      }
      examples.forEach(({ label }, i) => {
        let z = w[names.length]!;
        for (let c = 0; c < names.length; c++) z += (w[c]! * (columns[c]![i]! - mean[c]!)) / deviation[c]!;
        const p = sigmoid(z);
        loss -= Math.log(Math.max(1e-12, label ? p : 1 - p));
        const residual = p - (label ? 1 : 0);
        for (let c = 0; c < names.length; c++)
          gradient[c]! += (residual * (columns[c]![i]! - mean[c]!)) / deviation[c]!;
        gradient[names.length]! += residual;
      });
      return loss;
    },
    100,
  );
  const round = (value: number) => Math.round(value * 1e5) / 1e5;
  const raw = names.map((_, c) => weights[c]! / deviation[c]!);
  const bias = weights[names.length]! - raw.reduce((sum, weight, c) => sum + weight * mean[c]!, 0);
  return { bias: round(bias), weights: Object.fromEntries(names.map((name, c) => [name, round(raw[c]!)])) };
}
