/**
 * Joins records of the same paper.
 *
 * Two records are one paper when they share an arXiv id, or a DOI or an id of their own and like titles or abstracts, or
 * when their titles are equal, nothing contradicts, and their abstracts (where both have one) share most of their words.
 * Similar titles alone never join: "Online Search Cost Estimation for SAT Solvers" is not "Online Estimation of
 * SAT Solving Runtime". An id alone joins nothing: many files number their rows.
 */
import type { Paper, SourceSpan } from "../domain/paper.ts";
import type { RawRecord } from "../domain/record.ts";
import type { LedgerEntry, Problem, Staged } from "../domain/staged.ts";
import { hash64 } from "../lib/hash.ts";
import { arxivKey, doiKey, recordId } from "./identify.ts";
import { foldedTitle, haveLikeTexts, isSameByTitle } from "./same-paper.ts";

/** One paper with all its records, in the order of reading. */
interface Group {
  readonly first: RawRecord;
  readonly all: RawRecord[];
}

/** @returns the papers in the order of first reading; every join as an entry of the ledger, equal ids of unlike papers as problems. */
export function joinDuplicates(records: readonly RawRecord[]): Staged<readonly Paper[]> {
  const groups: Group[] = [];
  const index = new GroupIndex();
  const ledger: LedgerEntry[] = [];
  for (const record of records) {
    const found = index.find(record);
    const group = found?.group ?? { first: record, all: [] };
    group.all.push(record);
    if (found) ledger.push(mergeEntry(record, group.first, found.rule));
    else groups.push(group);
    index.add(record, group);
  }
  const { papers, problems } = withUniqueIds(groups.map(joinGroup));
  return { value: papers, problems, ledger };
}

/** Every record a paper of its own; equal ids are told apart. */
export function keepAll(records: readonly RawRecord[]): Staged<readonly Paper[]> {
  const { papers } = withUniqueIds(records.map((record) => ({ ...record, id: recordId(record) })));
  return { value: papers, problems: [], ledger: [] };
}

/** Finds the group that a record belongs to. */
class GroupIndex {
  private readonly byArxiv = new Map<string, Group>();
  private readonly byDoi = new Map<string, Group[]>();
  private readonly byId = new Map<string, Group[]>();
  private readonly byTitle = new Map<string, Group[]>();

  find(record: RawRecord): { readonly group: Group; readonly rule: string } | undefined {
    const some = (
      groups: readonly Group[] | undefined,
      test: (a: RawRecord, b: RawRecord) => boolean,
    ): Group | undefined => groups?.find(({ all }) => all.some((other) => test(other, record)));
    const arxiv = this.byArxiv.get(arxivKey(record));
    if (arxiv) return { group: arxiv, rule: "same identifier" };
    const known =
      some(this.byDoi.get(doiKey(record.doi)), haveLikeTexts) ?? some(this.byId.get(record.id ?? ""), haveLikeTexts);
    if (known) return { group: known, rule: "same identifier" };
    const titled = some(this.byTitle.get(foldedTitle(record)), isSameByTitle);
    return titled && { group: titled, rule: "same title" };
  }

  add(record: RawRecord, group: Group): void {
    const arxiv = arxivKey(record);
    if (arxiv !== "") this.byArxiv.set(arxiv, group);
    addTo(this.byDoi, doiKey(record.doi), group);
    addTo(this.byId, record.id ?? "", group);
    addTo(this.byTitle, foldedTitle(record), group);
  }
}

function addTo(index: Map<string, Group[]>, key: string, group: Group): void {
  if (key === "") return;
  const groups = index.get(key);
  if (!groups) index.set(key, [group]);
  else if (!groups.includes(group)) groups.push(group);
}

function mergeEntry(record: RawRecord, first: RawRecord, rule: string): LedgerEntry {
  return { stage: "ingest", action: "merge", subject: place(record.source), rule, result: place(first.source) };
}

/** The first reading's fields win; what it lacks comes from later ones. */
function joinGroup(group: Group): Paper {
  const also: SourceSpan[] = group.all.slice(1).map((record) => record.source);
  const merged: RawRecord = group.all.reduceRight<RawRecord>((later, record) => ({ ...later, ...record }), group.first);
  return { ...merged, id: recordId(merged), source: group.first.source, ...(also.length > 0 && { also }) };
}

/** Different papers may share an id (a row number, the same title hash): the abstract's hash, then a number, tells them apart. */
function withUniqueIds(papers: readonly Paper[]): { papers: Paper[]; problems: Problem[] } {
  const firstWith = new Map<string, Paper>();
  const used = new Set<string>();
  const problems: Problem[] = [];
  const unique = papers.map((paper) => {
    const first = firstWith.get(paper.id);
    if (!first) firstWith.set(paper.id, paper);
    let id = paper.id;
    if (used.has(id)) id = `${paper.id}-${hash64(paper.abstract ?? "").slice(0, 6)}`;
    for (let n = 2; used.has(id); n++) id = `${paper.id}-${n}`;
    used.add(id);
    if (first) problems.push(sameId(paper, first, id));
    return id === paper.id ? paper : { ...paper, id };
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

function place({ file, line }: SourceSpan): string {
  return `${file}:${line}`;
}
