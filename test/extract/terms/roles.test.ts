import { expect, test } from "vitest";
import type { Role } from "../../../src/contract/graph-document.ts";
import { ruleFinding } from "../../../src/extract/terms/role-cues.ts";
import { decodeRoles } from "../../../src/extract/model/role-model.ts";
import { type RoleTerm, stemsOf } from "../../../src/extract/terms/role-features.ts";
import type { RoleMention } from "../../../src/extract/terms/role-sentence-features.ts";
import { RoleSentence } from "../../../src/extract/terms/role-sentence.ts";
import { findRole } from "../../../src/extract/terms/roles.ts";
import { loadResources } from "../../../src/io/load-resources.ts";

const { roles } = await loadResources();
const CASES: readonly [sentence: string, term: string, type: RoleTerm["type"], role: Role][] = [
  ["We propose TreeNet, a parser.", "TreeNet", "method", "proposes"],
  ["In this paper, we introduce a novel framework called TreeNet.", "TreeNet", "method", "proposes"],
  ["A candidate selection mechanism is designed to find them.", "candidate selection mechanism", "method", "proposes"],
  ["Our method builds on contrastive learning.", "contrastive learning", "method", "uses"],
  ["We fine-tune BERT with adapters.", "BERT", "method", "uses"],
  ["TreeNet outperforms AlphaFold by 3 points.", "AlphaFold", "method", "compares"],
  ["Experiments on ImageNet and CIFAR-10 confirm it.", "CIFAR-10", "dataset", "evaluates"],
  ["We study the convergence of gradient descent.", "gradient descent", "method", "studies"],
  ["Existing methods use convolutions.", "convolutions", "method", "mentions"],
  ["Deep learning is popular.", "Deep learning", "method", "mentions"],
];

function mention(sentence: string, term: string): RoleMention {
  const start = sentence.toLowerCase().indexOf(term.toLowerCase());
  return {
    sentence: new RoleSentence(sentence),
    start,
    end: start + term.length,
    inTitle: false,
    turn: -99,
    place: 0.5,
  };
}

test.each(CASES)("cue of %s", (sentence, term, _type, role) => {
  expect(ruleFinding(mention(sentence, term)).role).toBe(role);
});

test.each(CASES.filter(([, , , role]) => role !== "compares" && role !== "studies"))(
  "learned role of %s",
  (sentence, term, type, role) => {
    const about = { type, defined: false, titleStems: stemsOf("On parsing") };
    expect(findRole([mention(sentence, term)], about, roles).role).toBe(role);
  },
);

test("the name before a title's colon is what the paper proposes, and the cue says so", () => {
  const title = "TreeNet: a parser";
  const mentions = [{ sentence: new RoleSentence(title), start: 0, end: 7, inTitle: true, turn: -99, place: 0 }];
  expect(findRole(mentions, { type: "method", defined: false, titleStems: stemsOf(title) }, roles)).toEqual({
    role: "proposes",
    cue: "title before the colon",
  });
});

test("every role but mentions names its cue", () => {
  const mentions = [mention("Parsing of text is hard, and parsing of speech is harder.", "parsing")];
  const title = "Parsing";
  const found = findRole(
    [{ ...mentions[0]!, sentence: new RoleSentence(title), start: 0, end: 7, inTitle: true }, ...mentions],
    { type: "task", defined: false, titleStems: stemsOf(title) },
    roles,
  );
  expect(found.role).toBe("studies");
  expect(found.cue).toBeTruthy();
});

test("a role model of another version is refused", () => {
  expect(() => decodeRoles('{"version":2}')).toThrow("version");
});

test("names that objects have of themselves are no features", () => {
  const about = { type: "method", defined: false, titleStems: stemsOf("constructor") } as const;
  expect(() => findRole([mention("We use the constructor prototype.", "constructor")], about, roles)).not.toThrow();
});
