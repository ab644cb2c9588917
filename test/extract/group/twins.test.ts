import { beforeAll, describe, expect, it, test } from "vitest";
import { readDecisions } from "../../../src/contract/decisions.ts";
import { extractTerms, type ExtractResources } from "../../../src/extract/extract.ts";
import { clippedParts, spellsOut } from "../../../src/extract/group/clipped-names.ts";
import { isCutWithDigit } from "../../../src/extract/group/short-keys.ts";
import { type TwinFacts, twinRules } from "../../../src/extract/group/twin-rules.ts";
import { loadResources } from "../../../src/io/load-resources.ts";
import { paperOf } from "../../papers.ts";

const TYPES: Readonly<Record<string, number>> = {
  summarization: 1,
  "self attention": 0,
  perplexity: 3,
  coco: 2,
  clustering: 0,
};
const FACTS: TwinFacts = {
  typeOf: (key) => TYPES[key] ?? (key === "mamba" || key === "graph network" || key === "transformer" ? 0 : 4),
  isName: (key) => key === "mamba",
  areTogether: (_, other) => other === "wake sleep",
  sameWords: (word) => (word === "textual" ? ["text"] : []),
};
const twinsOf = (key: string): string[] => twinRules.flatMap(({ twins }) => twins(key, key.split(" "), FACTS));

const SAME: readonly [key: string, twin: string][] = [
  ["frames rate", "frame rate"],
  ["one shot in context tuning", "in context one shot tuning"],
  ["pruning of weight", "weight pruning"],
  ["textual corpus", "text corpus"],
  ["perplexity score", "perplexity"],
  ["self attention mechanism", "self attention"],
  ["summarization task", "summarization"],
  ["coco dataset", "coco"],
  ["mamba model", "mamba"],
  ["graph network model", "graph network"],
  ["wake sleep algorithm", "wake sleep"],
  ["text to motion generation", "text to motion"],
  ["transformer based encoder", "transformer encoder"],
];
test.each(SAME)("%s may be written %s", (key, twin) => expect(twinsOf(key)).toContain(twin));

const OTHER: readonly [key: string, other: string][] = [
  ["reward model", "reward"],
  ["vision task", "vision"],
  ["clustering algorithm", "clustering"],
  ["energy based model", "energy model"],
  ["text to image model", "image to text model"],
  ["textual", "text"],
  ["image generation", "image"],
  ["few shot method", "few shot"],
];
test.each(OTHER)("%s is not %s", (key, other) => expect(twinsOf(key)).not.toContain(other));

describe("clipped names", () => {
  it("are spelt out by words that begin alike", () => {
    expect(clippedParts("GroupNorm")).toEqual(["group", "norm"]);
    expect(spellsOut(["group", "normalization"], ["group", "norm"])).toBe(true);
    expect(spellsOut(["group", "norm"], ["group", "norm"])).toBe(false);
    expect(spellsOut(["group", "wise", "normalization"], ["group", "norm"])).toBe(false);
  });
  it("names of models are none", () => {
    for (const name of ["EdgeNet", "BERT", "ViT", "Adam", "iPhone"]) expect(clippedParts(name)).toEqual([]);
  });
});

test("a cut with a digit names a kind of what it is cut from", () => {
  expect(isCutWithDigit({ short: "FLOAT8", long: "float" })).toBe(true);
  expect(isCutWithDigit({ short: "T3", long: "triiodothyronine" })).toBe(false);
  expect(isCutWithDigit({ short: "W3C", long: "World Wide Web Consortium" })).toBe(false);
});

describe("in a corpus", () => {
  let resources: ExtractResources;
  beforeAll(async () => {
    resources = await loadResources();
  });
  const PAPERS = [
    paperOf("a", "Training is slow, and its computational cost grows. We reduce the computational cost of attention."),
    paperOf("b", "Training is slow, and its computation cost grows. We reduce the computation cost of attention."),
    paperOf("c", "We train CLIP on images and captions. CLIP is a vision-language model for zero-shot classification."),
    paperOf("d", "We cut long videos into clips. Each clip is annotated with an action, and the clips are short."),
    paperOf("e", "We present KiteNet, a network that steers kites. KiteNet learns fast.", "KiteNet: Steering Kites"),
    paperOf("f", "KiteNet is a data network for islands. KiteNet needs no cable.", "KiteNet: Links without Cables"),
  ];
  const formsOf = async (text = "") => {
    const { decisions } = readDecisions(text);
    const { value, ledger } = await extractTerms(PAPERS, resources, undefined, { decisions });
    const nodeOf = (form: string) =>
      value.terms.find(({ term, aliases }) => term === form || aliases.some((alias) => alias.text === form))?.term;
    return { nodeOf, ledger };
  };

  it("derived words are one term, told in the ledger, and a split parts them again", async () => {
    const { nodeOf, ledger } = await formsOf();
    expect(nodeOf("computational cost")).toBeDefined();
    expect(nodeOf("computation cost")).toBe(nodeOf("computational cost"));
    expect(ledger.filter(({ rule }) => rule === "derived word").length).toBeGreaterThan(0);
    const parted = await formsOf("split\tcomputation cost\n");
    expect(parted.nodeOf("computation cost")).not.toBe(parted.nodeOf("computational cost"));
  });

  it("a name that opens two titles is two terms, told apart by these, and a merge joins them", async () => {
    const named = (terms: readonly { readonly term: string }[]) =>
      terms.map(({ term }) => term).filter((term) => term.startsWith("KiteNet"));
    const { value, ledger } = await extractTerms(PAPERS, resources);
    expect(named(value.terms).sort()).toEqual(["KiteNet (Links without Cables)", "KiteNet (Steering Kites)"]);
    expect(ledger.filter(({ rule }) => rule === "name of two titles")).toHaveLength(1);
    const { decisions } = readDecisions("merge\tKiteNet\tKiteNet\n");
    const joined = await extractTerms(PAPERS, resources, undefined, { decisions });
    expect(named(joined.value.terms)).toEqual(["KiteNet"]);
  });

  it("a name in capitals is not its ordinary word", async () => {
    const { nodeOf } = await formsOf();
    expect(nodeOf("CLIP")).toBeDefined();
    expect(nodeOf("clips") ?? nodeOf("clip")).not.toBe(nodeOf("CLIP"));
  });
});
