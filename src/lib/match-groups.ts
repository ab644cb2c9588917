/**
 * Which group of one grouping is which group of another (Greene, Doyle & Cunningham 2010, "Tracking the evolution of
 * communities in dynamic social networks"): by the overlap of their members.
 */
export interface Group<Id> {
  readonly id: Id;
  readonly members: readonly string[];
}

export interface GroupMatches<Id> {
  /** New id → old id, where it is the same group; one to one. */
  readonly same: ReadonlyMap<Id, Id>;
  /** An old group of which at least two new ones each took a good part. */
  readonly splits: readonly { readonly from: Id; readonly into: readonly Id[] }[];
  /** A new group to which at least two old ones each gave a good part of theirs. */
  readonly merges: readonly { readonly from: readonly Id[]; readonly into: Id }[];
  /** New groups that are none of the old ones. */
  readonly births: readonly Id[];
  /** Old groups that are none of the new ones. */
  readonly deaths: readonly Id[];
}

/** Least Jaccard overlap, over the members that both groupings have, for "the same". */
const SAME = 0.3;
/** Least share of an old group that makes a part of it worth naming. */
const PART = 0.3;

/** Groups in their order of importance: ties go to the earlier one. */
export function matchGroups<Id>(before: readonly Group<Id>[], after: readonly Group<Id>[]): GroupMatches<Id> {
  const known = new Set(before.flatMap(({ members }) => members));
  const oldOf = new Map(before.flatMap(({ members }, at) => members.map((member) => [member, at] as const)));
  const oldSize = new Int32Array(before.length);
  const stay = new Set(after.flatMap(({ members }) => members));
  before.forEach(({ members }, at) => (oldSize[at] = members.filter((member) => stay.has(member)).length));

  const overlaps = after.flatMap(({ members }, now) => {
    const shared = new Map<number, number>();
    const both = members.filter((member) => known.has(member));
    for (const member of both) shared.set(oldOf.get(member)!, (shared.get(oldOf.get(member)!) ?? 0) + 1);
    return [...shared].map(([then, count]) => ({
      then,
      now,
      part: count / oldSize[then]!,
      jaccard: count / (oldSize[then]! + both.length - count),
    }));
  });

  const same = new Map<number, number>();
  const taken = new Set<number>();
  for (const { then, now, jaccard } of [...overlaps].sort(
    (a, b) => b.jaccard - a.jaccard || a.then - b.then || a.now - b.now,
  )) {
    if (jaccard < SAME || same.has(now) || taken.has(then)) continue;
    same.set(now, then);
    taken.add(then);
  }

  const parts = overlaps.filter(({ part }) => part >= PART).sort((a, b) => a.now - b.now || a.then - b.then);
  const oldId = (at: number) => before[at]!.id;
  const newId = (at: number) => after[at]!.id;
  return {
    same: new Map([...same].sort((a, b) => a[0] - b[0]).map(([now, then]) => [newId(now), oldId(then)])),
    splits: before.flatMap(({ id }, then) => {
      const into = parts.filter((overlap) => overlap.then === then).map(({ now }) => newId(now));
      return into.length > 1 ? [{ from: id, into }] : [];
    }),
    merges: after.flatMap(({ id }, now) => {
      const from = parts.filter((overlap) => overlap.now === now).map(({ then }) => oldId(then));
      return from.length > 1 ? [{ from, into: id }] : [];
    }),
    births: after.filter((_, now) => !same.has(now)).map(({ id }) => id),
    deaths: before.filter((_, then) => !taken.has(then)).map(({ id }) => id),
  };
}
