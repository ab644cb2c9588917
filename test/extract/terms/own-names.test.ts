import { expect, test } from "vitest";
import { namePlaces, ownNames } from "../../../src/extract/terms/own-names.ts";

test.each([
  ["Combee: Scaling Prompt Learning", [], ["Combee"]],
  ["A study of scaling laws: what do we know", [], []],
  ["On parsing", ["We propose TreeNet, a parser."], ["TreeNet"]],
  ["On parsing", ["We introduce Perturbed Policy Trees (PPT2), which prune."], ["PPT2"]],
  ["On parsing", ["We build on BERT and GPT-2."], []],
] as const)("own names of %s", (title, sentences, names) => {
  expect(ownNames(title, sentences)).toEqual(names);
});

test("names fit as whole words, whatever signs they hold", () => {
  const places = (text: string, names: readonly string[]) => namePlaces(text, names).map(({ start }) => start);
  expect(places("C++Net beats C++Nets and C++Net.", ["C++Net"])).toEqual([0, 25]);
  expect(places("𝒳Net: Net, NetNet-2 and Net-2.", ["Net", "Net-2"])).toEqual([7, 25]);
  expect(places("anything", [])).toEqual([]);
});
