import { describe, expect, it } from "vitest";
import { foldName, foldWords } from "../../src/lib/fold-name.ts";

describe("one name", () => {
  const same: readonly (readonly [string, string])[] = [
    ["BERT", "bert"],
    ["UNet", "U-Net"],
    ["GPT3", "GPT-3"],
    ["CIFAR 10", "CIFAR-10"],
    ["all_reduce", "all-reduce"],
    ["vision–language", "vision language"],
    ["  graph   neural\nnetwork ", "graph neural network"],
    ["Frechet", "Fréchet"],
    ["Fréchet", "Fre\u0301chet"],
    ["Fr\\'{e}chet", "Fréchet"],
    ["Erdos-Renyi", "Erdős–Rényi"],
    ["Lojasiewicz", "Łojasiewicz"],
    ["İstanbul", "istanbul"],
    ["beta-VAE", "β-VAE"],
    ["$\\beta$-VAE", "β-VAE"],
    ["𝛽-VAE", "βVAE"],
    ["μ-law", "µ law"],
    ["ϵ-greedy", "epsilon-greedy"],
    ["$\\varepsilon$-greedy", "ε-greedy"],
    ["Cohen’s kappa", "Cohen's κ"],
    ["R²", "R2"],
    ["ΟΔΟΣ", "οδος"],
    ["soft\u00adware", "software"],
    ["C ++", "C++"],
    ["a-\u0301b", "a-b"],
    ["a_\u0301", "a"],
  ];
  it.each(same)("%s is %s", (a, b) => {
    expect(foldName(a)).toBe(foldName(b));
    expect(foldName(a)).not.toBe("");
  });
});

describe("two names", () => {
  const different: readonly (readonly [string, string])[] = [
    ["C", "C++"],
    ["C", "C#"],
    ["C++", "C#"],
    ["A", "A*"],
    ["F1", "F1@10"],
    ["Llama 3.1", "Llama 31"],
    ["GPT-3 5B", "GPT-35B"],
    ["Q&A", "QA"],
    ["encoder/decoder", "encoder-decoder"],
    ["beta-VAE", "eta-VAE"],
    ["か", "が"],
    ["a ≠ b", "a = b"],
    ["RNN", "RNNs"],
  ];
  it.each(different)("%s is not %s", (a, b) => {
    expect(foldName(a)).not.toBe(foldName(b));
  });

  it("what names nothing has no key", () => {
    expect(["", " ", "-", "— _"].map(foldName)).toEqual(["", "", "", ""]);
  });
});

it("words stay apart for matching word by word", () => {
  expect(foldWords("The β-VAE of Fréchet")).toBe("the beta vae of frechet");
});
