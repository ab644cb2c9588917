/**
 * `paperweave extract --shard i/n`: one piece of a job that n machines share.
 */
import { createHash } from "node:crypto";
import type { Config } from "../config.ts";
import { divideIntoShards } from "../extract/shards/divide.ts";
import { loadResources } from "../io/load-resources.ts";
import { seal } from "../io/sealed-file.ts";
import { writeOutputFile } from "../io/write-file.ts";
import { UsageError } from "../lib/errors.ts";
import { packPiece, type Share, shardsOfShare } from "../piece.ts";
import { NODE_THREADS } from "../workers/node-threads.ts";
import { passesInThreads } from "../workers/passes-in-threads.ts";
import { MemoryTags, shardKeys } from "../workers/tag-store.ts";
import { type Context, printProblems, progressFor } from "./context.ts";
import { readPapers, requirePapers } from "./read.ts";
import { type CacheOptions, openTagCache } from "./tag-cache.ts";

const STANDARD_OUTPUT = "-";

export interface PieceOptions {
  readonly share: Share;
  /** File that the piece is written to, or `-` for standard output. */
  readonly out: string;
  readonly config: Config;
  readonly workers?: number | undefined;
  readonly caching: CacheOptions;
}

/** @throws UsageError for anything but `i/n` with 1 ≤ i ≤ n ≤ 10,000 */
export function parseShare(text: string): Share {
  const [piece = 0, pieces = 0] = /^\d{1,5}\/\d{1,5}$/u.test(text) ? text.split("/").map(Number) : [];
  if (piece < 1 || pieces > 10_000 || piece > pieces)
    throw new UsageError(`--shard takes i/n with 1 ≤ i ≤ n ≤ 10000, not "${text}"`, "as in --shard 2/8");
  return { piece, pieces };
}

export async function pieceCommand(
  paths: readonly string[],
  { share, out, config, workers, caching }: PieceOptions,
  context: Context,
): Promise<number> {
  const cache = await openTagCache(caching, config);
  const { ingested, inputs } = await readPapers(paths, config.ingest, context);
  const { problems } = ingested;
  printProblems(problems, context);
  requirePapers(ingested.value.papers.length, problems);
  const shards = divideIntoShards(ingested.value.papers);
  const mine = shardsOfShare(share, shards.length).map((s) => shards[s]!);
  const progress = progressFor(context);
  const keyOf = await shardKeys(config.extract.minProbability);
  const gathered = new MemoryTags(keyOf, cache?.tags);
  const passes = passesInThreads(NODE_THREADS, { workers, tags: gathered })(
    mine,
    await loadResources(),
    config.extract,
  );
  try {
    // The counts are the corpus's business: who merges the pieces counts again.
    await passes.tag(
      () => undefined,
      (done, total) => {
        progress.update("finding terms", done, total);
      },
    );
  } finally {
    await passes.close();
  }
  await cache?.evict();
  progress.clear();
  const { report } = ingested.value;
  const settings = { ingest: config.ingest, extract: config.extract };
  const version = keyOf([]);
  const key = createHash("sha256")
    .update(JSON.stringify([version, settings, inputs]))
    .digest("hex");
  const job = { key, version, config: settings, inputs, report, problems, ledger: ingested.ledger };
  const piece = {
    job,
    share,
    shards: shards.length,
    papers: mine,
    tagged: mine.map((papers) => gathered.tagged(papers)),
  };
  await writePiece(out, packPiece(piece), context);
  const count = mine.reduce((sum, { length }) => sum + length, 0);
  const where = out === STANDARD_OUTPUT ? "standard output" : out;
  context.stderr.write(`piece ${share.piece} of ${share.pieces}: ${count} of ${report.papers} papers → ${where}\n`);
  return 0;
}

async function writePiece(out: string, piece: ArrayBuffer, { stdout }: Context): Promise<void> {
  if (out === STANDARD_OUTPUT) {
    stdout.write(seal(piece));
    return;
  }
  await writeOutputFile(out, [seal(piece)]);
}
