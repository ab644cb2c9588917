/**
 * `paperweave merge`: the pieces of a job that machines shared → the folder that one machine would have built.
 */
import { findPattern, isPattern } from "../io/find-files.ts";
import { readFault } from "../io/read-fault.ts";
import { readSealed } from "../io/sealed-file.ts";
import { UsageError } from "../lib/errors.ts";
import { mergePieces, type MergedPieces, type Piece, unpackPiece } from "../piece.ts";
import { MemoryTags, shardKeys } from "../workers/tag-store.ts";
import { buildFolder, type FolderOptions } from "./build-command.ts";
import type { Context } from "./context.ts";
import { Stopwatch } from "./stopwatch.ts";

/** @throws UsageError when a piece is damaged, missing, of another job or of another version */
export async function mergeCommand(
  files: readonly string[],
  options: FolderOptions,
  context: Context,
): Promise<number> {
  const watch = new Stopwatch();
  watch.begin("read");
  const names = (await Promise.all(files.map(async (file) => (isPattern(file) ? findPattern(file) : [file])))).flat();
  const pieces: [string, Piece][] = [];
  for (const name of names) pieces.push([name, await readPiece(name)]);
  const { job, ingested, shards } = merged(pieces);
  const keyOf = await shardKeys(job.config.extract.minProbability);
  if (job.version !== keyOf([]))
    throw new UsageError(
      "the pieces were made by another version of paperweave",
      "make the pieces and merge them with one version",
    );
  const tags = new MemoryTags(keyOf);
  for (const { papers, tagged } of shards) tags.keep(papers, tagged);
  // What was read and how is the pieces' own; the rest of the settings is said now.
  const config = { ...options.config, ...job.config };
  return buildFolder({ ingested, inputs: job.inputs }, { ...options, config, watch, tags }, context);
}

function merged(pieces: readonly [string, Piece][]): MergedPieces {
  try {
    return mergePieces(pieces);
  } catch (error) {
    const hint = "run `paperweave extract --shard i/n` for every i from 1 to n, on the same inputs";
    throw new UsageError((error as Error).message, hint, { cause: error });
  }
}

async function readPiece(file: string): Promise<Piece> {
  const hint = "make it again with `paperweave extract --shard i/n --out FILE`";
  const content = await readSealed(file).catch((error: unknown) => {
    throw new UsageError(`${file}: cannot be read: ${readFault(error)}`, "check the path", { cause: error });
  });
  if (!content) throw new UsageError(`${file} is no piece, or is damaged`, hint);
  try {
    return unpackPiece(content);
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`, hint, { cause: error });
  }
}
