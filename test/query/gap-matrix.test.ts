import { expect, test } from "vitest";
import type { GraphDocument, RelationEdge, TermType } from "../../src/contract/graph-document.ts";
import { indexGraph } from "../../src/query/graph-index.ts";
import { answerQuestion } from "../../src/query/questions.ts";
import { smallDocument } from "../documents/small.ts";

const document = smallDocument();

/** A dozen papers of one community; terms in order, each with its papers. */
function mapOf(terms: readonly (readonly [name: string, type: TermType, papers: readonly number[]])[]): GraphDocument {
  const papers = Array.from({ length: 12 }, (_, i) => ({ ...document.papers[0]!, node: `p${i}`, id: `${i}` }));
  const pair = (source: number, target: number): RelationEdge => ({
    ...{ source: `t${source}`, target: `t${target}` },
    ...{ kind: "cooccurs" as const, papers: 2, npmi: 0.6, weight: 1, evidence: [] },
  });
  return {
    ...document,
    papers,
    terms: terms.map(([term, type, own], i) => ({
      ...document.terms[0]!,
      ...{ node: `t${i}`, term, type, aliases: [], papers: own.length, count: own.length },
    })),
    mentions: terms.flatMap(([, , own], i) =>
      own.map((paper) => ({ ...document.mentions.at(0)!, paper: `p${paper}`, term: `t${i}` })),
    ),
    // Terms 2 and 3 link the others.
    relations: [pair(0, 2), pair(0, 3), pair(1, 2), pair(1, 3)],
    similar: [],
  };
}

const index = indexGraph(
  mapOf([
    ["attention", "method", [0, 1, 2]],
    ["parsing", "task", [3, 4, 5]],
    ["treebank", "dataset", [0, 3]],
    ["syntax", "concept", [1, 4]],
    ["everything", "method", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    ["perplexity", "metric", [0, 1, 2, 3]],
  ]),
);
const P = 12;

test("begins with the ends of gaps, then the most frequent terms that may be one, then the others; no metric", () => {
  const matrix = answerQuestion(index, "gap-matrix", {});
  expect(matrix).toMatchObject({ methods: [P, P + 4], concepts: [P + 1, P + 2, P + 3], maxPapers: 6 - 3 });
  const [gap] = answerQuestion(index, "gaps", { limit: 1 });
  expect(gap).toMatchObject({ method: P, concept: P + 1 });
  expect(matrix.rows).toEqual([
    [
      { papers: 0, score: gap!.score },
      { papers: 1, score: 0 },
      { papers: 1, score: 0 },
    ],
    [
      { papers: 3, score: 0 },
      { papers: 2, score: 0 },
      { papers: 2, score: 0 },
    ],
  ]);
  expect(matrix.maxScore).toBe(gap!.score);
});

test("of a community that has no term it is empty; it is no larger than asked", () => {
  expect(answerQuestion(index, "gap-matrix", { methodsOf: 7 })).toMatchObject({ methods: [], rows: [], maxScore: 0 });
  const small = answerQuestion(index, "gap-matrix", { side: 1 });
  expect([small.methods, small.concepts]).toEqual([[P], [P + 1]]);
});
