import { describe, expect, it } from "vitest";
import type { PaperTerm } from "../../../src/domain/term.ts";
import { genericTerms } from "../../../src/graph/communities/generic-terms.ts";
import { canonicalCorpus } from "../../../src/graph/corpus.ts";
import { withLists } from "../corpus-maker.ts";

const GROUPS = 6;
const PER_GROUP = 10;

/** Papers in equal groups; each term with its papers, by number, and its salience there. */
function made(terms: Readonly<Record<string, { readonly papers: readonly number[]; readonly salience: number }>>) {
  const names = Object.keys(terms);
  const papers = Array.from({ length: GROUPS * PER_GROUP }, (_, i) => ({
    id: String(i).padStart(3, "0"),
    title: "",
    source: { file: "made", line: i + 1 },
  }));
  const lists = papers.map((_, paper) =>
    names.flatMap((name, term): PaperTerm[] =>
      terms[name]!.papers.includes(paper)
        ? [{ term, salience: terms[name]!.salience, role: "uses", mentions: [] }]
        : [],
    ),
  );
  const described = names.map((term) => ({
    term,
    type: "concept" as const,
    typeCue: { describe: () => "made" },
    aliases: [],
    papers: terms[term]!.papers.length,
    count: terms[term]!.papers.length,
  }));
  const { extraction } = withLists(papers, described, lists);
  const corpus = canonicalCorpus(papers, extraction);
  const groups = Int32Array.from(corpus.papers, (_, paper) => Math.floor(paper / PER_GROUP));
  return { corpus, groups };
}

const everySixth = Array.from({ length: 12 }, (_, i) => 5 * i);
const oneGroup = Array.from({ length: 10 }, (_, i) => i);

describe("generic terms", () => {
  const cases = [
    { why: "spread, and no paper is about it", papers: everySixth, salience: 0.1, generic: true },
    { why: "spread, but papers are about it", papers: everySixth, salience: 0.9, generic: false },
    {
      why: "at home in one group, however little papers are about it",
      papers: oneGroup,
      salience: 0.1,
      generic: false,
    },
    { why: "too few papers to tell", papers: [0, 20, 40], salience: 0.1, generic: false },
  ];
  it.each(cases)("$why: $generic", ({ papers, salience, generic }) => {
    const { corpus, groups } = made({ term: { papers, salience } });
    expect([...genericTerms(corpus, [groups])]).toEqual([generic ? 1 : 0]);
  });

  it("are told by the level that a term is most concentrated in", () => {
    const { corpus, groups } = made({ term: { papers: oneGroup, salience: 0.1 } });
    const across = groups.map((_, paper) => paper % GROUPS);
    expect([...genericTerms(corpus, [across])]).toEqual([1]);
    expect([...genericTerms(corpus, [across, groups])]).toEqual([0]);
  });

  it("are not told by those who mention it in passing", () => {
    const { corpus, groups } = made({ term: { papers: everySixth, salience: 0.9 } });
    const { salience } = corpus.paperTerms;
    salience.fill(0.05, 4);
    expect([...genericTerms(corpus, [groups])]).toEqual([0]);
  });

  it("are none where there is nothing to be spread over", () => {
    const { corpus, groups } = made({ term: { papers: everySixth, salience: 0.1 } });
    expect([...genericTerms(corpus, [groups.map(() => 0)])]).toEqual([0]);
  });
});
