/**
 * Identity over time: a community that is the same as in the previous build keeps its id, colour and name.
 */
import type { Community, GraphDocument } from "../../contract/graph-document.ts";
import type { LedgerEntry } from "../../contract/ledger.ts";
import type { CommunityChange, CommunityRef } from "../../contract/run-record.ts";
import type { GroupMatches } from "../../lib/match-groups.ts";
import { matchGroups } from "../../lib/match-groups.ts";
import type { Hierarchy } from "../communities/communities.ts";
import type { Corpus } from "../corpus.ts";
import { NEUTRAL, paletteColor } from "./palette.ts";
import { membersOf } from "../communities/partition.ts";

export interface Identity {
  /** Id of each community. */
  readonly communityIds: Int32Array;
  /** Id of each topic; −1 for a community's only topic, which is the community itself. */
  readonly topicIds: Int32Array;
  /** Colour of each community: `#rrggbb`. */
  readonly colors: readonly string[];
  /** Names kept from the previous build, by id. */
  readonly keptLabels: ReadonlyMap<number, string>;
  /** How the communities of the previous build went on; absent without one. */
  readonly matches?: GroupMatches<number>;
}

/** Without a previous build: communities 0 …, largest first, then topics. */
export function identifyCommunities(corpus: Corpus, hierarchy: Hierarchy, previous?: GraphDocument): Identity {
  const { communities, topics, communityOfTopic, unconnected } = hierarchy;
  const topicsOf = membersOf(communityOfTopic);
  const shown = Array.from(communityOfTopic.keys()).filter((topic) => topicsOf[communityOfTopic[topic]!]!.length > 1);

  const old = new Map<number, Community>(previous?.communities.map((community) => [community.id, community]));
  const communityMatches = matchGroups(oldGroups(previous, "community"), newGroups(corpus, communities.paper));
  const shownSet = new Set(shown);
  const topicGroups = newGroups(corpus, topics.paper).filter(({ id }) => shownSet.has(id));
  const topicMatches = matchGroups(oldGroups(previous, "topic"), topicGroups);

  const usedIds = new Set(old.keys());
  let next = 0;
  const freshId = () => {
    while (usedIds.has(next)) next++;
    usedIds.add(next);
    return next;
  };
  const communityIds = Int32Array.from(
    { length: communities.count },
    (_, c) => communityMatches.same.get(c) ?? freshId(),
  );
  const topicIds = new Int32Array(topics.count).fill(-1);
  for (const topic of shown) topicIds[topic] = topicMatches.same.get(topic) ?? freshId();

  const kept = [...communityMatches.same.values(), ...topicMatches.same.values()];
  return {
    communityIds,
    topicIds,
    colors: communityColors(communityIds, old, unconnected),
    keptLabels: new Map(kept.map((id) => [id, old.get(id)!.label])),
    ...(previous === undefined ? {} : { matches: renumbered(communityMatches, communityIds) }),
  };
}

/** What happened to the communities since the previous build; nothing without one. */
export function communityChanges({ matches }: Identity, now: GraphDocument, before?: GraphDocument): CommunityChange[] {
  if (matches === undefined) return [];
  const newRefs = references(now);
  const oldRefs = references(before ?? now);
  return [
    ...matches.splits.map(({ from, into }) => ({ what: "split" as const, from: oldRefs([from]), into: newRefs(into) })),
    ...matches.merges.map(({ from, into }) => ({ what: "merge" as const, from: oldRefs(from), into: newRefs([into]) })),
    ...matches.births.map((id) => ({ what: "birth" as const, from: [], into: newRefs([id]) })),
    ...matches.deaths.map((id) => ({ what: "death" as const, from: oldRefs([id]), into: [] })),
  ];
}

function references({ communities }: GraphDocument): (ids: readonly number[]) => CommunityRef[] {
  const labels = new Map(communities.map(({ id, label }) => [id, label]));
  return (ids) => ids.map((id) => ({ id, label: labels.get(id) ?? `#${id}` }));
}

/** The changes as entries that a person can read. */
export function changeEntries(changes: readonly CommunityChange[]): LedgerEntry[] {
  const join = (communities: readonly CommunityRef[]) => communities.map(({ label }) => label).join("; ");
  return changes.map(({ what, from, into }) => ({
    stage: "graph",
    action: `community ${what}`,
    subject: join(what === "birth" ? into : from),
    rule: "overlap of papers with the previous build",
    ...(from.length > 0 && into.length > 0 && { result: join(into) }),
  }));
}

function newGroups(corpus: Corpus, community: Int32Array): { id: number; members: string[] }[] {
  return membersOf(community).map((papers, id) => ({ id, members: papers.map((paper) => corpus.papers[paper]!.id) }));
}

function oldGroups(
  previous: GraphDocument | undefined,
  level: "community" | "topic",
): { id: number; members: string[] }[] {
  const members = new Map<number, string[]>();
  for (const paper of previous?.papers ?? []) {
    const id = paper[level];
    if (id !== undefined) members.set(id, [...(members.get(id) ?? []), paper.id]);
  }
  return [...members].sort((a, b) => a[0] - b[0]).map(([id, list]) => ({ id, members: list }));
}

/** Kept communities keep theirs; new ones take the first colours that no kept one has. */
function communityColors(
  communityIds: Int32Array,
  old: ReadonlyMap<number, Community>,
  unconnected: number | undefined,
): string[] {
  const keptColors = Array.from(communityIds, (id) => old.get(id)?.color);
  const used = new Set(keptColors);
  let next = 0;
  return keptColors.map((color, c) => {
    if (c === unconnected) return NEUTRAL;
    if (color !== undefined && color !== NEUTRAL) return color;
    while (used.has(paletteColor(next))) next++;
    return paletteColor(next++);
  });
}

/** Community numbers of this build → their ids. */
function renumbered(matches: GroupMatches<number>, ids: Int32Array): GroupMatches<number> {
  const idOf = (c: number) => ids[c]!;
  return {
    same: new Map([...matches.same].map(([c, then]) => [idOf(c), then])),
    splits: matches.splits.map(({ from, into }) => ({ from, into: into.map(idOf) })),
    merges: matches.merges.map(({ from, into }) => ({ from, into: idOf(into) })),
    births: matches.births.map(idOf),
    deaths: matches.deaths,
  };
}
