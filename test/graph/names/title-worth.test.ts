import { describe, expect, it } from "vitest";
import { canonicalCorpus } from "../../../src/graph/corpus.ts";
import { titleWorth } from "../../../src/graph/names/title-worth.ts";
import { corpusOf } from "../corpus-maker.ts";

/** Forty papers: one term opens every other title, one stands in abstracts only, one stands in the title of one paper of two. */
function worthOf(term: string): number {
  const texts = Array.from({ length: 40 }, (_, i) => ({
    id: `paper-${i}`,
    title: i % 2 === 0 ? `Proof search by size ${i}` : i === 1 ? `A rare lemma ${i}` : `Notes on size ${i}`,
    abstract: i === 3 ? "A rare lemma has a batch size." : "We set the batch size.",
  }));
  const { papers, extraction } = corpusOf(texts, ["proof search", "batch size", "rare lemma"]);
  const corpus = canonicalCorpus(papers, extraction);
  return titleWorth(corpus)[corpus.terms.findIndex((own) => own.term === term)]!;
}

describe("what a term is worth in a name", () => {
  it("is all of it where papers are called after it as often as after any", () => {
    expect(worthOf("proof search")).toBe(1);
  });

  it("is little where it stands in abstracts only, in many papers", () => {
    expect(worthOf("batch size")).toBeLessThan(0.4);
  });

  it("is decided by few papers only in part", () => {
    expect(worthOf("rare lemma")).toBeGreaterThan(0.9);
  });

  it("is above 0 where no title has a term", () => {
    const { papers, extraction } = corpusOf(
      [0, 1].map((i) => ({ id: `p${i}`, title: "", abstract: "A proof search has a batch size." })),
      ["proof search", "batch size"],
    );
    expect([...titleWorth(canonicalCorpus(papers, extraction))].every((worth) => worth > 0)).toBe(true);
  });
});
