import { describe, expect, it, test } from "vitest";
import type { TermType } from "../../../src/contract/graph-document.ts";
import { canonicalCorpus } from "../../../src/graph/corpus.ts";
import { alikeness } from "../../../src/graph/edges/alike-papers.ts";
import { broaderTerms, type KindTerm } from "../../../src/graph/edges/broader-terms.ts";
import { saidKinds } from "../../../src/graph/edges/sentence-kinds.ts";
import { termKinds } from "../../../src/graph/edges/term-kinds.ts";
import { featureMatrix } from "../../../src/graph/similarity/features.ts";
import { sparseMatrix } from "../../../src/graph/similarity/sparse.ts";
import { corpusOf } from "../corpus-maker.ts";

const termOf = (term: string, type: TermType = "method", papers = 1, ...aliases: string[]): KindTerm => ({
  term,
  type,
  papers,
  aliases: aliases.map((text) => ({ text })),
});
const namesOf = (terms: readonly KindTerm[], alike = 1): string[] =>
  broaderTerms(terms, (pairs) => pairs.map(() => alike)).map(
    ({ narrower, broader }) => `${terms[narrower]!.term} < ${terms[broader]!.term}`,
  );

describe("kinds by name", () => {
  it("a term's broader one is its longest end, plural aside; hyphens bind", () => {
    const terms = ["neural networks", "graph neural network", "network", "Graph-neural network"].map((t) => termOf(t));
    expect(broaderTerms(terms, (pairs) => pairs.map(() => 1))).toEqual([
      { narrower: 0, broader: 2, share: 1 / 2 },
      { narrower: 1, broader: 0, share: 2 / 3 },
      { narrower: 3, broader: 2, share: 1 / 3 },
    ]);
  });

  const NOT: readonly [narrower: string, broader: string][] = [
    ["saliency maps", "mAP"],
    ["audio clips", "CLIP"],
    ["semi-supervised parsing", "supervised parsing"],
    ["video-text matching", "text matching"],
    ["training with human preferences", "human preferences"],
    ["committee of experts", "experts"],
    ["ranking or linear regression", "linear regression"],
    ["Mini-GPT", "GPT"],
    ["multi-task", "task"],
  ];
  test.each(NOT)("%s is no kind of %s", (narrower, broader) => {
    expect(namesOf([termOf(narrower), termOf(broader, "method", 5)])).toEqual([]);
  });

  const KINDS: readonly [narrower: string, broader: string][] = [
    ["cross-attention", "attention"],
    ["speech-to-text generation", "text generation"],
    ["transfer learning with adapters", "transfer learning"],
    ["frozen CLIP", "CLIPs"],
    ["Sparse Transformers", "transformer"],
  ];
  test.each(KINDS)("%s is a kind of %s", (narrower, broader) => {
    expect(namesOf([termOf(narrower), termOf(broader, "method", 5)])).toEqual([`${narrower} < ${broader}`]);
  });

  it("a last word alone counts only where the papers are alike, the more so between types", () => {
    const terms = [termOf("anaphora resolution", "task"), termOf("resolution", "concept", 9)];
    expect(namesOf(terms, 0.5)).toEqual([]);
    expect(namesOf(terms, 0.9)).toEqual(["anaphora resolution < resolution"]);
    const alikeTypes = [termOf("image segmentation", "task"), termOf("segmentation", "task", 9)];
    expect(namesOf(alikeTypes, 0.5)).toEqual(["image segmentation < segmentation"]);
    expect(namesOf(alikeTypes, 0.1)).toEqual([]);
  });

  it("other forms of a term count, a lone last word of them does not", () => {
    const terms = [termOf("GRU", "method", 4, "gated recurrent unit"), termOf("recurrent units"), termOf("unit")];
    expect(namesOf(terms)).toContain("GRU < recurrent units");
    expect(namesOf([terms[0]!, terms[2]!])).toEqual([]);
  });
});

test("papers on one subject are more alike than others", () => {
  const rows = [
    [0, 1],
    [0, 1],
    [0, 1],
    [2, 3],
    [2, 3],
    [2, 4],
  ].map((columns) => new Map(columns.map((column) => [column, Math.SQRT1_2] as const)));
  // Term 0 in papers 0 and 1, term 1 in papers 0 and 2, term 2 in paper 3.
  const papersOf = {
    offsets: Int32Array.of(0, 2, 4, 5),
    papers: Int32Array.of(0, 1, 0, 2, 3),
    rows: Int32Array.of(0, 1, 2, 3, 4),
  };
  const features = sparseMatrix(
    rows.map((row, i) => new Map([...row, [5 + i, 0.1] as const])),
    11,
  );
  const [near, far] = alikeness(
    [
      { narrower: 1, broader: 2 },
      { narrower: 2, broader: 0 },
    ],
    papersOf,
    features,
  );
  expect(near).toBeLessThan(0.5);
  expect(far).toBeLessThan(0.5);
  expect([...alikeness([{ narrower: 1, broader: 0 }], papersOf, features)][0]).toBeGreaterThan(-1);
});

const READ: readonly [text: string, ...kinds: string[]][] = [
  [
    "We tune optimizers such as Adagrad, RMSprop and Lion.",
    "Adagrad < optimizers",
    "Lion < optimizers",
    "RMSprop < optimizers",
  ],
  ["Adagrad, Lion, and other optimizers are slow.", "Adagrad < optimizers", "Lion < optimizers"],
  ["It needs optimizers (e.g., Lion) to learn.", "Lion < optimizers"],
  ["An optimizer such as Lion is used."],
  ["Optimizers help. Such as Lion may be."],
  ["Many optimizers fail on tasks such as Lion hunting."],
];
test.each(READ)("read: %s", (abstract, ...expected) => {
  const made = corpusOf(
    [{ id: "a", title: "Steps", abstract }],
    ["optimizers", "Optimizers", "optimizer", "Adagrad", "RMSprop", "Lion"],
  );
  const corpus = canonicalCorpus(made.papers, made.extraction);
  const found = saidKinds(corpus).map(
    (kind) => `${corpus.terms[kind.narrower]!.term} < ${corpus.terms[kind.broader]!.term}`,
  );
  expect(found.sort()).toEqual(expected);
});

test("kinds make no circle, and what is known beforehand counts between terms of one type", () => {
  const texts = [
    { id: "a", title: "One", abstract: "There are planners such as rankers. All rankers such as planners fail." },
    { id: "b", title: "Two", abstract: "Here solvers and planners and rankers meet." },
  ];
  const made = corpusOf(texts, ["planners", "rankers", "solvers"]);
  const corpus = canonicalCorpus(made.papers, made.extraction);
  const known = new Map([["solver", new Map([["planner", 3]])]]);
  const kinds = termKinds(corpus, featureMatrix(corpus), known).map(
    ({ narrower, broader }) => `${corpus.terms[narrower]!.term} < ${corpus.terms[broader]!.term}`,
  );
  expect(kinds.filter((kind) => !kind.startsWith("solvers"))).toHaveLength(1);
  expect(kinds).toContain("solvers < planners");
});
