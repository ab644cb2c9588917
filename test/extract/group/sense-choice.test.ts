import { beforeAll, expect, test } from "vitest";
import { extractTerms, type ExtractResources } from "../../../src/extract/extract.ts";
import { decodeNotions, encodeVector } from "../../../src/extract/model/notions.ts";
import { loadResources } from "../../../src/io/load-resources.ts";
import { paperOf } from "../../papers.ts";

let resources: ExtractResources;
beforeAll(async () => {
  resources = await loadResources();
});

/** Name of the term that a form of paper `id` is a mention of. */
async function nodeOf(form: string, id: string, papers: readonly ReturnType<typeof paperOf>[]) {
  const { value } = await extractTerms(papers, resources);
  const paper = papers.findIndex((p) => p.id === id);
  const { offsets, term, mentionOffsets, mention, mentions } = value.paperTerms;
  for (let row = offsets[paper]!; row < offsets[paper + 1]!; row++) {
    for (let at = mentionOffsets[row]!; at < mentionOffsets[row + 1]!; at++) {
      const m = mention[at]!;
      const text = mentions.field[m] === 0 ? papers[paper]!.title : papers[paper]!.abstract!;
      if (text.slice(mentions.start[m], mentions.end[m]) === form) return value.terms[term[row]!]!;
    }
  }
  return undefined;
}
const formsOf = (term: Awaited<ReturnType<typeof nodeOf>>) =>
  term === undefined ? [] : [term.term, ...term.aliases.map(({ text }) => text)].map((text) => text.toLowerCase());

const CONTINUAL = paperOf(
  "a",
  "Continual learning (CL) suffers from catastrophic forgetting when tasks arrive one after the other. Replay buffers help continual learning agents keep old tasks.",
);
const CONTRASTIVE = paperOf(
  "b",
  "Contrastive learning (CL) pulls augmented views of an image together and pushes negative pairs apart. Contrastive learning gives representations without labels.",
);

test("an undefined short form has the sense that the paper is about", async () => {
  const forgetting = paperOf(
    "c",
    "Catastrophic forgetting of earlier tasks is still severe. We compare CL with replay and regularization on task sequences, and CL forgets less.",
  );
  const term = await nodeOf("CL", "c", [CONTINUAL, CONTRASTIVE, forgetting]);
  expect(formsOf(term)).toContain("continual learning");
  expect(formsOf(term)).not.toContain("contrastive learning");
});

test("a paper about something else has none of the senses", async () => {
  const chemistry = paperOf(
    "c",
    "The solubility of salts in water depends on temperature. We measured the density of CL in saline solutions, and CL was lower in brine.",
  );
  const term = await nodeOf("CL", "c", [CONTINUAL, CONTRASTIVE, chemistry]);
  expect(formsOf(term)).not.toContain("continual learning");
  expect(formsOf(term)).not.toContain("contrastive learning");
});

test("notions are read as they are written, and a foreign file is told", () => {
  const vector = [0.5, -0.25, 0];
  const text = `centre\t${encodeVector(vector)}\nshort\tXY\txenon yield\t4\t${encodeVector(vector)}\txenon yield|xenon yields\nkind\tXY\tyield\t3\nsame\ttext\ttextual\t0.33\n`;
  const { centre, shortForms, kinds, same } = decodeNotions(new TextEncoder().encode(text));
  expect([...centre].map((value) => Math.round(value * 10) / 10)).toEqual([0.5, -0.2, 0]);
  expect(shortForms.get("XY")).toMatchObject([
    { text: "xenon yield", papers: 4, keys: ["xenon yield", "xenon yields"] },
  ]);
  expect(kinds.get("XY")?.get("yield")).toBe(3);
  expect(same.get("textual")).toEqual(["text"]);
  expect(() => decodeNotions(new TextEncoder().encode("<html>\n"))).toThrow(/another version/);
});
