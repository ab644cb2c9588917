import { expect, test } from "vitest";
import { tokenize } from "../../../src/extract/text/tokens.ts";

const WORDS: readonly [text: string, words: readonly string[]][] = [
  ["Multi-agent RL (MARL) works.", ["Multi-agent", "RL", "MARL", "works"]],
  ["Bayes's rule and Qwen2.5-Math-7B", ["Bayes", "'s", "rule", "and", "Qwen2.5-Math-7B"]],
  ["C++, F1@5 and Q&A", ["C++", "F1@5", "and", "Q&A"]],
  [
    "see https://x.org/a?b=1 for $x^2 + \\alpha$ only",
    ["see", "https://x.org/a?b=1", "for", "$x^2 + \\alpha$", "only"],
  ],
  ["costs $5 or $6 today", ["costs", "5", "or", "6", "today"]],
  ["i.i.d. samples", ["i.i.d.", "samples"]],
];

test.each(WORDS)("words of %j", (text, words) => {
  const tokens = tokenize(text);
  expect(tokens.words).toEqual(words);
  tokens.words.forEach((word, i) => expect(text.slice(tokens.start[i], tokens.end[i])).toBe(word));
});

const SENTENCES: readonly [text: string, sentences: readonly string[]][] = [
  ["We win. They lose!", ["We win.", "They lose!"]],
  ["Some tasks, e.g. parsing, are hard. We parse.", ["Some tasks, e.g. parsing, are hard.", "We parse."]],
  ["Smith et al. show it (see Fig. 2). We agree.", ["Smith et al. show it (see Fig. 2).", "We agree."]],
  ["It is 3.5 times faster. Code: https://x.org.", ["It is 3.5 times faster.", "Code: https://x.org."]],
];

test.each(SENTENCES)("sentences of %j", (text, sentences) => {
  expect(tokenize(text).sentences.map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
});

test("long odd text is cut into bounded sentences", () => {
  const { sentences } = tokenize("a's ".repeat(5000));
  expect(Math.max(...sentences.map(({ from, to }) => to - from))).toBeLessThanOrEqual(200);
});
