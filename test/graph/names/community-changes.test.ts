import { expect, test } from "vitest";
import type { GraphDocument } from "../../../src/contract/graph-document.ts";
import { changeEntries, communityChanges, type Identity } from "../../../src/graph/names/match-communities.ts";
import { TINY } from "../../documents/tiny.ts";

/** Names hold the signs that the words of an entry are joined with. */
const named = (labels: Readonly<Record<number, string>>): GraphDocument => ({
  ...TINY,
  communities: Object.entries(labels).map(([id, label]) => ({ ...TINY.communities[0]!, id: Number(id), label })),
});
const before = named({ 0: "Graphs; trees", 1: "Speech" });
const now = named({ 0: "Graphs; trees", 2: "Trees", 3: "Vision" });
const matches: NonNullable<Identity["matches"]> = {
  same: new Map([[0, 0]]),
  splits: [{ from: 0, into: [0, 2] }],
  merges: [],
  births: [3],
  deaths: [1],
};
const first: Identity = {
  communityIds: new Int32Array(),
  topicIds: new Int32Array(),
  colors: [],
  keptLabels: new Map(),
};
const identity: Identity = { ...first, matches };

test("changes of communities are data: ids and names, none joined to a text", () => {
  expect(communityChanges(identity, now, before)).toEqual([
    {
      what: "split",
      from: [{ id: 0, label: "Graphs; trees" }],
      into: [
        { id: 0, label: "Graphs; trees" },
        { id: 2, label: "Trees" },
      ],
    },
    { what: "birth", from: [], into: [{ id: 3, label: "Vision" }] },
    { what: "death", from: [{ id: 1, label: "Speech" }], into: [] },
  ]);
});

test("the ledger tells them in words", () => {
  const said = changeEntries(communityChanges(identity, now, before));
  expect(said.map(({ action, subject, result }) => [action, subject, result])).toEqual([
    ["community split", "Graphs; trees", "Graphs; trees; Trees"],
    ["community birth", "Vision", undefined],
    ["community death", "Speech", undefined],
  ]);
});

test("a first build has none", () => {
  expect(communityChanges(first, now)).toEqual([]);
});
