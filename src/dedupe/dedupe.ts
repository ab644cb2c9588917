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
import { hash64 } from "../lib/hash.ts";
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
  const merged = mergeRecords(records);
  const also: SourceSpan[] = records.slice(1).map(({ source }) => source);
  return { ...merged, id: recordId(merged), ...(also.length > 0 && { also }) };
}

/** Different papers may share an id (a row number, the same title hash): the abstract's hash, then a number, tells them apart. */
function withUniqueIds(papers: readonly Placed<Paper>[]): Pick<JoinedRecords, "papers" | "problems"> {
  const firstWith = new Map<string, Paper>();
  const used = new Set<string>();
  /** The number to try next behind an id: all below are taken. */
  const numbers = new Map<string, number>();
  const problems: Placed<Problem>[] = [];
  const unique = papers.map(({ item: paper, at }) => {
    const first = firstWith.get(paper.id);
    if (!first) firstWith.set(paper.id, paper);
    let id = paper.id;
    if (used.has(id)) id = `${paper.id}-${hash64(paper.abstract ?? "").slice(0, 6)}`;
    if (used.has(id)) {
      let n = numbers.get(paper.id) ?? 2;
      while (used.has(`${paper.id}-${n}`)) n++;
      numbers.set(paper.id, n + 1);
      id = `${paper.id}-${n}`;
    }
    used.add(id);
    if (first) problems.push({ item: sameId(paper, first, id), at });
    return { item: id === paper.id ? paper : { ...paper, id }, at };
  });
  return { papers: unique, problems };
}

function sameId(paper: Paper, first: Paper, id: string): Problem {
  return {
    code: "dedupe/same-id",
    severity: "warning",
    message: `${JSON.stringify(paper.id)} is also the id of another paper, at ${place(first.source)}; this one is called ${JSON.stringify(id)}`,
    where: paper.source,
  };
}

/** Joined, for what is added up piece by piece keeps its pieces in memory. */
function place({ file, line }: SourceSpan): string {
  return [file, line].join(":");
}
