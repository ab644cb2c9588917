/** Makes annotated papers ready for training: hashed features of every token, features and vectors of every term. */
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
import { type FieldText, tokenizePaper, viewPaper } from "../../extract/tag/paper-view.ts";
import {
  cohesionOf,
  gapBefore,
  isAdjacent,
  NOT_ADJACENT,
  tokenPlace,
  wordInPaper,
} from "../../extract/tag/token-context.ts";
import { placed, WINDOW } from "../../extract/tag/word-totals.ts";
import { type Sentence } from "../../extract/text/tokens.ts";
import { formFeatures, placeFeatures } from "../../extract/tag/type-features.ts";
import { formWords, placeWords, SLOTS } from "../../extract/tag/type-vectors.ts";
import { type WordFacts, Words } from "../../extract/tag/words.ts";
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
