/**
 * What answers leave out because it says nothing, and what they put first because it says most.
 */
import { describe, expect, it } from "vitest";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { findBridges } from "../../src/query/bridges.ts";
import { findGaps } from "../../src/query/gaps.ts";
import { indexGraph, nodeAt, numberOf } from "../../src/query/graph-index.ts";
import { kinOf } from "../../src/query/kin.ts";
import { findPaths } from "../../src/query/path.ts";
import { searchPapers } from "../../src/query/search.ts";
import { parseSearch } from "../../src/query/search-expression.ts";
import { findTrends } from "../../src/query/trends.ts";
import {
  communityRecord,
  graphDocument,
  mentionEdge,
  paperNode,
  relationEdge,
  termNode,
} from "../documents/records.ts";

const nodes = (document: GraphDocument, numbers: readonly number[]) =>
  numbers.map((number) => nodeAt(indexGraph(document), number)!.node);
const mentions = (paper: number, weights: Readonly<Record<string, number>>) =>
  Object.entries(weights).map(([term, weight]) => mentionEdge(`p${paper}`, term, "uses", { weight }));

describe("paths", () => {
  const terms = [
    termNode(0, "tidal turbines", "method"),
    termNode(1, "fish migration", "concept"),
    termNode(2, "accuracy", "metric"),
    termNode(3, "sonar surveys", "method"),
  ];
  const made = (generic: boolean) =>
    graphDocument({
      papers: [0, 1, 2, 3].map((number) => paperNode(number)),
      terms: terms.map((term) => (term.node === "t2" && generic ? { ...term, generic: true } : term)),
      mentions: [
        ...mentions(0, { t0: 0.9, t2: 0.9 }),
        ...mentions(1, { t2: 0.9, t1: 0.9 }),
        ...mentions(2, { t0: 0.6, t3: 0.6 }),
        ...mentions(3, { t3: 0.6, t1: 0.6 }),
      ],
    });
  const steps = (document: GraphDocument) => {
    const index = indexGraph(document);
    const [path] = findPaths(index, numberOf(index, "t0")!, numberOf(index, "t1")!, 1);
    return path && nodes(document, path.map(({ node }) => node)); // prettier-ignore
  };

  it("do not step on generic terms", () => {
    expect(steps(made(false))).toEqual(["t0", "p0", "t2", "p1", "t1"]);
    expect(steps(made(true))).toEqual(["t0", "p2", "t3", "p3", "t1"]);
  });

  it("step on them where there is no other way", () => {
    const only = made(true);
    expect(steps({ ...only, mentions: [...only.mentions].slice(0, 4) })).toEqual(["t0", "p0", "t2", "p1", "t1"]);
  });

  it("go a longer way through papers that are about the terms", () => {
    const document = graphDocument({
      papers: [0, 1, 2].map((number) => paperNode(number)),
      terms,
      mentions: [
        ...mentions(0, { t0: 0.05, t1: 0.05 }),
        ...mentions(1, { t0: 0.9, t3: 0.9 }),
        ...mentions(2, { t3: 0.9, t1: 0.9 }),
      ],
    });
    expect(steps(document)).toEqual(["t0", "p1", "t3", "p2", "t1"]);
  });
});

describe("kin", () => {
  const index = indexGraph(
    graphDocument({
      terms: ["sequential recommender systems", "sequential recommendation", "operating systems", "music"].map(
        (term, i) => termNode(i, term, "method"),
      ),
    }),
  );
  it("share most of their words, more than one", () => {
    expect(kinOf(index, 0)).toEqual([0, 1]);
    expect(kinOf(index, 2)).toEqual([2]);
    expect(kinOf(index, 3)).toEqual([3]);
  });
});

