/**
 * Identity over time: a community that is the same as in the previous build keeps its id, colour and name.
 */
import type { Community, GraphDocument } from "../../contract/graph-document.ts";
import type { LedgerEntry } from "../../contract/ledger.ts";
import type { CommunityChange, CommunityRef } from "../../contract/run-record.ts";
import type { GroupMatches } from "../../lib/match-groups.ts";
import { matchGroups } from "../../lib/match-groups.ts";
import type { Communities } from "../communities/communities.ts";
import type { Corpus } from "../corpus.ts";
import { NEUTRAL, paletteColor } from "./palette.ts";
import { membersOf } from "../communities/partition.ts";

export interface Identity {
  /** Id of each area. */
  readonly areaIds: Int32Array;
  /** Id of each topic; −1 for an area's only topic, which is the area itself. */
  readonly topicIds: Int32Array;
  /** Colour of each area. */
  readonly colors: readonly string[];
  /** Names kept from the previous build, by id. */
  readonly keptLabels: ReadonlyMap<number, string>;
  /** How the areas of the previous build went on; absent without one. */
  readonly matches?: GroupMatches<number>;
}

/** Without a previous build: areas 0 …, largest first, then topics. */
export function identifyCommunities(corpus: Corpus, communities: Communities, previous?: GraphDocument): Identity {
  const { areas, topics, areaOf, apart } = communities;
  const topicsOf = membersOf(areaOf);
  const shown = Array.from(areaOf.keys()).filter((topic) => topicsOf[areaOf[topic]!]!.length > 1);

  const old = new Map<number, Community>(previous?.communities.map((community) => [community.id, community]));
  const areaMatches = matchGroups(oldGroups(previous, "community"), newGroups(corpus, areas.paper));
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
  const areaIds = Int32Array.from({ length: areas.count }, (_, area) => areaMatches.same.get(area) ?? freshId());
  const topicIds = new Int32Array(topics.count).fill(-1);
  for (const topic of shown) topicIds[topic] = topicMatches.same.get(topic) ?? freshId();

  const kept = [...areaMatches.same.values(), ...topicMatches.same.values()];
  return {
    areaIds,
    topicIds,
    colors: areaColors(areaIds, old, apart),
    keptLabels: new Map(kept.map((id) => [id, old.get(id)!.label])),
    ...(previous === undefined ? {} : { matches: renumbered(areaMatches, areaIds) }),
  };
}

/** What happened to the areas since the previous build; nothing without one. */
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

/** Kept areas keep theirs; new ones take the first colours that no kept area has. */
function areaColors(areaIds: Int32Array, old: ReadonlyMap<number, Community>, apart: number | undefined): string[] {
  const keptColors = Array.from(areaIds, (id) => old.get(id)?.color);
  const used = new Set(keptColors);
  let next = 0;
  return keptColors.map((color, area) => {
    if (area === apart) return NEUTRAL;
    if (color !== undefined && color !== NEUTRAL) return color;
    while (used.has(paletteColor(next))) next++;
    return paletteColor(next++);
  });
}

/** Area numbers of this build → their ids. */
function renumbered(matches: GroupMatches<number>, ids: Int32Array): GroupMatches<number> {
  const idOf = (area: number) => ids[area]!;
  return {
    same: new Map([...matches.same].map(([area, then]) => [idOf(area), then])),
    splits: matches.splits.map(({ from, into }) => ({ from, into: into.map(idOf) })),
    merges: matches.merges.map(({ from, into }) => ({ from, into: idOf(into) })),
    births: matches.births.map(idOf),
    deaths: matches.deaths,
  };
}
