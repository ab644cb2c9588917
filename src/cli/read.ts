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

/** A whole number from an option's text. @throws UsageError naming the option. */
export function wholeNumber(option: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max)
    throw new UsageError(`${option} takes a whole number from ${min} to ${max}, not "${text}"`);
  return value;
}

export function positiveNumber(option: string, text: string, max: number): number {
  const value = Number(text);
  if (!(value > 0 && value <= max))
    throw new UsageError(`${option} takes a number above 0 and up to ${max}, not "${text}"`);
  return value;
}
