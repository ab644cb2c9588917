/**
 * What `build`, `import` and `extract` share: reading the inputs and the options about them.
 */
import type { InputRecord } from "../contract/run-record.ts";
import type { Problem, Staged } from "../domain/staged.ts";
import { ingest, type IngestConfig, type Ingested } from "../ingest.ts";
import { type ReadInputs, readInputs } from "../io/inputs.ts";
import { UsageError } from "../lib/errors.ts";
import { byKey } from "../lib/order.ts";
import { endingsHint, hasReadableEnding, readableHint } from "../read/readers.ts";
import type { Context } from "./context.ts";

export async function readSources(paths: readonly string[], context: Context): Promise<ReadInputs> {
  return readInputs(paths, context.stdin, { isReadable: hasReadableEnding, hint: endingsHint() });
}

/** Papers of the inputs with all problems, and what the inputs were. */
export interface ReadPapers {
  readonly ingested: Staged<Ingested>;
  /** By name. */
  readonly inputs: readonly InputRecord[];
}

export async function readPapers(
  paths: readonly string[],
  config: IngestConfig,
  context: Context,
): Promise<ReadPapers> {
  const { sources, problems } = await readSources(paths, context);
  const ingested = await ingest(sources, config);
  const inputs = sources
    .map((source): InputRecord => ({ file: source.file, sha256: source.sha256() }))
    .sort(byKey(({ file }) => file));
  return { ingested: { ...ingested, problems: [...problems, ...ingested.problems] }, inputs };
}

/** @throws UsageError when no paper was found, naming the first trouble. */
export function requirePapers(papers: number, problems: readonly Problem[]): void {
  if (papers > 0) return;
  const first = problems.find((problem) => problem.severity !== "info");
  const where = first?.where ? `${first.where.file}:${first.where.line}: ` : "";
  throw new UsageError(`no papers found${first ? `: ${where}${first.message}` : ""}`, first?.hint ?? readableHint());
}
