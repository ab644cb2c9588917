/**
 * Joins records of the same paper.
 *
 * Two records are one paper when they share an identifier (id, DOI, arXiv id), or when their normalised titles are
 * equal, no identifier contradicts, and their abstracts (where both have one) share most of their words.
 * Similar titles alone never join: "Online Search Cost Estimation for SAT Solvers" is not "Online Estimation of
 * SAT Solving Runtime".
 */
import type { Paper, SourceSpan } from "../domain/paper.ts";
import type { LedgerEntry } from "../domain/staged.ts";
import { hash64 } from "../lib/hash.ts";
import { titleKey, wordOverlap, wordSet } from "../lib/text.ts";
import { arxivKey, doiKey, recordId } from "./identify.ts";
import type { RawRecord } from "./record.ts";

/** Abstracts of one paper share at least this much of the shorter one's words. */
const SAME_ABSTRACT = 0.6;

export interface Deduped {
  /** In the order of first reading. */
  readonly papers: readonly Paper[];
  readonly duplicates: number;
  readonly ledger: readonly LedgerEntry[];
}

interface Group {
  readonly first: RawRecord;
  readonly all: RawRecord[];
}

export function joinDuplicates(records: readonly RawRecord[]): Deduped {
  const groups: Group[] = [];
  const byIdentifier = new Map<string, Group>();
  const byTitle = new Map<string, Group[]>();
  const ledger: LedgerEntry[] = [];
  for (const record of records) {
    const identifiers = identifiersOf(record);
    const key = titleKey(record.title);
    const known = identifiers.map((id) => byIdentifier.get(id)).find((group) => group !== undefined);
    const sameTitle =
      key === "" ? undefined : byTitle.get(key)?.find((group) => group.all.some((other) => isSamePaper(other, record)));
    let group = known ?? sameTitle;
    if (group) {
      group.all.push(record);
      ledger.push({
        stage: "ingest",
        action: "merge",
        subject: `${record.source.file}:${record.source.line}`,
        rule: known ? "same identifier" : "same title",
        result: `${group.first.source.file}:${group.first.source.line}`,
      });
    } else {
      group = { first: record, all: [record] };
      groups.push(group);
    }
    for (const id of identifiers) byIdentifier.set(id, group);
    if (key !== "" && group !== sameTitle) byTitle.set(key, [...(byTitle.get(key) ?? []), group]);
  }
  const papers = withUniqueIds(groups.map(joinGroup));
  return { papers, duplicates: records.length - papers.length, ledger };
}

/** Every record a paper of its own; equal ids are told apart. */
export function keepAll(records: readonly RawRecord[]): readonly Paper[] {
  return withUniqueIds(records.map((record) => ({ ...record, id: recordId(record) })));
}

function identifiersOf(record: RawRecord): string[] {
  const doi = doiKey(record.doi);
  const arxiv = arxivKey(record.arxiv_id);
  const identifiers = record.id === undefined ? [] : [`id ${record.id}`];
  if (doi !== "") identifiers.push(`doi ${doi}`);
  if (arxiv !== "") identifiers.push(`arxiv ${arxiv}`);
  return identifiers;
}

function isSamePaper(a: RawRecord, b: RawRecord): boolean {
  const contradict = (x: string | undefined, y: string | undefined): boolean => Boolean(x && y && x !== y);
  if (
    contradict(a.id, b.id) ||
    contradict(doiKey(a.doi), doiKey(b.doi)) ||
    contradict(arxivKey(a.arxiv_id), arxivKey(b.arxiv_id))
  )
    return false;
  if (a.abstract === undefined || b.abstract === undefined) return true;
  return wordOverlap(wordSet(a.abstract), wordSet(b.abstract)) >= SAME_ABSTRACT;
}

/** The first reading's fields win; what it lacks comes from later ones. */
function joinGroup(group: Group): Paper {
  const also: SourceSpan[] = group.all.slice(1).map((record) => record.source);
  const merged: RawRecord = group.all.reduceRight<RawRecord>((later, record) => ({ ...later, ...record }), group.first);
  return { ...merged, id: recordId(merged), source: group.first.source, ...(also.length > 0 && { also }) };
}

/** Different papers may share an id (the same title hash): the abstract's hash, then a number, tells them apart. */
function withUniqueIds(papers: readonly Paper[]): Paper[] {
  const seen = new Map<string, number>();
  for (const paper of papers) seen.set(paper.id, (seen.get(paper.id) ?? 0) + 1);
  const used = new Set<string>();
  return papers.map((paper) => {
    let id = paper.id;
    if ((seen.get(id) ?? 0) > 1 && used.has(id)) id = `${paper.id}-${hash64(paper.abstract ?? "").slice(0, 6)}`;
    for (let n = 2; used.has(id); n++) id = `${paper.id}-${n}`;
    used.add(id);
    return id === paper.id ? paper : { ...paper, id };
  });
}
