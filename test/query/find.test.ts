import { describe, expect, it } from "vitest";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { explainTerm } from "../../src/query/explain.ts";
import { findPaper, findTerm, findTerms, nearTerms, paperNamed, termNamed } from "../../src/query/find.ts";
import { indexGraph } from "../../src/query/graph-index.ts";
import { answerQuestion } from "../../src/query/questions.ts";
import { smallDocument } from "../documents/small.ts";

/** The small document with terms of these names, most frequent first, each with its other forms. */
function withTerms(names: Readonly<Record<string, readonly string[]>>): GraphDocument {
  const document = smallDocument();
  const [first] = document.terms;
  const terms = Object.entries(names).map(([term, aliases], i) => ({
    ...first!,
    node: `t${i}`,
    term,
    papers: 9 - i,
    aliases: aliases.map((text) => ({ text, rule: "case", count: 1 })),
  }));
  return { ...document, terms, mentions: [] };
}

describe("a term", () => {
  const index = indexGraph(
    withTerms({
      "C++": [],
      C: [],
      "U-Net": ["UNets"],
      "Fréchet Inception Distance": ["FID"],
      "β-VAE": [],
      gan: ["generator"],
      GAN: ["generative adversarial network"],
      T5: [],
      "generative model": ["GeNeRaToR"],
    }),
  );
  const table: readonly (readonly [typed: string, term: string | undefined])[] = [
    ["C", "C"],
    ["c", "C"],
    ["c ++", "C++"],
    ["C#", undefined],
    ["UNet", "U-Net"],
    ["u net", "U-Net"],
    ["unets", "U-Net"],
    ["frechet inception-distance", "Fréchet Inception Distance"],
    ["fid", "Fréchet Inception Distance"],
    ["beta-VAE", "β-VAE"],
    ["GAN", "GAN"],
    ["gan", "gan"],
    // A name before the id of a node, which finds its own.
    ["t5", "T5"],
    ["t3", "Fréchet Inception Distance"],
    // As it is written before folded.
    ["generator", "gan"],
    ["GeNeRaToR", "generative model"],
    ["", undefined],
    ["-", undefined],
  ];
  it.each(table)("%s is %s", (typed, term) => {
    expect(findTerm(index, typed)?.term).toBe(term);
  });

  it("whose name fits several is answered with all of them, most frequent first", () => {
    const [gan, upper] = [9, 10];
    expect(findTerms(index, "Gan").best).toEqual([gan, upper]);
    expect(termNamed(index, "Gan")).toEqual({ kind: "several", nodes: [gan, upper] });
    expect(answerQuestion(index, "path", { from: "Gan", to: "C" })).toMatchObject({
      from: { kind: "several", nodes: [gan, upper] },
      to: { kind: "one" },
      paths: [],
    });
    expect(explainTerm(index, [], "Gan")).toEqual({ kind: "several", asked: "Gan", terms: [gan, upper] });
    // As it is written it is one of them; the other fits less well.
    expect(explainTerm(index, [], "GAN")).toMatchObject({ kind: "term", term: upper, also: [gan] });
  });

  it("that is not there has near ones: by words, and by their beginnings", () => {
    const names = (text: string) => nearTerms(index, text).map((node) => index.document.terms[node - 4]!.term);
    expect(names("inception module")).toEqual(["Fréchet Inception Distance"]);
    expect(names("model generation")).toEqual(["generative model"]);
    expect(names("baking")).toEqual([]);
    expect(termNamed(index, "inception module")).toEqual({ kind: "none", near: [7] });
  });

  it("by number is that node, if it is a term", () => {
    expect(termNamed(index, 5)).toEqual({ kind: "one", node: 5 });
    expect([termNamed(index, 0), termNamed(index, 99)]).toEqual(Array(2).fill({ kind: "none", near: [] }));
  });
});

describe("a paper", () => {
  const document = smallDocument();
  const papers = document.papers.map((paper, i) => (i === 3 ? { ...paper, title: "The Fréchet distance" } : paper));
  const index = indexGraph({ ...document, papers });

  it.each(["a", "paper a", "Paper-A", "p0"])("by id, title or node: %s", (text) => {
    expect(findPaper(index, text)?.id).toBe("a");
  });

  it("by a part of its title, when no other has it", () => {
    expect(paperNamed(index, "frechet")).toEqual({ kind: "one", node: 3 });
    expect(paperNamed(index, "paper")).toEqual({ kind: "several", nodes: [0, 1, 2] });
    expect(paperNamed(index, "bread")).toEqual({ kind: "none", near: [] });
    expect([paperNamed(index, 1), paperNamed(index, 9)]).toEqual([
      { kind: "one", node: 1 },
      { kind: "none", near: [] },
    ]);
  });
});
