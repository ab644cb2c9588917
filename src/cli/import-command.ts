/**
 * `paperweave import`: papers as JSONL on standard output, the report as JSON.
 */
import { basename, dirname } from "node:path";
import { writePaper } from "../contract/paper-fields.ts";
import { writeOutputs } from "../io/outputs.ts";
import type { Context } from "./context.ts";
import { printProblems } from "./context.ts";
import { readPapers, requirePapers } from "./read.ts";

export interface ImportOptions {
  readonly dedupe: boolean;
  readonly pageYear?: number;
  readonly report?: string;
  readonly strict?: boolean;
}

export async function importCommand(
  paths: readonly string[],
  options: ImportOptions,
  context: Context,
): Promise<number> {
  const { dedupe, pageYear } = options;
  const { ingested } = await readPapers(paths, { dedupe, pageYear }, context);
  const { problems } = ingested;
  printProblems(problems, context);
  if (options.report !== undefined) {
    const report = { ...ingested.value.report, problems, merges: ingested.ledger };
    await writeOutputs(dirname(options.report), {
      [basename(options.report)]: [`${JSON.stringify(report, null, 2)}\n`],
    });
  }
  requirePapers(ingested.value, problems);
  for (const paper of ingested.value.papers) context.stdout.write(`${writePaper(paper)}\n`);
  const { records, papers } = ingested.value.report;
  context.stderr.write(`${records} records, ${papers} papers\n`);
  return options.strict && problems.some((problem) => problem.severity === "error") ? 2 : 0;
}
