import { describe, expect, it } from "vitest";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import type { Decision } from "../../src/contract/decisions.ts";
import { buildGraph } from "../../src/graph/build.ts";
import { DEFAULT_GRAPH_CONFIG } from "../../src/graph/config.ts";
import { matchGroups } from "../../src/lib/match-groups.ts";
import type { Made } from "./corpus-maker.ts";
import { topicCorpus, withLists } from "./corpus-maker.ts";

async function build({ papers, extraction }: Made, previous?: GraphDocument, decisions: readonly Decision[] = []) {
  const options = { generator: "test", settings: {}, decisions, ...(previous && { previous }) };
  return buildGraph(papers, extraction, DEFAULT_GRAPH_CONFIG, options);
}

/** Without the papers whose id starts with `prefix`. */
function without({ papers, extraction, lists }: Made, prefix: string): Made {
  const kept = papers.map((_, i) => i).filter((i) => !papers[i]!.id.startsWith(prefix));
  return withLists(
    kept.map((i) => papers[i]!),
    extraction.terms,
    kept.map((i) => lists[i]!),
  );
}

const whole = topicCorpus(12);
const first = (await build(whole)).value;
const communityOfTopic = (document: GraphDocument, prefix: string) => {
  const id = document.papers.find((paper) => paper.id.startsWith(prefix))!.community;
  return document.communities.find((community) => community.id === id)!;
};

describe("a rebuild", () => {
  it("keeps id, colour and name of what is the same, and lists what went", async () => {
    const gone = communityOfTopic(first, "paper-0").label;
    const second = await build(without(whole, "paper-0"), { ...first, communities: renamed(first) });
    for (const prefix of ["paper-1", "paper-2"]) {
      const before = communityOfTopic(first, prefix);
      const now = communityOfTopic(second.value, prefix);
      expect([now.id, now.color, now.label]).toEqual([before.id, before.color, `${before.label}!`]);
    }
    const deaths = second.ledger.filter(({ action }) => action === "community death");
    expect(deaths.map(({ subject }) => subject)).toEqual([`${gone}!`]);
  });

  it("gives a new community an id that was never used", async () => {
    const second = await build(whole, (await build(without(whole, "paper-0"))).value);
    const ids = second.value.communities.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(second.ledger.filter(({ action }) => action === "community birth")).toHaveLength(1);
  });
});

function renamed({ communities }: GraphDocument): GraphDocument["communities"] {
  return communities.map((community) => ({ ...community, label: `${community.label}!` }));
}

describe("a name given by a person", () => {
  it("goes to the community of the term; an unknown term is reported", async () => {
    const { value, problems } = await build(whole, undefined, [
      { line: 1, kind: "label", member: "Proof Search", name: "Proofs" },
      { line: 2, kind: "label", member: "no such term", name: "Nothing" },
    ]);
    expect(communityOfTopic(value, "paper-2").label).toBe("Proofs");
    expect(problems.map(({ code }) => code)).toEqual(["decisions/label-unmatched"]);
  });
});

describe("matching groups", () => {
  const group = (id: string, members: string) => ({ id, members: [...members] });

  it("ignores members that only one side has", () => {
    const { same } = matchGroups([group("A", "abcd")], [group("X", "abcdEFGHIJ")]);
    expect([...same]).toEqual([["X", "A"]]);
  });

  it("names splits, merges, births and deaths", () => {
    const matches = matchGroups(
      [group("A", "abcdef"), group("B", "gh"), group("C", "ij"), group("D", "kl")],
      [group("X", "abc"), group("Y", "def"), group("Z", "ghij"), group("N", "mn")],
    );
    expect(matches.splits).toEqual([{ from: "A", into: ["X", "Y"] }]);
    expect(matches.merges).toEqual([{ from: ["B", "C"], into: "Z" }]);
    expect(matches.births).toEqual(["Y", "N"]);
    expect(matches.deaths).toEqual(["C", "D"]);
  });
});
