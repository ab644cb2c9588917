import { expect, test } from "vitest";
import type { Role } from "../../../src/contract/graph-document.ts";
import { ruleFinding } from "../../../src/extract/terms/role-cues.ts";
import { decodeRoles } from "../../../src/extract/model/role-model.ts";
import { type RoleTerm, stemsOf } from "../../../src/extract/terms/role-features.ts";
import type { RoleMention } from "../../../src/extract/terms/role-sentence-features.ts";
import { ownNames } from "../../../src/extract/terms/own-names.ts";
import { RoleSentence } from "../../../src/extract/terms/role-sentence.ts";
import { RoleFinder } from "../../../src/extract/terms/roles.ts";
import { loadResources } from "../../../src/io/load-resources.ts";

const { roles, background } = await loadResources();
const finder = new RoleFinder(roles, background);
const CASES: readonly [sentence: string, term: string, type: RoleTerm["type"], role: Role][] = [
  ["We propose TreeNet, a parser.", "TreeNet", "method", "proposes"],
  ["In this paper, we introduce a novel framework called TreeNet.", "TreeNet", "method", "proposes"],
  ["A candidate selection mechanism is designed to find them.", "candidate selection mechanism", "method", "proposes"],
  ["Our method builds on contrastive learning.", "contrastive learning", "method", "uses"],
  ["We fine-tune BERT with adapters.", "BERT", "method", "uses"],
  ["TreeNet outperforms AlphaFold by 3 points.", "AlphaFold", "method", "compares"],
  ["Experiments on ImageNet and CIFAR-10 confirm it.", "CIFAR-10", "dataset", "evaluates"],
  ["We study the convergence of gradient descent.", "gradient descent", "method", "studies"],
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
    expect(finder.find([mention(sentence, term)], about).role).toBe(role);
  },
);

/** As in an abstract whose third sentence says what the paper brings. */
test.each([
  ["Existing methods use convolutions.", "convolutions"],
  ["Deep learning is popular.", "Deep learning"],
] as const)("background is told from own work: %s", (sentence, term) => {
  const about = { type: "method", defined: false, titleStems: stemsOf("On parsing") } as const;
  const said = { ...mention(sentence, term), place: 0, turn: -2 };
  expect(finder.find([said], about).role).toBe("mentions");
});

test("a sentence whose subject is the paper's own name speaks of own work", () => {
  const names = ownNames("Combee: Scaling Prompt Learning", []);
  const text = "Combee leverages parallel scans and an index.";
  const start = text.indexOf("parallel scans");
  const said = { inTitle: false, place: 0.5, turn: 2, start, end: start + "parallel scans".length };
  const about = { type: "method", defined: false, titleStems: stemsOf("Combee: Scaling Prompt Learning") } as const;
  const own = new RoleSentence(text, names);
  expect(own.actors.map(({ kind }) => kind)).toEqual(["name"]);
  expect(finder.find([{ ...said, sentence: own }], about).role).toBe("uses");
});

test("the name before a title's colon is what the paper proposes, and the cue says so", () => {
  const title = "TreeNet: a parser";
  const mentions = [{ sentence: new RoleSentence(title), start: 0, end: 7, inTitle: true, turn: -99, place: 0 }];
  expect(finder.find(mentions, { type: "method", defined: false, titleStems: stemsOf(title) })).toMatchObject({
    role: "proposes",
    cue: "title before the colon",
  });
});

test("every role but mentions names its cue", () => {
  const mentions = [mention("Parsing of text is hard, and parsing of speech is harder.", "parsing")];
  const title = "Parsing";
  const found = finder.find(
    [{ ...mentions[0]!, sentence: new RoleSentence(title), start: 0, end: 7, inTitle: true }, ...mentions],
    { type: "task", defined: false, titleStems: stemsOf(title) },
  );
  expect(found.role).toBe("studies");
  expect(found.cue).toBeTruthy();
});

test("a role model of another version is refused", () => {
  expect(() => decodeRoles('{"version":1}')).toThrow("version");
});

test("names that objects have of themselves are no features", () => {
  const about = { type: "method", defined: false, titleStems: stemsOf("constructor") } as const;
  expect(() => finder.find([mention("We use the constructor prototype.", "constructor")], about)).not.toThrow();
});
