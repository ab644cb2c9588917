/**
 * Terms of one type by terms of another, against counting by hand.
 */
import { expect, test } from "vitest";
import type { TermType } from "../../src/contract/graph-document.ts";
import { indexDocument } from "../../web/data/map-index.ts";
import { matrixOf } from "../../web/data/matrix.ts";
import { relationEdge } from "../documents/records.ts";
import { syntheticDocument } from "../documents/synthetic.ts";

const plain = syntheticDocument();
const mentions = Array.from(plain.mentions);
const [task, method] = (["task", "method"] as const).map((type) => plain.terms.find((term) => term.type === type)!);
const generic = plain.terms.filter(({ type }) => type === "method").sort((a, b) => b.papers - a.papers)[0]!;
const document = {
  ...plain,
  terms: plain.terms.map((term) => (term === generic ? { ...term, generic: true as const } : term)),
  relations: [
    ...plain.relations,
    ...mentions.slice(0, 40).flatMap((one) =>
      mentions
        .slice(0, 40)
        .filter((other) => other.paper === one.paper && other.term > one.term)
        .map((other) => relationEdge(one.term, other.term, { kind: "used_for" })),
    ),
    relationEdge(task!.node, method!.node, { kind: "evaluated_on" }),
  ],
};
const index = indexDocument(document);
const termsOf = (paper: string, type: TermType) =>
  mentions
    .filter((mention) => mention.paper === paper)
    .map(({ term }) => document.terms.find(({ node }) => node === term)!)
    .filter((term) => term.type === type && !term.generic)
    .map(({ node }) => node);
const idOf = (node: number) => document.terms[node - index.papers]!.node;

test.each([
  ["task", "method"],
  ["dataset", "metric"],
  ["method", "method"],
] as const)("%s by %s: papers that have both, of those that are shown", (rows, columns) => {
  const shown = Uint8Array.from({ length: index.count }, (_, node) => (node < index.papers && node % 3 === 0 ? 0 : 1));
  const matrix = matrixOf(index, shown, { rows, columns, maxRows: 9, maxColumns: 7 });
  expect(matrix.rows.length).toBeGreaterThan(3);
  expect(matrix.rows.length).toBeLessThanOrEqual(9);
  expect(matrix.columns.length).toBeLessThanOrEqual(7);
  const papers = document.papers.flatMap(({ node }, i) => (shown[i] ? [node] : []));
  const together = (row: string, column: string) =>
    row === column
      ? 0
      : papers.filter((paper) => termsOf(paper, rows).includes(row) && termsOf(paper, columns).includes(column)).length;
  const counts = matrix.cells.map((cells) => cells.map((cell) => cell.papers));
  expect(counts).toEqual(matrix.rows.map((row) => matrix.columns.map((column) => together(idOf(row), idOf(column)))));
  expect(matrix.most).toBe(Math.max(...counts.flat()));
  expect(matrix.most).toBeGreaterThan(0);
  expect([...matrix.rows, ...matrix.columns].map(idOf)).not.toContain(generic.node);
  const isStated = (one: string, other: string) =>
    document.relations.some(
      ({ kind, source, target }) =>
        kind !== "cooccurs" && kind !== "is_a" && [one, other].sort().join() === [source, target].sort().join(),
    );
  expect(matrix.cells.map((cells) => cells.map((cell) => cell.stated))).toEqual(
    matrix.rows.map((row) => matrix.columns.map((column) => isStated(idOf(row), idOf(column)))),
  );
  // Those come first that stand with the other kind in most papers.
  const beside = (row: number) =>
    papers.filter(
      (paper) =>
        termsOf(paper, rows).includes(idOf(row)) && termsOf(paper, columns).some((other) => other !== idOf(row)),
    ).length;
  const besides = matrix.rows.map(beside);
  expect(besides).toEqual([...besides].sort((a, b) => b - a));
});

test("what is hidden is in no matrix", () => {
  const shown = new Uint8Array(index.count).fill(1);
  for (let node = index.papers; node < index.count; node++)
    if (index.shape[node] === index.shape[index.papers]) shown[node] = 0;
  const type = document.terms[0]!.type;
  expect(matrixOf(index, shown, { rows: type, columns: type, maxRows: 9, maxColumns: 9 })).toEqual({
    rows: [],
    columns: [],
    cells: [],
    most: 0,
  });
});
