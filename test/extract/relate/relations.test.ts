/**
 * What is read of small texts. The sentences say plainly what is expected; how right the model is on real ones is measured
 * on annotated papers (`npm run eval`).
 */
import { beforeAll, describe, expect, it } from "vitest";
import { TERM_TYPES, STATED_KINDS, type TermType } from "../../../src/contract/graph-document.ts";
import { Relater } from "../../../src/extract/relate/relater.ts";
import type { RelatePaper, RelatePlace } from "../../../src/extract/relate/relate-types.ts";
import { tokenize } from "../../../src/extract/text/tokens.ts";
import { ROLES, type Role } from "../../../src/contract/graph-document.ts";
import { loadResources } from "../../../src/io/load-resources.ts";

let relater: Relater;
beforeAll(async () => {
  relater = new Relater((await loadResources()).relations);
});

type Given = readonly [text: string, type: TermType, role: Role];

function paperOf(title: string, abstract: string, given: readonly Given[]): RelatePaper {
  const fields = { title: tokenize(title), abstract: tokenize(abstract) };
  const terms = given.map(([text, type, role]) => ({
    type: TERM_TYPES.indexOf(type),
    roles: ROLES.map((own) => (own === role ? 0.9 : 0.02)),
    certainty: 1,
    places: (["title", "abstract"] as const).flatMap((field) => {
      const { sentences, text: whole } = fields[field];
      const places: RelatePlace[] = [];
      for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) {
        const number = sentences.findIndex(({ end }) => at < end);
        const { start, end } = sentences[number]!;
        places.push({ field, start: at, end: at + text.length, sentence: { start, end }, sentenceNumber: number });
      }
      return places;
    }),
  }));
  const first = (t: number) => (terms[t]!.places[0]!.field === "title" ? 0 : 1e6) + terms[t]!.places[0]!.start;
  const order = terms.map((_, t) => t).sort((a, b) => first(a) - first(b));
  return { title, abstract, sentences: fields.abstract.sentences.length, terms: order.map((t) => terms[t]!) };
}

function read(title: string, abstract: string, given: readonly Given[]): string[] {
  const paper = paperOf(title, abstract, given);
  const nameOf = (t: number) => {
    const { field, start, end } = paper.terms[t]!.places[0]!;
    return paper[field].slice(start, end);
  };
  return relater.relate(paper).map(({ kind, head, tail }) => `${nameOf(head)} ${STATED_KINDS[kind]!} ${nameOf(tail)}`);
}

const TREE: readonly Given[] = [
  ["TreeNet", "method", "proposes"],
  ["question answering", "task", "studies"],
  ["SQuAD", "dataset", "evaluates"],
  ["NewsQA", "dataset", "evaluates"],
  ["BERT", "method", "compares"],
];
const ABSTRACT =
  "We propose TreeNet, a new method for question answering. We evaluate TreeNet on SQuAD and NewsQA. TreeNet outperforms BERT.";

describe("what a paper states", () => {
  it("is read off its sentences, with the direction", () => {
    const found = read("TreeNet for question answering", ABSTRACT, TREE);
    expect(found).toContain("TreeNet used_for question answering");
    expect(found).toContain("TreeNet evaluated_on SQuAD");
    expect(found).toContain("TreeNet evaluated_on NewsQA");
    expect(found).toContain("TreeNet better_than BERT");
  });

  it("members of a list are not related to each other", () => {
    const found = read("TreeNet for question answering", ABSTRACT, TREE);
    expect(found.filter((line) => line.includes("SQuAD") && line.includes("NewsQA"))).toEqual([]);
  });

  it("words that stand for the proposal are read as it", () => {
    const abstract =
      "We propose TreeNet for question answering. Our method is evaluated on SQuAD. It outperforms BERT by a large margin.";
    const found = read(
      "TreeNet for question answering",
      abstract,
      TREE.filter(([text]) => text !== "NewsQA"),
    );
    expect(found).toContain("TreeNet evaluated_on SQuAD");
    expect(found).toContain("TreeNet better_than BERT");
  });

  it("two terms have one relation at most, in a sentence that holds one of them", () => {
    const paper = paperOf("TreeNet for question answering", ABSTRACT, TREE);
    const found = relater.relate(paper);
    const pairs = found.map(({ head, tail }) => [head, tail].sort((a, b) => a - b).join(" "));
    expect(new Set(pairs).size).toBe(pairs.length);
    for (const { head, tail, placeOf, place, confidence } of found) {
      expect([head, tail]).toContain(placeOf);
      expect(paper.terms[placeOf]!.places[place]).toBeDefined();
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });

  it("terms of which nothing is said are not related", () => {
    const far = `${"Much has been said of other things in the last years. ".repeat(4)}BERT is large.`;
    const found = read("On SQuAD", far, [
      ["SQuAD", "dataset", "mentions"],
      ["BERT", "method", "mentions"],
    ]);
    expect(found).toEqual([]);
  });

  it.each([
    ["TreeNet cannot be used for question answering.", []],
    ["TreeNet would help question answering.", []],
    ["TreeNet is used not only for question answering.", ["TreeNet used_for question answering"]],
  ] as const)("what is denied or imagined is not stated: %s", (abstract, expected) => {
    const found = read("On parsing", abstract, [
      ["TreeNet", "method", "uses"],
      ["question answering", "task", "studies"],
    ]);
    expect(found).toEqual(expected);
  });
});
