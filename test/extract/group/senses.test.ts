import { expect, test } from "vitest";
import { extractTerms } from "../../../src/extract/extract.ts";
import { gatherSenses } from "../../../src/extract/group/senses.ts";
import { variantKey } from "../../../src/extract/text/variants.ts";
import { loadResources } from "../../../src/io/load-resources.ts";
import { paperOf } from "../../papers.ts";

/** Senses of a short form that one paper each defines by one of the long forms. */
function sensesOf(short: string, longs: readonly string[], papersWith: ReadonlyMap<string, number> = new Map()) {
  const definitions = longs.map((long) => [{ short, long }]);
  return gatherSenses(
    definitions,
    definitions.map((_, i) => i),
    variantKey,
    papersWith,
  ).of(short);
}

const ONE: readonly [short: string, ...longs: string[]][] = [
  ["LSTM", "long short-term memory", "Long-Short Term Memory networks"],
  ["KNN", "k-nearest neighbours", "k nearest neighbors"],
  ["MLLM", "multimodal large language models", "Multi-modality Large Language Model"],
  ["LLM", "large language models", "large-scale language models"],
  ["VLM", "vision-language models", "visual language model"],
  ["RLHF", "reinforcement learning from human feedback", "Reinforcement Learning with Human Feedback"],
  ["MLE", "maximum likelihood estimation", "maximum-likelihood"],
  ["RoPE", "rotary positional embeddings", "Rotary Position Encoding"],
  ["CDM", "conditional diffusion models", "conditional diffusion probabilistic models"],
];
test.each(ONE)("one sense of %s: %s, %s", (short, ...longs) => {
  expect(sensesOf(short, longs)).toHaveLength(1);
});

const TWO: readonly [short: string, ...longs: string[]][] = [
  ["CL", "continual learning", "contrastive learning"],
  ["LRM", "large reasoning models", "Large Reconstruction Model"],
  ["PDE", "partial differential equations", "Probability Distribution Encoder"],
  ["EM", "exact match", "electron microscopy"],
  ["CAD", "computer-aided design", "computer-aided diagnosis"],
];
test.each(TWO)("two senses of %s: %s, %s", (short, ...longs) => {
  expect(sensesOf(short, longs)).toHaveLength(2);
});

test("a model and its training task are two senses once both are in use", () => {
  const longs = ["masked language modeling", "masked language models"];
  expect(sensesOf("MLM", longs)).toHaveLength(1);
  const used = new Map(longs.map((long) => [variantKey(long), 3]));
  expect(sensesOf("MLM", longs, used)).toHaveLength(2);
});

test("a short form inside a term is read as the corpus defines it, and the merge can be undone", async () => {
  const resources = await loadResources();
  const papers = [
    paperOf("a", "We study multi-agent reinforcement learning (MARL) and reinforcement learning (RL)."),
    paperOf("b", "We propose a reinforcement learning (RL) agent. Multi-agent RL is used for traffic control."),
  ];
  const { value, ledger } = await extractTerms(papers, resources);
  const marl = value.terms.find(({ aliases }) => aliases.some(({ text }) => text === "Multi-agent RL"));
  expect(marl?.term).toBe("multi-agent reinforcement learning");
  expect(ledger).toContainEqual(expect.objectContaining({ subject: "Multi-agent RL", rule: "abbreviation" }));
  const split = await extractTerms(papers, resources, undefined, {
    decisions: [{ kind: "split", form: "Multi-agent RL", line: 1 }],
  });
  expect(split.value.terms.map(({ term }) => term)).toEqual(
    expect.arrayContaining(["Multi-agent RL", "multi-agent reinforcement learning"]),
  );
});

test("an abbreviation of two senses is shown with the one that is meant", async () => {
  const papers = [
    paperOf(
      "a",
      "We propose continual learning (CL) for robots. CL is hard. CL needs CL methods such as CL. CL is CL.",
    ),
    paperOf(
      "b",
      "We propose contrastive learning (CL) of images. CL is good. CL needs CL pairs and CL loss. CL is CL.",
    ),
    paperOf("c", "We train with CL on ImageNet."),
  ];
  const { value } = await extractTerms(papers, await loadResources());
  const names = value.terms.map(({ term }) => term);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain("CL");
  expect(names.filter((name) => /^CL \(con.* learning\)$/u.test(name) || /^con\w+ learning$/u.test(name))).toHaveLength(
    2,
  );
});
