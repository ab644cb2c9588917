/**
 * A piece of a large job: what one of n machines found in its share of the shards, as one buffer that says what it is.
 *
 * Every machine reads all inputs (so that repeated papers are found) and tags every n-th shard. The pieces together hold
 * what a build would have found alone.
 */
import type { Config } from "./config.ts";
import type { InputRecord } from "./contract/run-record.ts";
import type { Paper } from "./domain/paper.ts";
import type { LedgerEntry, Problem, Staged } from "./domain/staged.ts";
import { staged } from "./domain/staged.ts";
import type { Ingested, IngestReport } from "./ingest.ts";
import { packTable, type TableKind, unpackTable } from "./tables/table.ts";

const PIECE: TableKind = { kind: "piece", version: 1 };

/** Which share of the shards: shard `s` (counted from 0) belongs to piece `s % pieces + 1`. */
export interface Share {
  /** 1 … `pieces`. */
  readonly piece: number;
  readonly pieces: number;
}

/** What all pieces of a job have in common. */
interface Job {
  /** Of code, models, settings and texts of the inputs; pieces of another job are refused. */
  readonly key: string;
  /** Of the code and models that tagged; another version cannot read the shards. */
  readonly version: string;
  readonly config: Pick<Config, "ingest" | "extract">;
  readonly inputs: readonly InputRecord[];
  readonly report: IngestReport;
  readonly problems: readonly Problem[];
  readonly ledger: readonly LedgerEntry[];
}

export interface Piece {
  readonly job: Job;
  readonly share: Share;
  /** Shards of the whole job. */
  readonly shards: number;
  /** Papers of each shard of the piece, and what tagging it gave: see `packShard`. */
  readonly papers: readonly (readonly Paper[])[];
  readonly tagged: readonly ArrayBuffer[];
}

export function shardsOfShare({ piece, pieces }: Share, shards: number): number[] {
  return Array.from({ length: shards }, (_, s) => s).filter((s) => s % pieces === piece - 1);
}

export function packPiece({ papers, tagged, ...head }: Piece): ArrayBuffer {
  const ends = new Float64Array(tagged.length);
  let length = 0;
  tagged.forEach(({ byteLength }, s) => (ends[s] = length += byteLength));
  const bytes = new Uint8Array(length);
  tagged.forEach((buffer, s) => {
    bytes.set(new Uint8Array(buffer), s === 0 ? 0 : ends[s - 1]);
  });
  const papersEnd = new Uint32Array(papers.length);
  let count = 0;
  papers.forEach((shard, s) => (papersEnd[s] = count += shard.length));
  return packTable(PIECE, {
    columns: { bytes, ends, papersEnd },
    strings: { head: [JSON.stringify(head)], papers: papers.flat().map((paper) => JSON.stringify(paper)) },
  });
}

/** @throws Error when the buffer holds no piece of this version */
export function unpackPiece(buffer: ArrayBuffer): Piece {
  const { columns, strings } = unpackTable(PIECE, buffer);
  const { bytes, ends, papersEnd } = columns;
  const [head] = strings["head"] ?? [];
  if (!bytes || !ends || !papersEnd || head === undefined) throw new Error("the piece is damaged");
  const all = (strings["papers"] ?? []).map((text) => JSON.parse(text) as Paper);
  const from = (column: ArrayLike<number>, s: number): number => (s === 0 ? 0 : column[s - 1]!);
  return {
    ...(JSON.parse(head) as Omit<Piece, "papers" | "tagged">),
    papers: Array.from(papersEnd, (end, s) => all.slice(from(papersEnd, s), end)),
    tagged: Array.from(ends, (end, s) => (bytes as Uint8Array).slice(from(ends, s), end).buffer),
  };
}

/** The job put together again: its papers in order, and what tagging each shard gave. */
export interface MergedPieces {
  readonly job: Job;
  readonly ingested: Staged<Ingested>;
  readonly shards: readonly { readonly papers: readonly Paper[]; readonly tagged: ArrayBuffer }[];
}

/**
 * @param pieces with the names they are spoken of by, in any order; a piece may be there twice
 * @throws Error that names the piece that is missing or of another job
 */
export function mergePieces(pieces: readonly (readonly [name: string, piece: Piece])[]): MergedPieces {
  const [first] = pieces;
  if (!first) throw new Error("no pieces");
  const [firstName, { job, share, shards }] = first;
  const byNumber = new Map<number, Piece>();
  for (const [name, piece] of pieces) {
    const isSame = piece.job.key === job.key && piece.share.pieces === share.pieces && piece.shards === shards;
    if (!isSame)
      throw new Error(
        `${name} is of another job than ${firstName}: made from other inputs, settings or by another version`,
      );
    byNumber.set(piece.share.piece, piece);
  }
  const missing = Array.from({ length: share.pieces }, (_, i) => i + 1).filter((number) => !byNumber.has(number));
  if (missing.length > 0)
    throw new Error(`of ${share.pieces} pieces, ${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} missing`);
  const joined = Array.from({ length: shards }, (_, s) => {
    const piece = byNumber.get((s % share.pieces) + 1)!;
    const at = Math.floor(s / share.pieces);
    return { papers: piece.papers[at]!, tagged: piece.tagged[at]! };
  });
  const papers = joined.flatMap((shard) => shard.papers);
  return { job, ingested: staged({ papers, report: job.report }, job.problems, job.ledger), shards: joined };
}
