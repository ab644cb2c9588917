import { describe, expect, it } from "vitest";
import type { PaperTerm, Term } from "../../../src/domain/term.ts";
import { canonicalCorpus } from "../../../src/graph/corpus.ts";
import { broaderTerms } from "../../../src/graph/edges/broader-terms.ts";
import { aboutness } from "../../../src/graph/names/aboutness.ts";
import { chooseName } from "../../../src/graph/names/choose-name.ts";
import { distinctiveness, GroupCounts, groupTerms, highest } from "../../../src/graph/names/group-terms.ts";
import { nameStems, sameName, shareStem } from "../../../src/graph/names/name-words.ts";
import { titleCase } from "../../../src/graph/names/title-case.ts";
import { withLists } from "../corpus-maker.ts";

type Uses = Readonly<Record<string, readonly (readonly [paper: number, salience: number])[]>>;

/** A hundred papers, of which a group is the first twenty. */
function made(uses: Uses) {
  const names = Object.keys(uses);
  const papers = Array.from({ length: 100 }, (_, i) => ({
    id: String(i).padStart(3, "0"),
    doi: `10.1000/${String(i).padStart(3, "0")}`,
    title: `Paper ${i}`,
    source: { file: "made", line: i + 1 },
  }));
  const lists = papers.map((_, paper) =>
    names.flatMap((name, term): PaperTerm[] =>
      uses[name]!.filter(([p]) => p === paper).map(([, salience]) => ({ term, salience, role: "uses", mentions: [] })),
    ),
  );
  const terms = names.map((term): Term => ({
    term,
    type: "method",
    typeCue: { describe: () => "made" },
    aliases: [],
    papers: uses[term]!.length,
    count: 1,
  }));
  const { extraction } = withLists(papers, terms, lists);
  const corpus = canonicalCorpus(papers, extraction);
  const about = aboutness(
    corpus,
    broaderTerms(corpus.terms, (pairs) => pairs.map(() => 1)),
  );
  return { corpus, about };
}

const papers = (from: number, end: number, salience = 0.8) =>
  Array.from({ length: end - from }, (_, i) => [from + i, salience] as const);
const GROUP = Array.from({ length: 20 }, (_, i) => i);

interface Flags {
  readonly generic?: string[];
  readonly away?: string[];
  readonly taken?: string[];
  readonly used?: string[];
  readonly size?: number;
}

function nameOf(uses: Uses, { generic = [], away = [], taken = [], used = [], size = 20 }: Flags = {}) {
  const { corpus, about } = made(uses);
  const worth = new Float64Array(corpus.terms.length).fill(1);
  const isOneOf = (list: string[], term: number) => list.includes(corpus.terms[term]!.term);
  const group = Array.from({ length: size }, (_, i) => i);
  const found = groupTerms(new GroupCounts(about), group, [{ papers: 100, total: about.total }], worth);
  const source = { corpus, about, worth, generic: Uint8Array.from(worth, (_, t) => (isOneOf(generic, t) ? 1 : 0)) };
  const numbersOf = (list: string[]) => new Set([...corpus.terms.keys()].filter((term) => isOneOf(list, term)));
  const isAtHome = (term: number) => !isOneOf(away, term);
  return chooseName(source, { papers: group, found, isAtHome, taken: numbersOf(taken), used: new Set(used) });
}

