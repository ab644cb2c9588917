import { expect, it } from "vitest";
import { findDefinitions } from "../../../src/extract/definitions/find-definitions.ts";

/** The first definition that is found of the term in a sentence. */
function defined(text: string, term: string): readonly [form: string, says: string] | undefined {
  const start = text.indexOf(term);
  const terms = [{ start, end: start + term.length, term: 0 }];
  const [first] = findDefinitions([{ field: "abstract", start: 0, end: text.length, text, terms }]);
  return first && [first.form, text.slice(first.says.start, first.says.end)];
}

it.each([
  [
    "Weaving is defined as the crossing of threads at right angles.",
    "Weaving",
    "defined as",
    "the crossing of threads at right angles",
  ],
  [
    "Graph weaving (GW) is a technique that joins the nodes of two graphs.",
    "Graph weaving",
    "is a",
    "a technique that joins the nodes of two graphs",
  ],
  [
    "We present WeaveNet, a network that learns to weave from single examples, and it is fast.",
    "WeaveNet",
    "apposition",
    "a network that learns to weave from single examples",
  ],
  [
    "We propose a family of methods for weaving large graphs, called Loom, and test it.",
    "Loom",
    "named",
    "a family of methods for weaving large graphs",
  ],
])("%s", (text, term, form, says) => {
  expect(defined(text, term)).toEqual([form, says]);
});

it.each([
  ["Graph weaving is a challenging problem in data mining.", "Graph weaving"],
  ["Graph weaving is a key step towards knitting.", "Graph weaving"],
  ["In graph weaving, a thread is passed that joins the nodes.", "graph weaving"],
  ["The results of graph weaving, a finding that surprises, are good.", "graph weaving"],
  ["Graph weaving is fast.", "Graph weaving"],
])("no definition: %s", (text, term) => {
  expect(defined(text, term)).toBeUndefined();
});
