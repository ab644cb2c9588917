import { describe, expect, it } from "vitest";
import type { StatedKind } from "../../../src/contract/graph-document.ts";
import { paperRelationRows } from "../../../src/domain/paper-terms.ts";
import type { PaperRelation } from "../../../src/domain/term.ts";
import { DEFAULT_CONFIG } from "../../../src/config.ts";
import { canonicalCorpus } from "../../../src/graph/corpus.ts";
import { termRelations } from "../../../src/graph/edges/relations.ts";
import { corpusOf } from "../corpus-maker.ts";

const VOCABULARY = ["alpha model", "beta model", "gamma task"];
const MADE = corpusOf(
  [
    { id: "a", title: "alpha model and beta model", abstract: "For gamma task.", date: "2024-03-01" },
    { id: "b", title: "beta model and alpha model", abstract: "For gamma task.", date: "2023-01-05" },
    { id: "c", title: "alpha model", abstract: "beta model for gamma task." },
  ],
  VOCABULARY,
);

function said(kind: StatedKind, head: number, tail: number, confidence = 0.6): PaperRelation {
  return { kind, head, tail, confidence, sentence: { field: "title", start: 0, end: 10 }, cue: "beats" };
}

function relationsOf(
  lists: readonly (readonly PaperRelation[])[],
  narrowings: Parameters<typeof termRelations>[1] = [],
) {
  const extraction = { ...MADE.extraction, relations: paperRelationRows(lists) };
  const corpus = canonicalCorpus(MADE.papers, extraction);
  const number = (term: string) => corpus.terms.findIndex((known) => known.term === term);
  const edges = Array.from(termRelations(corpus, narrowings, DEFAULT_CONFIG.graph).edges);
  const name = (id: string) => corpus.terms[Number(id.slice(1))]!.term;
  return { number, edges: edges.map((edge) => ({ ...edge, from: name(edge.source), to: name(edge.target) })) };
}

describe("statements of several papers", () => {
  it("of the same kind and direction are one edge, surest evidence first, dated by the earliest", () => {
    const { edges } = relationsOf([
      [said("used_for", 0, 2, 0.5)],
      [said("used_for", 0, 2, 0.8)],
      [said("used_for", 0, 2, 0.5)],
    ]);
    const [edge, ...more] = edges.filter(({ kind }) => kind === "used_for");
    expect(more).toEqual([]);
    expect(edge).toMatchObject({ from: "alpha model", to: "gamma task", papers: 3, stated: 3, confidence: 0.95 });
    expect(edge?.first_seen).toBe("2023-01-05");
    expect(edge?.evidence.map(({ confidence }) => confidence)).toEqual([0.8, 0.5, 0.5]);
    expect(edge?.evidence[0]).toMatchObject({ cue: "beats", field: "title", sentence: [0, 10] });
  });

  it("that contradict stand side by side, marked; other kinds do not contradict", () => {
    const { edges } = relationsOf([[said("better_than", 0, 1)], [said("better_than", 1, 0)], [said("used_for", 2, 0)]]);
    const better = edges.filter(({ kind }) => kind === "better_than");
    expect(better.map(({ from, contradicted }) => [from, contradicted])).toEqual([
      ["alpha model", true],
      ["beta model", true],
    ]);
    expect(edges.filter(({ kind, contradicted }) => kind !== "better_than" && contradicted)).toEqual([]);
  });

  it("compared_with has no direction", () => {
    const { edges } = relationsOf([[said("compared_with", 0, 1)], [said("compared_with", 1, 0)], []]);
    expect(edges.filter(({ kind }) => kind === "compared_with").map(({ papers }) => papers)).toEqual([2]);
  });

  it("of kinds are joined with those that names tell, and close no circle", () => {
    const { number } = relationsOf([[], [], []]);
    const narrowing = { narrower: number("alpha model"), broader: number("beta model"), share: 0.5 };
    const lists = [[said("is_a", 0, 1)], [said("is_a", 1, 0, 0.9)], []];
    const { edges } = relationsOf(lists, [narrowing]);
    const kinds = edges.filter(({ kind }) => kind === "is_a");
    expect(kinds.map(({ from, to, stated, narrower, source }) => [from, to, stated, narrower === source])).toEqual([
      ["alpha model", "beta model", 1, true],
    ]);
  });
});
