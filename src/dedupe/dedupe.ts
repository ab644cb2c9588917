/**
 * Joins records of the same paper.
 *
 * Two records are one paper when they share an arXiv id, or a DOI and like titles or abstracts, or when their titles are
 * equal, nothing contradicts, and their abstracts (where both have one) share most of their words. Similar titles alone
 * never join: "Online Search Cost Estimation for SAT Solvers" is not "Online Estimation of SAT Solving Runtime". An id
 * alone joins nothing: many files number their rows. A record that is the same paper as two others makes all of them one.
 */
import type { Paper, SourceSpan } from "../domain/paper.ts";
import type { RawRecord } from "../domain/record.ts";
import type { LedgerEntry, Problem, Staged } from "../domain/staged.ts";
import { append } from "../lib/append.ts";
import { groupBy } from "../lib/group-by.ts";
import { hash64 } from "../lib/hash.ts";
import { byKey } from "../lib/order.ts";
import { byContent } from "./by-content.ts";
import { recordId } from "./identify.ts";
import { mergeRecords } from "./merge-records.ts";
import { SameRecords } from "./same-records.ts";

const LONGEST_EXCERPT = 100;

/** One paper with all its records. */
interface Group {
  /** Place of its first record among all records. */
  readonly at: number;
  readonly all: { readonly record: RawRecord; readonly at: number }[];
  /** The group that it was joined with. */
  into?: Group;
}

/** @returns the papers in the order of first reading; every join as an entry of the ledger, equal ids of unlike papers as problems. */
export function joinDuplicates(records: readonly RawRecord[]): Staged<readonly Paper[]> {
  return stagedOf(joinRecords(records.map(placedAt), true));
}

/** Every record a paper of its own; equal ids are told apart. */
export function keepAll(records: readonly RawRecord[]): Staged<readonly Paper[]> {
  return stagedOf(joinRecords(records.map(placedAt), false));
}

/** A thing, and the number of the record that it comes from among all records. */
export interface Placed<T> {
  readonly item: T;
  readonly at: number;
}

/** Each list in the order of its places. */
export interface JoinedRecords {
  /** At the place of their first record. */
  readonly papers: readonly Placed<Paper>[];
  readonly merges: readonly Placed<LedgerEntry>[];
  /** Equal ids of unlike papers. */
  readonly problems: readonly Placed<Problem>[];
}

/**
 * @param records in the order of their places; all that share a name with one of them.
 * @param joins whether records of one paper are joined; without it every record is a paper.
 */
export function joinRecords(records: readonly Placed<RawRecord>[], joins: boolean): JoinedRecords {
  const groups: Group[] = [];
  const same = new SameRecords<Group>(joins ? records.map(({ item }) => item) : []);
  const merges: Placed<LedgerEntry>[] = [];
  for (const { item: record, at } of records) {
    // The group that was begun first, then the others.
    const found = joins ? [...same.find(record, liveGroup)].sort(([a], [b]) => a.at - b.at) : [];
    const [first, ...others] = found;
    const [group, rule]: readonly [Group, string?] = first ?? [{ at, all: [] }];
    if (rule === undefined) groups.push(group);
    else merges.push({ item: mergeEntry(record, group, rule), at });
    group.all.push({ record, at });
    for (const [other, why] of others) {
      const [moved] = other.all;
      if (moved) merges.push({ item: mergeEntry(moved.record, group, why), at });
      append(group.all, other.all.splice(0));
      other.into = group;
    }
    if (joins) same.add(record, group);
  }
  const alive = groups.filter(({ into }) => !into);
  const { papers, problems } = withUniqueIds(alive.map((group) => ({ item: joinGroup(group), at: group.at })));
  return { papers, merges, problems: joins ? problems : [] };
}

function placedAt<T>(item: T, at: number): Placed<T> {
  return { item, at };
}

function stagedOf({ papers, merges, problems }: JoinedRecords): Staged<readonly Paper[]> {
  const items = <T>(placed: readonly Placed<T>[]): T[] => placed.map(({ item }) => item);
  return { value: items(papers), problems: items(problems), ledger: items(merges) };
}

function liveGroup(group: Group): Group {
  let live = group;
  while (live.into) live = live.into;
  return live;
}

function mergeEntry(record: RawRecord, { all }: Group, rule: string): LedgerEntry {
  const first = all[0]?.record ?? record;
  // By `replace` it would be a rope of its words: a hundred thousand merges took twice the memory.
  const excerpt = record.title.slice(0, LONGEST_EXCERPT).split(/\s+/).join(" ");
  const [subject, result] = [place(record.source), place(first.source)];
  return { stage: "ingest", action: "merge", subject, rule, result, ...(excerpt !== "" && { excerpt }) };
}

function joinGroup({ all }: Group): Paper {
  const records = [...all].sort((a, b) => a.at - b.at).map(({ record }) => record);
  const [first, ...others] = records.map(({ source }) => source);
  const merged = mergeRecords(records.sort(byContent));
  return { ...merged, id: recordId(merged), source: first!, ...(others.length > 0 && { also: others }) };
}

/**
 * Different papers may share an id (a row number, the same title hash): the first by content keeps it, the abstract's hash,
 * then a number, tells the others apart.
 */
function withUniqueIds(papers: readonly Placed<Paper>[]): Pick<JoinedRecords, "papers" | "problems"> {
  const sharing = groupBy(papers, ({ item }) => item.id);
  const used = new Set(sharing.keys());
  const renamed = new Map<Placed<Paper>, Placed<Paper>>();
  const problems: Placed<Problem>[] = [];
  for (const [id, group] of [...sharing].filter(([, { length }]) => length > 1).sort(byKey(([id]) => id))) {
    const [keeper, ...others] = group.sort((a, b) => byContent(a.item, b.item));
    /** The number to try next: all below are taken. */
    let n = 2;
    for (const other of others) {
      const { item: paper, at } = other;
      let own = `${id}-${hash64(paper.abstract ?? "").slice(0, 6)}`;
      while (used.has(own)) own = `${id}-${n++}`;
      used.add(own);
      renamed.set(other, { item: { ...paper, id: own }, at });
      problems.push({ item: sameId(paper, keeper!.item, own), at });
    }
  }
  return {
    papers: papers.map((paper) => renamed.get(paper) ?? paper),
    problems: problems.sort((a, b) => a.at - b.at),
  };
}

function sameId(paper: Paper, keeper: Paper, id: string): Problem {
  return {
    code: "dedupe/same-id",
    severity: "warning",
    message: `${JSON.stringify(paper.id)} is also the id of another paper, at ${place(keeper.source)}; this one is called ${JSON.stringify(id)}`,
    where: paper.source,
  };
}

/** Joined, for what is added up piece by piece keeps its pieces in memory. */
function place({ file, line }: SourceSpan): string {
  return [file, line].join(":");
}
