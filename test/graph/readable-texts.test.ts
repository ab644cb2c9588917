import { describe, expect, it } from "vitest";
import { canonicalCorpus } from "../../src/graph/corpus.ts";
import { featureMatrix } from "../../src/graph/similarity/features.ts";
import { readableTexts } from "../../src/extract/text/clean/readable-texts.ts";
import { corpusOf } from "./corpus-maker.ts";

const plain = [
  { id: "c", title: "Blade pitch of turbines", abstract: "The blade pitch follows the tide." },
  { id: "b", title: "Turbines in the tide", abstract: "Blade pitch again, and the tide." },
];
const marked = [
  { id: "c", title: "Blade pitch of turbines", abstract: "The <jats:italic>blade pitch</jats:italic> follows the tide." },
  { id: "b", title: "Turbines in the tide", abstract: "<jats:italic>Blade pitch</jats:italic> again, and the tide." },
];

describe("readable texts", () => {
  it("are handed on for the papers that differ", () => {
    expect([...readableTexts(plain, () => 0)]).toEqual([]);
    expect([...readableTexts(marked, () => 0)]).toEqual(
      plain.map(({ title, abstract }, i) => [i, { title, abstract }]),
    );
  });

  it("are what papers are compared by, in any order of the papers", () => {
    const { papers, extraction } = corpusOf(marked, []);
    const given = featureMatrix(canonicalCorpus(papers, extraction));
    const clean = featureMatrix(
      canonicalCorpus(papers, { ...extraction, readableTexts: readableTexts(marked, () => 0) }),
    );
    const wanted = featureMatrix(canonicalCorpus(corpusOf(plain, []).papers, extraction));
    expect(clean).toEqual(wanted);
    expect(given.columns).toBeGreaterThan(wanted.columns);
  });
});
