import { describe, expect, it } from "vitest";
import { FormTrie } from "../../../src/extract/link/form-trie.ts";
import { isIdiom } from "../../../src/extract/link/idioms.ts";
import { type LinkForms, OPEN_ROW } from "../../../src/extract/link/link-forms.ts";
import { MentionLinker } from "../../../src/extract/link/link-mentions.ts";
import { hasSameCapitals } from "../../../src/extract/link/same-capitals.ts";
import { tokenize } from "../../../src/extract/text/tokens.ts";
import type { Candidate, Chosen, TaggedPaper } from "../../../src/extract/types.ts";

/** Forms by name of their group; those with an asterisk stand for it only where the paper has it anyway. */
function formsOf(groups: Readonly<Record<string, readonly string[]>>, openShorts: readonly string[] = []): LinkForms {
  const rows = Object.values(groups).flatMap((forms, group) => forms.map((form) => ({ form, group })));
  return {
    texts: rows.map(({ form }) => form.replace("*", "")),
    groups: Uint32Array.from(rows, ({ group }) => group),
    rules: new Uint8Array(rows.length),
    needsOwn: Uint8Array.from(rows, ({ form }) => (form.endsWith("*") ? 1 : 0)),
    openShorts,
  };
}

function paperOf(abstract: string): TaggedPaper {
  const { sentences } = tokenize(abstract);
  return {
    english: true,
    candidates: [],
    abbreviations: [],
    sentences: { title: 0, abstract: sentences.length },
    sentencesOf: (field) => (field === "title" ? [] : sentences),
  };
}

function linked(abstract: string, forms: LinkForms, taken: readonly string[] = [], own: readonly number[] = []) {
  const chosen = taken.map((text): Chosen => {
    const start = abstract.indexOf(text);
    return { candidate: { field: "abstract", start, end: start + text.length } as Candidate, probability: 1 };
  });
  return new MentionLinker(forms)
    .link({ title: "", abstract }, paperOf(abstract), chosen, new Set(own))
    .map(({ start, end, row }) => `${abstract.slice(start, end)}: ${row === OPEN_ROW ? "open" : forms.groups[row]!}`);
}

describe("places of known forms", () => {
  const forms = formsOf({
    descent: ["gradient descent"],
    stochastic: ["stochastic gradient descent", "SGD*"],
    agents: ["multi-agent system"],
  });

  it.each<[text: string, found: string[]]>([
    ["We train by stochastic gradient descent.", ["stochastic gradient descent: 1"]],
    ["Gradient Descent is old. We like gradient descents.", ["Gradient Descent: 0", "gradient descents: 0"]],
    ["A gradient. Descent follows.", []],
    ["The gradient, descent and rest.", []],
    ["One multi agent system, two multi-agent systems.", ["multi agent system: 2", "multi-agent systems: 2"]],
    ["A gradient descentwise step.", []],
  ])("%s", (text, found) => {
    expect(linked(text, forms)).toEqual(found);
  });

  it("are open for a short form of several senses, also within a longer mention", () => {
    const forms = formsOf({ scans: ["CT scan"], transport: ["CT"], retrieval: ["image retrieval"] }, ["CT"]);
    expect(linked("A CT or two CTs, by AR/CT.", forms)).toEqual(["CT: open", "CTs: open", "CT: open"]);
    expect(linked("The CT scan and the ct value of CT.", forms)).toEqual(["CT scan: 0", "CT: open", "CT: open"]);
    expect(linked("CT image retrieval by CT.", forms, ["CT image retrieval"])).toEqual(["CT: open", "CT: open"]);
    expect(linked("By CT alone.", forms, ["CT"])).toEqual([]);
  });

  it("lie in no mention that stands already, and cross none", () => {
    expect(linked("The gradient descent method works.", forms, ["descent method"])).toEqual([]);
    expect(linked("The gradient descent method works.", forms, ["method"])).toEqual(["gradient descent: 0"]);
  });

  it("of short forms that nobody else uses need the term in the paper", () => {
    expect(linked("With SGD we win.", forms)).toEqual([]);
    expect(linked("With SGD we win.", forms, [], [1])).toEqual(["SGD: 1"]);
  });

  it("that may be of two terms are of the one that the paper has, or of none", () => {
    const two = formsOf({ learning: ["active learning"], other: ["active learning"] });
    expect(linked("On active learning.", two)).toEqual([]);
    expect(linked("On active learning.", two, [], [1])).toEqual(["active learning: 1"]);
  });

  it("are found by one reading, whatever the number of forms", () => {
    const trie = new FormTrie(["time series", "time series model", "series"]);
    const time = trie.readToken("time");
    expect(trie.formsEnding(time)).toEqual([]);
    const node = trie.step(time);
    expect(trie.formsEnding(trie.readToken("series"), node)).toEqual([0]);
    expect(trie.step(trie.readToken("colour"), node)).toBeUndefined();
  });
});

describe("a name in capitals", () => {
  const inText = { startsSentence: false, inTitle: false };
  it.each<[form: string, text: string, same: boolean]>([
    ["CLIP", "clips", false],
    ["CLIP", "Clip", false],
    ["clip", "CLIP", false],
    ["GAN", "GANs", true],
    ["Adam", "adam", false],
    ["flow", "Flow", false],
    ["random forest", "Random Forests", true],
    ["Random Forest", "random forests", true],
    ["random forest", "RANDOM FOREST", true],
    ["CLIP model", "clip model", false],
    ["mAP score", "map score", false],
  ])("%s and %s: %s", (form, text, same) => {
    expect(hasSameCapitals(form, text, inText)).toBe(same);
  });

  it("may be due to the place of a word", () => {
    expect(hasSameCapitals("attention", "Attention", { startsSentence: true, inTitle: false })).toBe(true);
    expect(hasSameCapitals("attention", "Attention", { startsSentence: false, inTitle: true })).toBe(true);
  });
});

it.each([
  ["This has received little attention.", true],
  ["Attention has been paid to it; attention is paid where attention is due.", true],
  ["The layer computes attention.", false],
])("set phrases are no terms: %s %s", (text, idiom) => {
  const start = text.indexOf("attention");
  expect(isIdiom(text, start, start + "attention".length)).toBe(idiom);
});
