import { expect, test } from "vitest";
import type { Role } from "../../src/contract/graph-document.ts";
import { findRole } from "../../src/extract/roles.ts";

const CASES: readonly [sentence: string, term: string, role: Role][] = [
  ["We propose TreeNet, a parser.", "TreeNet", "proposes"],
  ["In this paper, we introduce a novel framework called TreeNet.", "TreeNet", "proposes"],
  ["A candidate selection mechanism is designed to find them.", "candidate selection mechanism", "proposes"],
  ["Our method builds on contrastive learning.", "contrastive learning", "uses"],
  ["We fine-tune BERT with adapters.", "BERT", "uses"],
  ["TreeNet outperforms AlphaFold by 3 points.", "AlphaFold", "compares"],
  ["Experiments on ImageNet and CIFAR-10 confirm it.", "CIFAR-10", "evaluates"],
  ["We study the convergence of gradient descent.", "gradient descent", "studies"],
  ["Existing methods use convolutions.", "convolutions", "mentions"],
  ["Deep learning is popular.", "Deep learning", "mentions"],
];

test.each(CASES)("%s", (sentence, term, role) => {
  const start = sentence.indexOf(term);
  expect(findRole([{ sentence, start, end: start + term.length, inTitle: false }]).role).toBe(role);
});

test("the name before a title's colon is what the paper proposes", () => {
  const sentence = "TreeNet: a parser";
  expect(findRole([{ sentence, start: 0, end: 7, inTitle: true }]).role).toBe("proposes");
});
