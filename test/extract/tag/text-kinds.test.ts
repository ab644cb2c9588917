import { describe, expect, it } from "vitest";
import { encodeBackground, type BackgroundWord } from "../../../src/dev/train/train-encode.ts";
import { endsOf } from "../../../src/extract/tag/candidate-ends.ts";
import { decodeBackground } from "../../../src/extract/model/background.ts";
import { mix32 } from "../../../src/extract/model/feature-hash.ts";
import { tokenizePaper, viewPaper } from "../../../src/extract/tag/paper-view.ts";
import { kindOf, KINDS, TextKinds } from "../../../src/extract/tag/text-kinds.ts";
import { formFeatures } from "../../../src/extract/tag/type-features.ts";
import { Words } from "../../../src/extract/tag/words.ts";
import { EndFact } from "../../../src/extract/types.ts";
import { hash32 } from "../../../src/lib/hash.ts";

const word = (text: string, vector: number[], papers = 64): BackgroundWord => ({
  hash: hash32(text),
  papers,
  titleRate: 0.2,
  capitalRate: 0,
  fine: 1,
  coarse: 1,
  vector: Float64Array.from(vector),
});
const background = decodeBackground(
  encodeBackground(
    1000,
    [
      word("compiler", [1, 0]),
      word("parser", [1, 0]),
      word("oven", [-1, 0]),
      word("dough", [-1, 0]),
      word("hot", [0, 1], 2),
    ],
    [{ hash: mix32(hash32("hot"), hash32("oven")) >>> 0, papers: 16 }],
    [],
  ),
);
/** Computing is what has a positive first number. */
const kinds = new TextKinds([8, 0, 0], background);

function viewOf(abstract: string) {
  const words = new Words(background);
  const text = tokenizePaper({ title: "", abstract }, words);
  words.tagNewWords();
  return viewPaper(text, words, kinds)[1].view;
}

describe("kinds of text", () => {
  it("are steps of the probability", () => {
    expect([0, 0.24, 0.25, 0.5, 0.99, 1].map(kindOf)).toEqual([0, 0, 1, 2, 3, KINDS - 1]);
  });

  it("follow the words, however often other words stand between them", () => {
    expect(viewOf("The compiler wraps a parser.").paper.kind).toBe(3);
    expect(viewOf("The oven warms the dough.").paper.kind).toBe(0);
    expect(viewOf("The compiler warms the oven.").paper.kind).toBe(2);
  });

  it("give a string other features of its type", () => {
    const featuresOf = (abstract: string) => {
      const view = viewOf(abstract);
      const at = view.tokens.words.indexOf("analysis");
      const out: number[] = [];
      formFeatures(view, at, at + 1, out);
      return new Set(out);
    };
    const computing = featuresOf("The compiler needs analysis.");
    const other = featuresOf("The dough needs analysis.");
    const shared = [...computing].filter((feature) => other.has(feature));
    expect(shared.length).toBeGreaterThan(10);
    expect(computing.size - shared.length).toBe(7);
  });
});

describe("what stands beside a candidate", () => {
  const view = viewOf("We warm the hot oven, dough and all.");
  const sentence = view.tokens.sentences[0]!;
  const at = view.tokens.words.indexOf("oven");
  const ends = endsOf(view, sentence, at, at + 1, background);

  it("is the word before it and how it sticks", () => {
    expect(ends[EndFact.BeforePapers]).toBe(15);
    expect(ends[EndFact.BeforeCohesion]).toBeGreaterThan(2);
  });

  it("is nothing beyond a comma", () => {
    expect([ends[EndFact.BehindPapers], ends[EndFact.BehindKind], ends[EndFact.BehindCohesion]]).toEqual([0, 5, 0]);
    expect(ends).toHaveLength(12);
    expect(ends[EndFact.TextKind]).toBe(view.paper.kind);
  });
});
