import { describe, expect, it } from "vitest";
import { canonicalCorpus } from "../../src/graph/corpus.ts";
import { selectTerms } from "../../src/graph/select-terms.ts";
import type { PaperTerm, Term } from "../../src/domain/term.ts";
import { corpusOf, withLists } from "./corpus-maker.ts";

const made = corpusOf(
  ["a", "b", "c"].map((id) => ({ id, title: `On knots, ${id}-loops and ${id}-ties.` })),
  ["knots", "a-loops", "a-ties", "b-loops", "b-ties", "c-loops", "c-ties"],
);
const corpus = canonicalCorpus(made.papers, made.extraction);
const limits = { topTerms: 0, minCertainty: 0.5, minSalience: 0, maxTerms: 1_000_000 };
const names = (result: ReturnType<typeof selectTerms>): string[] => result.value.terms.map(({ term }) => term);

describe("the terms of the map", () => {
  it("are those in several papers and each paper's most salient rare ones; every drop is a decision", () => {
    const result = selectTerms(corpus, { ...limits, minPapers: 2, rareTerms: 3 });
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
    expect(names(selectTerms(corpus, { ...limits, minPapers: 2, rareTerms: 6 }))).toHaveLength(7);
    expect(names(selectTerms(corpus, { ...limits, minPapers: 1, rareTerms: 0 }))).toHaveLength(7);
  });

  it("are the strongest ones where there are too many; those asked for stay", () => {
    const config = { ...limits, minPapers: 2, rareTerms: 6, maxTerms: 3 };
    const limited = selectTerms(corpus, config);
    expect(names(limited)).toHaveLength(3);
    expect(names(limited)[0]).toBe("knots");
    expect(limited.ledger).toHaveLength(4);
    expect(limited.ledger[0]?.rule).toContain("maxTerms");
    const weakest = limited.ledger.map(({ subject }) => subject).at(-1)!;
    expect(names(selectTerms(corpus, config, [{ kind: "keep", term: weakest, line: 1 }]))).toContain(weakest);
  });

  it("hold what a person decided to keep", () => {
    const [dropped] = selectTerms(corpus, { ...limits, minPapers: 2, rareTerms: 3 }).ledger;
    const result = selectTerms(corpus, { ...limits, minPapers: 2, rareTerms: 3 }, [
      { kind: "keep", term: dropped?.subject ?? "", line: 1 },
    ]);
    expect(names(result)).toContain(dropped?.subject);
  });

  describe("that are rare", () => {
    const config = { ...limits, minPapers: 2, topTerms: 1, rareTerms: 0 };
    /** One paper with two terms of its own, the second of which is changed; the first is its top term. */
    const second = (change: { term?: Partial<Term>; row?: Partial<PaperTerm> }, text = "pond ecology") => {
      const { papers, extraction, lists } = corpusOf(
        [{ id: "a", title: `The frog listener and ${text}.` }],
        ["frog listener", text],
      );
      const terms = extraction.terms.map((term) => (term.term === text ? { ...term, ...change.term } : term));
      const own = lists[0]!.map((row) =>
        terms[row.term]!.term === text ? { ...row, salience: 0.2, ...change.row } : { ...row, salience: 0.9 },
      );
      const changed = withLists(papers, terms, [own.toSorted((a, b) => b.salience - a.salience)]);
      return names(selectTerms(canonicalCorpus(changed.papers, changed.extraction), config)).includes(text);
    };

    it("stay for their worth: proposed, a named resource, or among the paper's top", () => {
      expect(second({})).toBe(false);
      expect(second({ row: { role: "proposes" } })).toBe(true);
      expect(second({ term: { type: "dataset" } })).toBe(false);
      expect(second({ term: { type: "dataset" } }, "PondLife")).toBe(true);
      expect(second({ row: { salience: 0.95 } })).toBe(true);
      expect(second({ row: { salience: 0.95, certainty: 0.4 } })).toBe(false);
    });

    it("go where they end in a word for anything, unless they are proposed or quite sure", () => {
      const top = (certainty: number, text: string) => second({ row: { salience: 0.95, certainty } }, text);
      expect(["pond strategies", "early settings"].map((text) => top(0.6, text))).toEqual([false, false]);
      expect(["pond ecology", "PondNet models", "deep pond models"].map((text) => top(0.6, text))).toEqual([
        true,
        true,
        true,
      ]);
      expect(top(0.8, "pond strategies")).toBe(true);
      expect(second({ row: { role: "proposes", certainty: 0.6 } }, "pond strategies")).toBe(true);
    });

    it("go where they are pieces of a title", () => {
      expect(second({ row: { salience: 0.95 } }, "Rethinking Ponds")).toBe(false);
    });
  });

  it("in papers that only say them do not count as in several", () => {
    const { papers, extraction, lists } = corpusOf(
      ["a", "b"].map((id) => ({ id, title: `On knots, ${id}-loops.` })),
      ["knots", "a-loops", "b-loops"],
    );
    const said = lists.map((rows, i) => (i === 0 ? rows : rows.map((row) => ({ ...row, certainty: 0 }))));
    const heard = withLists(papers, extraction.terms, said);
    const config = { ...limits, minPapers: 2, rareTerms: 0 };
    expect(names(selectTerms(canonicalCorpus(papers, extraction), config))).toContain("knots");
    expect(names(selectTerms(canonicalCorpus(heard.papers, heard.extraction), config))).not.toContain("knots");
  });

  it("get the places of narrower ones that go, and are counted with them", () => {
    const texts = [
      { id: "a", title: "On frog pruning." },
      { id: "b", title: "On late frog pruning." },
      { id: "c", title: "On careful frog pruning and frog pruning." },
      { id: "d", title: "On frog prunings." },
    ];
    const vocabulary = ["frog pruning", "late frog pruning", "careful frog pruning", "frog prunings"];
    const { papers, extraction } = corpusOf(texts, vocabulary);
    const { value } = selectTerms(canonicalCorpus(papers, extraction), { ...limits, minPapers: 2, rareTerms: 0 });
    expect(value.terms.map(({ term, papers, count }) => [term, papers, count])).toEqual([["frog pruning", 3, 3]]);
    const { offsets, source, found } = value.paperTerms;
    const places = value.papers.map(({ id, title }, paper): [string, string[]] => {
      const own: string[] = [];
      for (let row = offsets[paper]!; row < offsets[paper + 1]!; row++)
        for (let at = found.mentionOffsets[source[row]!]!; at < found.mentionOffsets[source[row]! + 1]!; at++) {
          const m = found.mention[at]!;
          own.push(title.slice(found.mentions.start[m], found.mentions.end[m]));
        }
      return [id, own];
    });
    // "frog prunings" is no narrower term, and paper c has the broader one anyway.
    expect(Object.fromEntries(places)).toEqual({
      a: ["frog pruning"],
      b: ["frog pruning"],
      c: ["frog pruning"],
      d: [],
    });
  });
});