describe("gaps", () => {
  const links = ["t2", "t3"];
  const gapsOf = (change: (document: GraphDocument) => GraphDocument) => {
    const document = change(
      graphDocument({
        papers: [0, 1, 2].map((number) => paperNode(number)),
        terms: [
          termNode(0, "wake steering", "method", { papers: 3 }),
          termNode(1, "seabed scour", "task", { papers: 3 }),
          termNode(2, "turbine arrays", "concept", { papers: 3 }),
          termNode(3, "flume tests", "method", { papers: 3 }),
        ],
        mentions: [...mentions(0, { t0: 0.5, t2: 0.5, t3: 0.5 }), ...mentions(1, { t1: 0.5, t2: 0.5, t3: 0.5 })],
        relations: links.flatMap((link) => [
          relationEdge("t0", link, { npmi: 0.6 }),
          relationEdge("t1", link, { npmi: 0.6 }),
        ]),
        communities: [communityRecord(0, "Sea")],
      }),
    );
    return findGaps(indexGraph(document), { minExpected: 0.3 }).map(({ method, concept }) =>
      nodes(document, [method, concept]),
    );
  };
  const withGeneric = (node: string) => (document: GraphDocument) => ({
    ...document,
    terms: document.terms.map((term) => (term.node === node ? { ...term, generic: true as const } : term)),
  });

  it("stand between telling terms", () => {
    expect(gapsOf((document) => document)).toEqual([["t0", "t1"]]);
  });

  it.each(["t0", "t1", "t2"])("need no generic end and no generic link: %s", (node) => {
    expect(gapsOf(withGeneric(node))).toEqual([]);
  });

  it("are none where a paper has terms of the same words", () => {
    const withKin = (document: GraphDocument): GraphDocument => ({
      ...document,
      terms: [...document.terms, termNode(4, "active wake steering", "method")],
      mentions: [...document.mentions, ...mentions(2, { t4: 0.5, t1: 0.5 })],
    });
    expect(gapsOf(withKin)).toEqual([]);
  });
});

describe("bridges and trends", () => {
  const dated = (generic: boolean) =>
    graphDocument({
      papers: Array.from({ length: 40 }, (_, i) => paperNode(i, { date: i < 30 ? "2015" : "2024", community: i % 2 })),
      terms: [
        termNode(0, "wave farms", "method", { papers: 8, first_seen: "2024", ...(generic && { generic }) }),
        termNode(1, "tides", "concept", { papers: 40, first_seen: "2015" }),
      ],
      mentions: Array.from({ length: 40 }, (_, i) => mentions(i, i >= 32 ? { t0: 0.5, t1: 0.5 } : { t1: 0.5 })).flat(),
      communities: [communityRecord(0, "North"), communityRecord(1, "South")],
    });

  it("leave generic terms out", () => {
    for (const generic of [false, true]) {
      const index = indexGraph(dated(generic));
      const { terms } = findTrends(index);
      expect(terms.some(({ node }) => node === index.papers)).toBe(!generic);
      expect(findBridges(index, { kind: "term" }).some(({ node }) => node === index.papers)).toBe(!generic);
    }
  });

  it("call new what would hardly be late by chance", () => {
    const document = dated(false);
    expect(findTrends(indexGraph(document), { since: "2024" }).newTerms).toHaveLength(1);
    const late = document.papers.map((paper, i) => (i === 0 ? paper : { ...paper, date: "2024" }));
    expect(findTrends(indexGraph({ ...document, papers: late }), { since: "2024" }).newTerms).toEqual([]);
  });
});

describe("search", () => {
  const document = graphDocument({
    papers: [
      paperNode(0, { abstract: "Pruning is not used here." }),
      paperNode(1),
      paperNode(2),
      paperNode(3, { title: "Pruning for the sea" }),
      paperNode(4),
    ],
    terms: [termNode(0, "pruning", "method"), termNode(1, "lottery tickets", "method")],
    mentions: [...mentions(1, { t0: 0.3 }), ...mentions(2, { t0: 0.8 }), ...mentions(4, { t1: 0.6 })],
    relations: [relationEdge("t1", "t0", { kind: "is_a", narrower: "t1" })],
  });
  const found = (text: string) => {
    const parsed = parseSearch(text);
    return parsed.ok ? nodes(document, searchPapers(indexGraph(document), parsed.expression)) : [];
  };

  it("puts first what papers are about, and has the kinds of a term", () => {
    expect(found("pruning")).toEqual(["p3", "p2", "p4", "p1", "p0"]);
    expect(found("method:pruning")).toEqual(["p2", "p4", "p1"]);
  });

  it("has the term alone where the whole form is asked for", () => {
    expect(found("method:=pruning")).toEqual(["p2", "p1"]);
  });

  it("says the same of a condition for all papers that meet it", () => {
    expect(found("NOT pruning")).toEqual([]);
    expect(found("NOT method:pruning")).toEqual(["p0", "p3"]);
  });
});
