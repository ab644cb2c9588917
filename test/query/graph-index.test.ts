import { expect, it } from "vitest";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { indexGraph, numberOf } from "../../src/query/graph-index.ts";
import { neighborsIn, type Rows } from "../../src/query/rows.ts";
import { answerQuestion } from "../../src/query/questions.ts";
import { smallDocument } from "../documents/small.ts";

const small = smallDocument();
const pair = { papers: 1, npmi: 0.5, weight: 0.3, evidence: [] };
const document: GraphDocument = {
  ...small,
  relations: [
    { ...pair, source: "t0", target: "t1", kind: "cooccurs" },
    { ...pair, source: "t0", target: "t2", kind: "is_a", narrower: "t2" },
    { ...pair, source: "t1", target: "t2", kind: "is_a", narrower: "t1" },
  ],
};
const P = document.papers.length;

function listed(rows: Rows): Record<number, readonly number[]> {
  const nodes = [...rows.start.keys()].slice(1).map((end) => end - 1);
  return Object.fromEntries(
    nodes.map((node) => [node, [...neighborsIn(rows, node)]] as const).filter(([, list]) => list.length > 0),
  );
}

it("has every edge at both of its ends, in the order of the document", () => {
  const index = indexGraph(document);
  expect(listed(index.mentions)).toEqual({
    ...{ 0: [P, P + 1, P + 2], 1: [P, P + 1], 2: [P + 2], 3: [P + 3] },
    ...{ [P]: [0, 1], [P + 1]: [0, 1], [P + 2]: [0, 2], [P + 3]: [3] },
  });
  expect(listed(index.cooccurs)).toEqual({ [P]: [P + 1], [P + 1]: [P] });
  expect(listed(index.broader)).toEqual({ [P + 2]: [P], [P + 1]: [P + 2] });
  expect(listed(index.narrower)).toEqual({ [P]: [P + 2], [P + 2]: [P + 1] });
  expect(listed(index.similar)).toEqual({ 0: [1], 1: [0] });
  expect([...index.similar.value]).toEqual([0.8, 0.8]);
  expect([...index.community]).toEqual([0, 0, 0, 1, 0, 0, 0, 1]);
});

it("of a part of a map has its nodes by place, whatever their ids, and no edge to what is not there", () => {
  const part: GraphDocument = { ...document, papers: document.papers.slice(1), terms: document.terms.slice(1) };
  const index = indexGraph(part);
  expect([numberOf(index, "p1"), numberOf(index, "t1"), numberOf(index, "t0")]).toEqual([0, 3, undefined]);
  expect(listed(index.mentions)).toEqual({ 0: [3], 1: [4], 2: [5], 3: [0], 4: [1], 5: [2] });
  expect(listed(index.broader)).toEqual({ 3: [4] });
  expect(listed(index.similar)).toEqual({});
});

it.each(["p9", "p01", "p", "p-1", "p1x", "q1", "t4", "t99999999999"])("leaves out edges to %s", (id) => {
  const [first, ...rest] = document.mentions;
  const end = id.startsWith("t") ? { term: id } : { paper: id };
  const index = indexGraph({ ...document, mentions: [{ ...first!, ...end }, ...rest] });
  expect(listed(index.mentions)).toEqual(listed(indexGraph({ ...document, mentions: rest }).mentions));
  expect(answerQuestion(index, "bridges", { limit: 5 })).toEqual([]);
});
