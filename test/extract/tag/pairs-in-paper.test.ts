import { expect, test } from "vitest";
import { encodeBackground } from "../../../src/dev/train/train-encode.ts";
import { decodeBackground } from "../../../src/extract/model/background.ts";
import { PAIR_KEYS, pairsKey } from "../../../src/extract/tag/context-features.ts";
import { tokenizePaper, viewPaper } from "../../../src/extract/tag/paper-view.ts";
import { TextKinds } from "../../../src/extract/tag/text-kinds.ts";
import { pairsInPaper } from "../../../src/extract/tag/token-context.ts";
import { Words } from "../../../src/extract/tag/words.ts";

const background = decodeBackground(encodeBackground(9, [], [], []));
const words = new Words(background);
const text = tokenizePaper(
  {
    title: "Rye bread at home",
    abstract: "Good rye bread needs time. Rye bread, slow dough and rye flour; slow dough rests.",
  },
  words,
);
words.tagNewWords();
const [title, abstract] = viewPaper(text, words, new TextKinds([], background));

test("a word is told how often the paper says it with its neighbours", () => {
  const levels = abstract.view.tokens.words.map((word, i) => `${word} ${abstract.view.pairs[i]}`);
  expect(levels).toEqual([
    "Good 0",
    "rye 1",
    "bread 3",
    "needs 1",
    "time 1",
    "Rye 0",
    "bread 3",
    "slow 0",
    "dough 2",
    "and 1",
    "rye 1",
    "flour 1",
    "slow 0",
    "dough 2",
    "rests 1",
  ]);
  expect([...title.view.pairs]).toEqual([0, 3, 1, 1]);
});

test("nothing is said beyond the sentence", () => {
  const [first, second] = abstract.view.tokens.sentences;
  expect(pairsInPaper(abstract.view, first!, first!.to - 1)).toEqual({ before: 1, behind: 0, times: 1 });
  expect(pairsInPaper(abstract.view, second!, second!.from)).toEqual({ before: 0, behind: 3, times: 4 });
});

test("each answer has a key of its own", () => {
  const keys = new Set<number>();
  for (let before = 0; before < 4; before++)
    for (let behind = 0; behind < 4; behind++)
      for (let times = 0; times < 6; times++) keys.add(pairsKey({ before, behind, times }));
  expect(keys.size).toBe(PAIR_KEYS);
  expect(Math.max(...keys)).toBe(PAIR_KEYS - 1);
});