describe("the name of a group", () => {
  const cases: readonly (readonly [why: string, label: string, uses: Uses, flags: Flags])[] = [
    [
      "one term that tells most of it",
      "Tidal Turbines",
      { "tidal turbines": papers(0, 15), "blade pitch": papers(0, 6) },
      {},
    ],
    [
      "a second one with papers of its own",
      "Tidal Turbines & Wave Farms",
      { "tidal turbines": papers(0, 9), "wave farms": papers(9, 17) },
      {},
    ],
    [
      "no general term, though it covers more",
      "Tidal Turbines & Seabed Scour",
      { "tidal turbines": papers(0, 10), "field survey": papers(10, 60), "seabed scour": papers(10, 15) },
      {},
    ],
    [
      "what papers are about, not what they mention",
      "Wave Farms",
      { "wave farms": papers(0, 8), "control loop": papers(0, 9, 0.05) },
      {},
    ],
    [
      "no term of two papers",
      "Tidal Turbines",
      { "tidal turbines": papers(0, 8), "keel oscillator": papers(8, 10, 1) },
      {},
    ],
    [
      "no generic term",
      "Wave Farms",
      { "wave farms": papers(0, 5), "sea trial": papers(5, 19) },
      { generic: ["sea trial"] },
    ],
    [
      "rather a term that is at home here",
      "Wave Farms",
      { "wave farms": papers(0, 12), "ocean models": papers(0, 14) },
      { away: ["ocean models"] },
    ],
    [
      "no term beside its short form",
      "Wave Energy Converter",
      { "wave energy converter": papers(0, 9), "WEC arrays": papers(9, 17) },
      {},
    ],
    [
      "the field, for papers on its kinds",
      "Turbines",
      { turbines: papers(0, 5), "tidal turbines": papers(5, 12), "river turbines": papers(12, 19) },
      {},
    ],
  ];
  it.each(cases)("%s", (_, label, uses, flags) => {
    expect(nameOf(uses, flags).label).toBe(label);
  });

  it("has a third term where two tell too few papers", () => {
    const uses = {
      "wave farms": papers(0, 4, 0.9),
      "tidal turbines": papers(4, 7),
      "seabed scour": papers(7, 10, 0.7),
    };
    expect(nameOf(uses, { size: 60 }).label).toBe("Wave Farms, Tidal Turbines & Seabed Scour");
  });

  it("says more in its long form", () => {
    const { label, longLabel } = nameOf({
      "tidal turbines": papers(0, 15),
      "blade pitch": papers(0, 6),
      "wake model": papers(2, 7),
    });
    expect(longLabel).toBe(`${label}: blade pitch, wake model`);
  });

  it("takes what leads another name only where nothing else does", () => {
    const uses = { "wave farms": papers(0, 12), "seabed scour": papers(0, 6) };
    expect(nameOf(uses, { taken: ["wave farms"] }).label).toBe("Seabed Scour");
    expect(nameOf(uses, { taken: Object.keys(uses) }).label).toBe("Wave Farms");
    expect(nameOf(uses, { taken: Object.keys(uses), used: ["wave farms"] }).label).toBe("Seabed Scour");
  });

  it("is the title of a paper where no term tells it", () => {
    expect(nameOf({ "tidal turbines": papers(30, 40) })).toEqual({ label: "Paper 0" });
  });
});

describe("the terms of a group", () => {
  it("stand in the order of what papers are about, not of the alphabet", () => {
    const { corpus, about } = made({
      "a mentioned one": [[0, 0.2]],
      "b studied one": [[1, 0.9]],
      "c used one": [[2, 0.5]],
    });
    const worth = new Float64Array(3).fill(1);
    const found = groupTerms(new GroupCounts(about), GROUP, [{ papers: 100, total: about.total }], worth);
    const order = highest(found, 8).map((place) => corpus.terms[found.terms[place]!]!.term);
    expect(order).toEqual(["b studied one", "c used one", "a mentioned one"]);
  });

  it("of a part are told from the whole, too", () => {
    const { corpus, about } = made({ turbines: papers(0, 40), blades: papers(0, 15) });
    const worth = new Float64Array(2).fill(1);
    const counts = new GroupCounts(about);
    const whole = new Float64Array(2);
    const inWhole = counts.of(Array.from({ length: 40 }, (_, i) => i));
    inWhole.terms.forEach((term, i) => (whole[term] = inWhole.weight[i]!));
    const contrasts = [
      { papers: 100, total: about.total },
      { papers: 40, total: whole },
    ];
    const found = groupTerms(counts, GROUP, contrasts, worth);
    expect(Array.from(found.terms, (term) => corpus.terms[term]!.term)).toEqual(["blades"]);
  });

  it("weigh what is as frequent outside at nothing, and less than nothing what is rarer inside", () => {
    expect(distinctiveness(5, 20, 20, 80)).toBeCloseTo(0);
    expect(distinctiveness(1, 20, 40, 80)).toBeLessThan(0);
    expect(distinctiveness(10, 20, 0, 80)).toBeGreaterThan(distinctiveness(10, 20, 10, 80));
  });
});

describe("words of names", () => {
  const stems = (term: string, ...aliases: string[]) =>
    nameStems({ term, aliases: aliases.map((text) => ({ text, rule: "", count: 1, paper: "" })) });
  it.each([
    ["graph networks", "network pruning", true],
    ["reinforcement learning", "RL agents", true],
    ["wave farms", "tidal turbines", false],
  ])("%s, %s: repeated %s", (a, b, repeated) => {
    expect(shareStem(stems(a), stems(b))).toBe(repeated);
  });

  it("know the short forms that papers give", () => {
    expect(shareStem(stems("point clouds", "PCL"), stems("PCL maps"))).toBe(true);
  });

  it("are the same in another order", () => {
    expect(sameName("A, B & C")).toBe(sameName("C & b, a"));
  });

  it.each([
    ["graph neural networks", "Graph Neural Networks"],
    ["human-AI teams", "Human-AI Teams"],
    ["mRNA of yeast", "mRNA of Yeast"],
    ["iPhone", "iPhone"],
  ])("%s is written %s", (form, name) => {
    expect(titleCase(form)).toBe(name);
  });
});
