import { describe, expect, it } from "vitest";
import type { TermType } from "../../../src/contract/graph-document.ts";
import type { StatedPart, StatedResult } from "../../../src/domain/statement.ts";
import { findResults } from "../../../src/extract/results/find-results.ts";
import { readableLength } from "../../../src/extract/sentences/readable-length.ts";

/** Terms in square brackets with their type's first letter: "[m BERT]". */
const TYPES: Readonly<Record<string, TermType>> = {
  m: "method",
  d: "dataset",
  t: "task",
  q: "metric",
  c: "concept",
};

interface Said {
  readonly value: string;
  readonly kind: string;
  readonly metric?: string;
  readonly on?: readonly string[];
  readonly method?: string;
  readonly baselines?: readonly string[];
  readonly from?: string;
}

/** What is found in a sentence that stands at offset 7 of its field. */
function read(marked: string): { readonly text: string; readonly results: readonly StatedResult[] } {
  const types: TermType[] = [];
  const terms: { start: number; end: number; term: number }[] = [];
  let text = "";
  for (const part of marked.split(/(\[[mdtqc] [^\]]+\])/)) {
    const marking = /^\[([mdtqc]) ([^\]]+)\]$/.exec(part);
    const words = marking ? marking[2]! : part;
    if (marking) {
      terms.push({ start: text.length, end: text.length + words.length, term: types.length });
      types.push(TYPES[marking[1]!]!);
    }
    text += words;
  }
  const sentence = { field: "abstract", start: 7, end: 7 + text.length, text: readableLength(text), terms } as const;
  return { text, results: findResults(sentence, (term) => types[term]!) };
}

function said(marked: string): Said[] {
  const { text, results } = read(marked);
  const words = ({ start, end }: { readonly start: number; readonly end: number }) => text.slice(start - 7, end - 7);
  const list = (parts: readonly StatedPart[]) => parts.map(words);
  return results.map(({ value, kind, metric, on, method, baselines, from }) => ({
    value: words(value),
    kind,
    ...(metric && { metric: words(metric) }),
    ...(on.length > 0 && { on: list(on) }),
    ...(method && { method: words(method) }),
    ...(baselines.length > 0 && { baselines: list(baselines) }),
    ...(from && { from: words(from) }),
  }));
}

describe("results of a sentence", () => {
  it.each<readonly [string, readonly Said[]]>([
    [
      "[m WeaveNet] improves [d GLUE] by 2.1 points over [m BERT].",
      [{ value: "2.1 points", kind: "gain", on: ["GLUE"], method: "WeaveNet", baselines: ["BERT"] }],
    ],
    [
      "[m WeaveNet] achieves 87.3 % top-1 accuracy on [d ImageNet].",
      [{ value: "87.3 %", kind: "absolute", metric: "top-1 accuracy", on: ["ImageNet"], method: "WeaveNet" }],
    ],
    [
      "Our method is 3.4\\times faster than [m BERT].",
      [{ value: "3.4\\times", kind: "factor", method: "Our method", baselines: ["BERT"] }],
    ],
    [
      "We show that [m WeaveNet] improves the [q F1 score] from 71.2% to 80.4% on [d SQuAD].",
      [{ value: "80.4%", kind: "absolute", metric: "F1 score", on: ["SQuAD"], method: "WeaveNet", from: "71.2%" }],
    ],
    [
      "[m WeaveNet] reaches 90% accuracy on [d GLUE] and 80% on [d SQuAD].",
      [
        { value: "90%", kind: "absolute", metric: "accuracy", on: ["GLUE"], method: "WeaveNet" },
        { value: "80%", kind: "absolute", metric: "accuracy", on: ["SQuAD"], method: "WeaveNet" },
      ],
    ],
    [
      "[m WeaveNet] has a precision and recall of 91% and 82%, respectively.",
      [
        { value: "91%", kind: "absolute", metric: "precision", method: "WeaveNet" },
        { value: "82%", kind: "absolute", metric: "recall", method: "WeaveNet" },
      ],
    ],
    [
      "Compared to [m BERT], [m WeaveNet] reduces memory usage by up to 40%.",
      [{ value: "40%", kind: "gain", metric: "memory usage", method: "WeaveNet", baselines: ["BERT"] }],
    ],
    [
      "[m WeaveNet] outperforms [m BERT], [m ELMo] and [m GPT] by 1.5 points.",
      [{ value: "1.5 points", kind: "gain", method: "WeaveNet", baselines: ["BERT", "ELMo", "GPT"] }],
    ],
    [
      "[m WeaveNet] yields a 2.4x latency speedup for [t video generation].",
      [{ value: "2.4x", kind: "factor", metric: "latency", on: ["video generation"], method: "WeaveNet" }],
    ],
  ])("%s", (sentence, expected) => {
    expect(said(sentence)).toEqual(expected);
  });

  it.each([
    "The prevalence of [c glaucoma] was 12% (95% CI 10-14%).",
    "[m GPT-4] was published in 2023 with [c 1.8 trillion parameters].",
    "[m WeaveNet] is trained on 10% of the data of [d ImageNet].",
    "The difference was significant for [c weight] (p < 0.05, n = 12).",
    "[m Llama 3.1] and [m Claude 3.5] are studied in section 3.2.",
    "Our contributions to [t weaving] are two-fold.",
    "One layer of [m WeaveNet] has a thickness of 3.5 mm.",
  ])("none in: %s", (sentence) => {
    expect(said(sentence)).toEqual([]);
  });

  it("parses numbers, ranges, bounds and units", () => {
    const numbers = (sentence: string) =>
      read(sentence).results.map(({ number, to, unit, bound }) => [number, to, unit, bound]);
    expect(numbers("[m Loom] improves accuracy by up to 1,234.5% over [m BERT].")).toEqual([
      [1234.5, undefined, "%", "up to"],
    ]);
    expect(numbers("[m Loom] reduces latency by 33-59% over [m BERT].")).toEqual([[33, 59, "%", undefined]]);
    expect(numbers("[m Loom] is three orders of magnitude faster than [m BERT].")).toEqual([
      [1000, undefined, "x", undefined],
    ]);
    expect(numbers("[m Loom] cuts memory usage by half.")).toEqual([[0.5, undefined, "x", undefined]]);
    expect(numbers("[m Loom] improves accuracy by 2.5 percentage points.")).toEqual([
      [2.5, undefined, "points", undefined],
    ]);
  });

  it("speaks of the paper's own method as such, and never of who only tells", () => {
    const own = (sentence: string) => read(sentence).results.map(({ method }) => method?.isOwn);
    expect(own("We improve accuracy by 5% on [d GLUE].")).toEqual([true]);
    expect(own("We observe gains of 5% on [d GLUE].")).toEqual([undefined]);
    expect(own("Our results show an improvement of 5% on [d GLUE].")).toEqual([undefined]);
  });
});

describe("readable length", () => {
  it.each(["$87.3\\%$ of $5\\times$", "a–b — c", "x ≈ 5 \\pm 2", "{\\bf 5}", "5\u202f% ~ 3"])(
    "keeps offsets: %s",
    (given) => {
      expect(readableLength(given)).toHaveLength(given.length);
    },
  );
});
