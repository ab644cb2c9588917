/**
 * Papers that say the same: what all of them share tells them apart from nothing here, and is still what they are about.
 */
import { describe, expect, it } from "vitest";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { buildGraph } from "../../src/graph/build.ts";
import { mergeAlike } from "../../src/graph/communities/merge-alike.ts";
import { DEFAULT_GRAPH_CONFIG } from "../../src/graph/config.ts";
import { canonicalCorpus } from "../../src/graph/corpus.ts";
import { seededRandom } from "../../src/lib/random.ts";
import { corpusOf, reordered } from "./corpus-maker.ts";

const TIDES = ["tidal turbine", "blade pitch", "wake model", "seabed scour"];
const PROOFS = ["lemma selection", "proof search", "tactic"];
const VOCABULARY = [...TIDES, ...PROOFS, "image synthesis"];

interface Text {
  readonly title: string;
  readonly abstract?: string;
}

const SAME =
  "We design a tidal turbine with blade pitch control. A wake model predicts loads, and seabed scour is measured.";
const tides = (i: number): Text => ({ title: `Turbines, part ${i}`, abstract: SAME });
const proofs = (i: number): Text => ({
  title: `Proofs ${i}`,
  abstract: "Our proof search with lemma selection. A tactic closes goals.",
});

/** Words that say nothing, other ones for each paper. */
function filler(): (words: number) => string {
  const random = seededRandom(5);
  const words =
    "alpha bravo cargo delta engine flour grain harbor island jungle kettle lantern mirror needle orange pepper"
      .split(" ")
      .map((word) => `${word} `);
  return (n) => Array.from({ length: n }, () => words[Math.floor(random() * words.length)]!).join("");
}

function made(papers: number, text: (i: number) => Text) {
  const texts = Array.from({ length: papers }, (_, i) => ({ id: `x${String(i).padStart(4, "0")}`, ...text(i) }));
  return corpusOf(texts, VOCABULARY);
}

async function build({ papers, extraction }: ReturnType<typeof made>): Promise<GraphDocument> {
  return (await buildGraph(papers, extraction, DEFAULT_GRAPH_CONFIG, { generator: "test", settings: {} })).value;
}

const upper = ({ communities }: GraphDocument) => communities.filter(({ parent }) => parent === undefined);
const termsIn = (label: string): string[] => label.toLowerCase().split(" & ");

describe("one subject", () => {
  const say = filler();
  const KINDS: readonly (readonly [kind: string, papers: number, text: (i: number) => Text])[] = [
    ["two equal papers", 2, () => tides(1)],
    ["three", 3, tides],
    ["five", 5, tides],
    ["a dozen", 12, tides],
    ["a dozen under titles of their own", 12, (i) => ({ title: `${"abcdefghijkl"[i]!}ville bay`, abstract: SAME })],
    ["fifty", 50, tides],
    ["three hundred", 300, tides],
    [
      "titles without abstracts",
      12,
      () => ({ title: "A tidal turbine with blade pitch and a wake model over seabed scour" }),
    ],
    ["one term is all", 12, () => ({ title: "Scour", abstract: "seabed scour" })],
    [
      "the same terms in other words",
      12,
      () => ({
        title: say(3),
        abstract: `${say(6)}. A tidal turbine, ${say(6)}; the blade pitch, ${say(6)}. A wake model, ${say(6)}; seabed scour.`,
      }),
    ],
    [
      "the same terms, four times three alike",
      12,
      (i) => ({ title: "Turbines", abstract: `${SAME} ${filler()(4 + (i % 4))}` }),
    ],
    [
      "a third with one term more",
      12,
      (i) => ({ title: "T", abstract: i % 3 === 0 ? `${SAME} And image synthesis.` : SAME }),
    ],
  ];

  it.each(KINDS)("%s: one stable community, named by what they share", async (_, papers, text) => {
    const document = await build(made(papers, text));
    expect(upper(document)).toHaveLength(1);
    expect(document.communities).toHaveLength(1);
    const [community] = upper(document);
    expect(TIDES).toEqual(expect.arrayContaining(termsIn(community!.label)));
    expect(community!.weak).toBeUndefined();
    expect(document.quality.warning ?? "").not.toContain("weak");
  });

  it.each(KINDS)("%s: papers are similar, and share the terms that they share", async (_, papers, text) => {
    const document = await build(made(papers, text));
    const isTied = new Set([...document.similar].flatMap(({ source, target }) => [source, target]));
    expect(isTied.size).toBe(papers);
    const shares = [...document.similar].every(({ shared }) => shared.length > 0);
    expect(shares).toBe(true);
  });

  it("equal papers are wholly similar", async () => {
    const { similar } = await build(made(12, tides));
    expect(similar.length).toBeGreaterThanOrEqual(12 * 4);
    expect([...similar].every(({ weight }) => weight === 1)).toBe(true);
  });

  it("is the same in any order", async () => {
    const corpus = made(12, tides);
    const order = corpus.papers.map((_, i) => (i * 5) % 12);
    expect(JSON.stringify(await build(reordered(corpus, order)))).toBe(JSON.stringify(await build(corpus)));
  });
});

describe("one subject beside others", () => {
  it.each([3, 5, 8, 12, 20])("twelve equal papers and %i of another subject", async (others) => {
    const document = await build(made(12 + others, (i) => (i < 12 ? tides(i) : proofs(i))));
    const [tidal, other, ...more] = ["x0000", "x0012"].map(
      (id) => document.papers.find((paper) => paper.id === id)!.community,
    );
    expect([more, upper(document).length]).toEqual([[], 2]);
    expect(tidal).not.toBe(other);
    for (const { id, community } of document.papers) expect(community).toBe(id < "x0012" ? tidal : other);
    for (const { id, label } of upper(document))
      expect(id === tidal ? TIDES : PROOFS).toEqual(expect.arrayContaining(termsIn(label)));
  });

  it("papers that share nothing stay apart", async () => {
    const texts = (i: number): Text =>
      i < 12 ? tides(i) : { title: `${"pqr"[i - 12]!}${i}`, abstract: `Only ${"uvw"[i - 12]!}${i}.` };
    const document = await build(made(15, texts));
    expect(upper(document).map(({ label }) => label)).toContain("Apart");
    expect(
      [...document.similar].filter(({ source, target }) =>
        [source, target].some((node) => ["p12", "p13", "p14"].includes(node)),
      ),
    ).toEqual([]);
  });
});

describe("communities whose papers have the same terms", () => {
  const { papers, extraction } = made(12, (i) => (i < 8 ? tides(i) : proofs(i)));
  const corpus = canonicalCorpus(papers, extraction);
  const halves = Int32Array.from(papers, (_, i) => (i < 4 ? 0 : i < 8 ? 1 : 2));

  it("become one", () => {
    expect([...mergeAlike(corpus, halves)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1]);
  });

  it("not across a wider border, and not with what stands apart", () => {
    const wider = Int32Array.from(papers, (_, i) => (i < 4 ? 0 : 1));
    expect(mergeAlike(corpus, halves, wider)).toBe(halves);
    expect(mergeAlike(corpus, halves, undefined, 1)).toBe(halves);
  });

  it("are no communities of papers without terms", () => {
    const bare = made(6, (i) => ({ title: "abcdef"[i]!, abstract: "None." }));
    const thirds = Int32Array.from([0, 0, 1, 1, 2, 2]);
    expect(mergeAlike(canonicalCorpus(bare.papers, bare.extraction), thirds)).toBe(thirds);
  });
});
