/**
 * What `build`, `import` and `extract` share: reading the inputs and the options about them.
 */
import type { Problem } from "../domain/staged.ts";
import type { Source } from "../domain/source.ts";
import { type Ingested } from "../ingest/ingest.ts";
import { readInputs } from "../io/inputs.ts";
import { UsageError } from "../lib/errors.ts";
import type { Context } from "./context.ts";

export async function readSources(
  paths: readonly string[],
  context: Context,
): Promise<{ sources: readonly Source[]; problems: readonly Problem[] }> {
  return readInputs(paths, context.stdin);
}

/** @throws UsageError when no paper was found, naming the first trouble. */
export function requirePapers(ingested: Ingested, problems: readonly Problem[]): void {
  if (ingested.papers.length > 0) return;
  const first = problems.find((problem) => problem.severity !== "info");
  const where = first?.where ? `${first.where.file}:${first.where.line}: ` : "";
  throw new UsageError(
    `no papers found${first ? `: ${where}${first.message}` : ""}`,
    first?.hint ?? "give Daily Papers pages saved as text, or JSONL with title and abstract",
  );
}
