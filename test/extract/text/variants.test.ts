import { expect, test } from "vitest";
import { variantKey } from "../../../src/extract/text/variants.ts";

const SAME: readonly (readonly string[])[] = [
  ["Graph Neural Networks", "graph neural network", "graph-neural networks"],
  ["fine-tuning", "fine tuning", "Fine-Tuning"],
  ["optimisation", "optimization"],
  ["behaviour cloning", "behavior cloning"],
  ["modelling", "modeling"],
  ["Rényi entropy", "Renyi entropies"],
  ["λ-calculus", "$\\lambda$-calculus", "lambda calculus"],
  ["density matrices", "density matrix"],
  ["LLMs", "LLM"],
];
test.each(SAME)("one term: %j", (first, ...others) => {
  for (const other of others) expect(variantKey(other)).toBe(variantKey(first));
});

const DIFFERENT: readonly [string, string][] = [
  ["bias", "bia"],
  ["analysis", "analyst"],
  ["noise", "noize"],
  ["GPS", "GP"],
  ["physics", "physic"],
];
test.each(DIFFERENT)("%s is not %s", (a, b) => {
  expect(variantKey(a)).not.toBe(variantKey(b));
});
