import { beforeAll, describe, expect, it } from "vitest";
import { MentionJoin } from "../../../src/extract/choose/corpus-mentions.ts";
import { KindCue } from "../../../src/extract/choose/kind-cue.ts";
import { MentionTableWriter } from "../../../src/extract/choose/mention-table.ts";
import type { ExtractResources } from "../../../src/extract/extract.ts";
import { groupForms } from "../../../src/extract/group/group-forms.ts";
import { TYPES } from "../../../src/extract/tag/tagged-shard.ts";
import { unchanged } from "../../../src/extract/text/clean/edits.ts";
import { variantKey } from "../../../src/extract/text/variants.ts";
import type { Candidate } from "../../../src/extract/types.ts";
import { loadResources } from "../../../src/io/load-resources.ts";
import { paperOf } from "../../papers.ts";
import { APART, type Pair, SAME } from "./term-pairs.ts";

/** A corpus of all pairs, each form in two papers of one context, as the tagger would choose it. @returns per pair the groups of either form */
function groupsOf(pairs: readonly Pair[], resources: ExtractResources): [Set<number>, Set<number>][] {
  const writer = new MentionTableWriter();
  const sides = pairs.flatMap(([one, other, type = 0]) => [one, one, other, other].map((side) => ({ side, type })));
  const papers = sides.map(({ side, type }, i) => {
    const [form = "", short] = side.split(" = ");
    const abstract = `Many papers are about ${form}${short === undefined ? "" : ` (${short})`}, and ours compares what they say.`;
    const candidates = [form, ...(short === undefined ? [] : [short])].map((text) => candidateOf(text, abstract, type));
    for (const candidate of candidates)
      writer.mention(candidate, unchanged(abstract), { kind: KindCue.None, isCoined: false });
    const [long, brief] = candidates;
    writer.paper(true, brief ? [{ field: "abstract", short: brief, long: long! }] : []);
    return paperOf(`p${i}`, abstract);
  });
  const join = new MentionJoin();
  join.add(writer.done());
  const mentions = join.done();
  const order = papers.map((_, i) => i);
  const { groupOf } = groupForms(papers, mentions, order, [], resources).value;
  const ofPapers = (first: number) =>
    new Set(groupOf.slice(first === 0 ? 0 : mentions.ends[first - 1], mentions.ends[first + 1]));
  return pairs.map((_, p) => [ofPapers(4 * p), ofPapers(4 * p + 2)]);
}

function candidateOf(text: string, abstract: string, type: number): Candidate {
  const start = abstract.indexOf(text);
  const types = Float32Array.from({ length: TYPES }, (_, t) => (t === type ? 3 : 0));
  return {
    field: "abstract",
    start,
    end: start + text.length,
    text,
    key: variantKey(text),
    sentence: { start: 0, end: abstract.length },
    sentenceNumber: 0,
    words: text.split(" ").length,
    probability: 1,
    types,
    typesByForm: types,
    ends: [],
  };
}

/** Pairs of which it does not hold. */
function failing(
  pairs: readonly Pair[],
  resources: ExtractResources,
  holds: (one: Set<number>, other: Set<number>) => boolean,
): string[] {
  const groups = groupsOf(pairs, resources);
  return pairs.flatMap(([one, other], p) => (holds(...groups[p]!) ? [] : [`${one} | ${other}`]));
}

describe("pairs of many sciences", () => {
  let resources: ExtractResources;
  beforeAll(async () => {
    resources = await loadResources();
  });

  it("are a hundred on either side", () => {
    expect([SAME.length, APART.length]).toEqual([100, 100]);
  });

  it("of one notion are one term", () => {
    const isOne = (one: Set<number>, other: Set<number>) => new Set([...one, ...other]).size === 1;
    // Whether "Transformer" is a method the corpus must say, which has it in no other term.
    expect(failing(SAME, resources, isOne)).toEqual(["Transformer-based encoder | Transformer encoder"]);
  });

  it("of two notions are two terms", () => {
    const areTwo = (one: Set<number>, other: Set<number>) => [...one].every((group) => !other.has(group));
    expect(failing(APART, resources, areTwo)).toEqual([]);
  });
});
