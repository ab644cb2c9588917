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
  pairsFeatures,
  paperFeatures,
  placeFeatures as tokenPlaceFeatures,
  twoBeforeFeatures,
  twoBehindFeatures,
  wordAloneFeatures,
} from "../../extract/tag/context-features.ts";
import { factsAt, type FieldView } from "../../extract/tag/field-view.ts";
import { type HashSink } from "../../extract/model/feature-hash.ts";
import { type ExtractResources } from "../../extract/resources.ts";
import { type FieldText, tokenizePaper, viewPaper } from "../../extract/tag/paper-view.ts";
import {
  cohesionOf,
  gapBefore,
  isAdjacent,
  NOT_ADJACENT,
  pairsInPaper,
  tokenPlace,
  wordInPaper,
} from "../../extract/tag/token-context.ts";
import { placed, WINDOW } from "../../extract/tag/word-totals.ts";
import { type Sentence } from "../../extract/text/tokens.ts";
import { formFeatures, placeFeatures } from "../../extract/tag/type-features.ts";
import { formWords, placeWords, SLOTS } from "../../extract/tag/type-vectors.ts";
import { TextKinds } from "../../extract/tag/text-kinds.ts";
import { type WordFacts, Words } from "../../extract/tag/words.ts";
import { type FeatureIds } from "./feature-ids.ts";
import { trainTextKinds } from "./train-text-kinds.ts";
import { groupOf } from "./train-report.ts";
import { hash32 } from "../../lib/hash.ts";
import { type GoldPaper, projectGold, spanLabels } from "./train-gold.ts";

/** Features per item (token or span), as numbers of `FeatureIds`, and its class. */
export interface NumberedItems {
  readonly offset: Int32Array;
  readonly features: Int32Array;
  readonly labels: Uint8Array;
}

export interface PreparedPaper {
  readonly gold: GoldPaper;
  readonly isFurther: boolean;
  readonly fields: readonly [FieldText, FieldText];
  readonly sentences: readonly NumberedItems[];
  readonly spans: NumberedItems;
  /** Per span one vector per slot (`type-vectors.ts`): row-major, spans × (SLOTS × dimensions). */
  readonly spanVectors: Float32Array;
}

/** A feature of all tokens of further papers, of no text that is read: how much more or less their annotators take for terms. */
const OTHER_HAND = hash32("labelled by another hand");

/**
 * @param further learned from beside the gold: see `further-papers.ts`
 * @param ids take the features of tokens and of spans
 * @returns the papers of both, the gold first
 */
export function preparePapers(
  gold: readonly GoldPaper[],
  further: readonly GoldPaper[],
  { background, knownTags }: Pick<ExtractResources, "background" | "knownTags">,
  ids: FeatureIds,
): { papers: PreparedPaper[]; kinds: number[] } {
  const all = [...gold, ...further];
  const words = new Words(background, knownTags);
  const texts = all.map((paper) => tokenizePaper(paper, words));
  words.tagNewWords();
  const anyKind = new TextKinds([], background);
  const kinds = trainTextKinds(
    all.map(({ source }, d) => ({
      fields: viewPaper(texts[d]!, words, anyKind),
      isComputing: ["hf", "cs"].includes(groupOf(source)),
    })),
    background,
  );
  const textKinds = new TextKinds(kinds, background);
  const papers = all.map((paper, d) => {
    const isFurther = d >= gold.length;
    const fields = viewPaper(texts[d]!, words, textKinds);
    const sentences: NumberedItems[] = [];
    const spans = new ItemWriter(ids);
    const vectors: Float32Array[] = [];
    for (const { view } of fields) {
      const projected = projectGold(view.tokens, paper.terms);
      const labels = spanLabels(view.facts.length, projected);
      for (const sentence of view.tokens.sentences)
        sentences.push(sentenceItems(view, sentence, labels, background, ids, isFurther));
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
    return { gold: paper, isFurther, fields, sentences, spans: spans.done(), spanVectors };
  });
  return { papers, kinds };
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
  readonly #features: number[] = [];
  readonly #labels: number[] = [];
  readonly #sink: HashSink;

  constructor(ids: FeatureIds) {
    this.#sink = { push: (hash) => this.#features.push(ids.numberOf(hash)) };
  }

  add(label: number, write: (out: HashSink) => void): void {
    write(this.#sink);
    this.#offset.push(this.#features.length);
    this.#labels.push(label);
  }

  done(): NumberedItems {
    return {
      offset: Int32Array.from(this.#offset),
      features: Int32Array.from(this.#features),
      labels: Uint8Array.from(this.#labels),
    };
  }
}

function sentenceItems(
  view: FieldView,
  sentence: Sentence,
  labels: Uint8Array,
  background: Background,
  ids: FeatureIds,
  isFurther: boolean,
): NumberedItems {
  const writer = new ItemWriter(ids);
  for (let i = sentence.from; i < sentence.to; i++) {
    writer.add(labels[i]!, (out) => {
      for (let offset = -WINDOW; offset <= WINDOW; offset++) {
        const facts = factsAt(view, sentence, i + offset);
        const count = Math.abs(offset) <= 1 ? facts.features.length : facts.far;
        for (let k = 0; k < count; k++) out.push(placed(facts.features[k]!, offset));
      }
      contextFeatures(view, sentence, i, background, out);
      if (isFurther) out.push(OTHER_HAND);
    });
  }
  return writer.done();
}

/** All that `LabelTotals` sums beside the words' own features. */
function contextFeatures(view: FieldView, sentence: Sentence, i: number, background: Background, out: HashSink): void {
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
  pairsFeatures(pairsInPaper(view, sentence, i), out);
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
