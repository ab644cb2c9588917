/**
 * What `build`, `import` and `extract` share: reading the inputs and the options about them.
 */
import type { Problem } from "../domain/staged.ts";
import { type Ingested } from "../ingest.ts";
import { type ReadInputs, readInputs } from "../io/inputs.ts";
import { UsageError } from "../lib/errors.ts";
import { endingsHint, hasReadableEnding, readableHint } from "../read/readers.ts";
import type { Context } from "./context.ts";

export async function readSources(paths: readonly string[], context: Context): Promise<ReadInputs> {
  return readInputs(paths, context.stdin, { isReadable: hasReadableEnding, hint: endingsHint() });
}

/** @throws UsageError when no paper was found, naming the first trouble. */
export function requirePapers(ingested: Ingested, problems: readonly Problem[]): void {
  if (ingested.papers.length > 0) return;
  const first = problems.find((problem) => problem.severity !== "info");
  const where = first?.where ? `${first.where.file}:${first.where.line}: ` : "";
  throw new UsageError(`no papers found${first ? `: ${where}${first.message}` : ""}`, first?.hint ?? readableHint());
}
