import { describe, expect, it } from "vitest";
import { encodeBackground, replaceTerms, type BackgroundWord } from "../../../src/dev/train/train-encode.ts";
import { wordVectors } from "../../../src/dev/train/train-vectors.ts";
import { decodeBackground, vectorOf } from "../../../src/extract/model/background.ts";
import { tokenizePaper, viewPaper } from "../../../src/extract/tag/paper-view.ts";
import { TextKinds } from "../../../src/extract/tag/text-kinds.ts";
import { formWords, placeWords, SLOTS, VectorScores } from "../../../src/extract/tag/type-vectors.ts";
import { Words, type WordFacts } from "../../../src/extract/tag/words.ts";
import { hash32 } from "../../../src/lib/hash.ts";

const VECTORS: Readonly<Record<string, number[]>> = {
  robust: [0.6, -0.8, 0, 0],
  parser: [0, 0, 1, 0],
  for: [0.5, 0.5, -0.5, 0.5],
  menus: [0, -1, 0, 0],
};
const table = encodeBackground(
  9,
  Object.entries(VECTORS).map(([word, vector]): BackgroundWord => {
    return {
      hash: hash32(word),
      papers: 4,
      titleRate: 0,
      capitalRate: 0,
      fine: 1,
      coarse: 1,
      vector: Float64Array.from(vector),
    };
  }),
  [{ hash: 5, papers: 4 }],
  [],
);

describe("word vectors", () => {
  it("come back from four bits a number with their direction", () => {
    const background = decodeBackground(table);
    for (const [word, vector] of Object.entries(VECTORS)) {
      const back = vectorOf(background, background.words.get(hash32(word)));
      expect(Math.hypot(...back)).toBeCloseTo(1, 5);
      const cosine = vector.reduce((sum, value, d) => sum + value * back[d]!, 0);
      expect(cosine).toBeGreaterThan(0.99);
    }
  });

  it("stay where they are when the terms are replaced", () => {
    const before = decodeBackground(table);
    const after = decodeBackground(replaceTerms(table, [{ hash: 77, papers: 3, mean: 0.5 }]));
    expect(after.vectors).toEqual(before.vectors);
    expect(after.phraseLogPapers).toEqual(before.phraseLogPapers);
    expect(after.terms.get(77)).toBe(0);
  });

  it("are alike for words that stand in the same places", () => {
    // 0 the, 1 runs, 2 cat, 3 dog, 4 of, 5 red
    const sequences = Array.from({ length: 40 }, (_, i) =>
      Int32Array.from(i % 2 === 0 ? [0, 2 + (i % 4 === 0 ? 0 : 1), 1, 0] : [4, 5, 4, 5]),
    );
    const { values, columns } = wordVectors(sequences, 6, { dimensions: 3, window: 1, contexts: 6, smoothing: 0.75 });
    const cosine = (a: number, b: number) => {
      let sum = 0;
      for (let d = 0; d < columns; d++) sum += values[a * columns + d]! * values[b * columns + d]!;
      return sum;
    };
    expect(cosine(2, 3)).toBeGreaterThan(0.99);
    expect(Math.abs(cosine(2, 5))).toBeLessThan(0.5);
  });
});

describe("scores by vectors", () => {
  const background = decodeBackground(table);
  const words = new Words(background);
  const text = tokenizePaper({ title: "A robust parser for menus", abstract: "" }, words);
  words.tagNewWords();
  const { view } = viewPaper(text, words, new TextKinds([], background))[0];
  const sentence = view.tokens.sentences[0]!;
  const CLASSES = 2;
  const weights = Array.from({ length: SLOTS * 4 * CLASSES }, (_, i) => ((i * 7) % 11) / 10 - 0.5);

  it("equal the weighted sum of the vectors in each slot", () => {
    const sums = new Float64Array(SLOTS * 4);
    const take = (slot: number, facts: WordFacts, share: number) => {
      if (facts.vector < 0) return;
      vectorOf(background, facts.vector).forEach((value, d) => (sums[slot * 4 + d]! += share * value));
    };
    formWords(view, 1, 3, take);
    placeWords(view, sentence, 1, 3, take);
    const scores = new VectorScores(weights, background, CLASSES);
    const found = new Float32Array(CLASSES);
    scores.addForm(view, 1, 3, found);
    scores.addPlace(view, sentence, 1, 3, found);
    for (let y = 0; y < CLASSES; y++) {
      const wanted = sums.reduce((sum, value, k) => sum + value * weights[k * CLASSES + y]!, 0);
      expect(found[y]).toBeCloseTo(wanted, 5);
    }
    expect(Math.abs(found[0]!)).toBeGreaterThan(0.01);
  });

  it("look a compound up by its last part", () => {
    const compound = new Words(background);
    compound.intern(["chart-parser", "unheard"]);
    compound.tagNewWords();
    expect(compound.facts.map(({ vector }) => vector)).toEqual([background.words.get(hash32("parser")), -1]);
  });
});
