import { describe, expect, it } from "vitest";
import { canonicalCorpus } from "../../src/graph/corpus.ts";
import { selectTerms } from "../../src/graph/select-terms.ts";
import { corpusOf } from "./corpus-maker.ts";

const made = corpusOf(
  ["a", "b", "c"].map((id) => ({ id, title: `On knots, ${id}-loops and ${id}-ties.` })),
  ["knots", "a-loops", "a-ties", "b-loops", "b-ties", "c-loops", "c-ties"],
);
const corpus = canonicalCorpus(made.papers, made.extraction);
const names = (result: ReturnType<typeof selectTerms>): string[] => result.value.terms.map(({ term }) => term);

describe("the terms of the map", () => {
  it("are those in several papers and each paper's most salient rare ones; every drop is a decision", () => {
    const result = selectTerms(corpus, { minPapers: 2, rareTerms: 3, maxTerms: 1_000_000 });
    expect(names(result)[0]).toBe("knots");
    expect(names(result)).toHaveLength(4);
    const { offsets, term } = result.value.paperTerms;
    result.value.papers.forEach((_, paper) => {
      const own = Array.from(term.subarray(offsets[paper], offsets[paper + 1]));
      expect(own.map((number) => result.value.terms[number]?.term)).toContain("knots");
    });
    expect(result.ledger.map(({ action, subject, paper }) => [action, subject[0], paper])).toEqual([
      ["drop", "a", "a"],
      ["drop", "b", "b"],
      ["drop", "c", "c"],
    ]);
  });

  it("are all of them in a small corpus, or when asked", () => {
    expect(names(selectTerms(corpus, { minPapers: 2, rareTerms: 6, maxTerms: 1_000_000 }))).toHaveLength(7);
    expect(names(selectTerms(corpus, { minPapers: 1, rareTerms: 0, maxTerms: 1_000_000 }))).toHaveLength(7);
  });

  it("are the strongest ones where there are too many; those asked for stay", () => {
    const config = { minPapers: 2, rareTerms: 6, maxTerms: 3 };
    const limited = selectTerms(corpus, config);
    expect(names(limited)).toHaveLength(3);
    expect(names(limited)[0]).toBe("knots");
    expect(limited.ledger).toHaveLength(4);
    expect(limited.ledger[0]?.rule).toContain("maxTerms");
    const weakest = limited.ledger.map(({ subject }) => subject).at(-1)!;
    expect(names(selectTerms(corpus, config, [{ kind: "keep", term: weakest, line: 1 }]))).toContain(weakest);
  });

  it("hold what a person decided to keep", () => {
    const [dropped] = selectTerms(corpus, { minPapers: 2, rareTerms: 3, maxTerms: 1_000_000 }).ledger;
    const result = selectTerms(corpus, { minPapers: 2, rareTerms: 3, maxTerms: 1_000_000 }, [
      { kind: "keep", term: dropped?.subject ?? "", line: 1 },
    ]);
    expect(names(result)).toContain(dropped?.subject);
  });
});
