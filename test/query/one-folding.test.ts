/**
 * One folding of what people type: a name is found in the spellings below by every question that takes one, and by the
 * viewer's search box.
 */
import { describe, expect, it } from "vitest";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { explainTerm } from "../../src/query/explain.ts";
import { indexGraph } from "../../src/query/graph-index.ts";
import { answerQuestion } from "../../src/query/questions.ts";
import { indexDocument } from "../../web/data/map-index.ts";
import { buildSearchIndex } from "../../web/data/search-index.ts";
import { smallDocument } from "../documents/small.ts";

/** A name as its papers write it, and ways to type it. */
const NAMES: readonly (readonly [written: string, ...typed: string[]])[] = [
  ["Poincaré embedding", "Poincare embedding", "POINCARÉ EMBEDDING", "Poincare\u0301 embedding", "poincare-embedding"],
  ["γ-ray burst", "gamma-ray burst", "gamma ray burst", "Γ-ray burst"],
  ["Erdős–Rényi graph", "Erdos-Renyi graph", "Erdős-Rényi graph", "erdos renyi graph"],
  ["naïve Bayes", "naive Bayes", "Naive bayes"],
  ["H\\'enon map", "Hénon map", "Henon map"],
  ["Łojasiewicz inequality", "Lojasiewicz inequality"],
  ["$\\epsilon$-greedy policy", "epsilon-greedy policy", "ε-greedy policy", "ϵ-greedy policy"],
  ["R²-score", "R2 score", "R2-score"],
  ["Ångström exponent", "Angstrom exponent", "ångström exponent"],
];
const OTHER = "bread oven";

/** One paper that has the name and another term, one without, and one whose title alone has the name. */
function documentWith(name: string): GraphDocument {
  const document = smallDocument();
  const [paper, second, third] = document.papers;
  const [term, other] = document.terms;
  const [mention] = document.mentions;
  const mentions = ["t0", "t1"].map((node) => ({ ...mention!, paper: "p0", term: node }));
  return {
    ...document,
    papers: [
      { ...paper!, node: "p0", title: `On the ${name}`, abstract: `We study the ${name} and the ${OTHER}.` },
      { ...second!, node: "p1", title: "Nothing of it", abstract: "Really nothing." },
      { ...third!, node: "p2", title: `Again the ${name}`, abstract: "A second look." },
    ],
    terms: [
      { ...term!, node: "t0", term: name, aliases: [], papers: 1 },
      { ...other!, node: "t1", term: OTHER, aliases: [], papers: 1 },
    ],
    mentions,
    relations: [],
    similar: [],
    communities: document.communities.filter(({ parent }) => parent === undefined).slice(0, 1),
  };
}

const typed = NAMES.flatMap(([written, ...ways]) => [written, ...ways].map((way) => [way, written] as const));

describe.each(typed)("%j for %j", (way, written) => {
  const document = documentWith(written);
  const index = indexGraph(document);
  const [papers, node, other] = [3, 3, 4];

  it("is found by a search", () => {
    expect(answerQuestion(index, "search", { expression: `"${way}"` })).toMatchObject({ ok: true, papers: [0, 2] });
    expect(answerQuestion(index, "search", { expression: `title:"${way}"` })).toMatchObject({
      ok: true,
      papers: [0, 2],
    });
  });

  it("is explained, and the end of a path", () => {
    expect(explainTerm(index, [], way)).toMatchObject({ kind: "term", term: node });
    expect(answerQuestion(index, "path", { from: way, to: OTHER })).toMatchObject({
      from: { kind: "one", node },
      to: { kind: "one", node: other },
    });
  });

  it("is told where its words stand when it is no term", () => {
    const without = indexGraph({
      ...document,
      terms: document.terms.slice(1).map((term) => ({ ...term, node: "t0" })),
      mentions: [],
    });
    expect(explainTerm(without, [], way)).toMatchObject({ kind: "absent", written: [0, 2] });
  });

  it("is found by the viewer's search box, as a term and in titles", async () => {
    const search = await buildSearchIndex(indexDocument(document));
    const found = Object.fromEntries(
      search.find(way).map(({ group, hits }) => [group, hits.map(({ target }) => target)]),
    );
    expect(found["term"]).toEqual([papers]);
    expect([...(found["paper"] ?? [])].sort()).toEqual([0, 2]);
  });
});
