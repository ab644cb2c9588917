/**
 * `paperweave import`: papers as JSONL on standard output, the report as JSON.
 */
import { basename, dirname } from "node:path";
import { writePaper } from "../contract/paper-fields.ts";
import { writeOutputs } from "../io/outputs.ts";
import type { Context } from "./context.ts";
import { printProblems } from "./context.ts";
import { ingestTable, writeIngestReport } from "./print/ingest-report.ts";
import { readPapers, requirePapers } from "./read.ts";

export interface ImportOptions {
  readonly dedupe: boolean;
  readonly pageYear?: number;
  readonly report?: string;
  readonly strict?: boolean;
}

export async function importCommand(
  paths: readonly string[],
  { dedupe, pageYear, report: reportFile, strict = false }: ImportOptions,
  context: Context,
): Promise<number> {
  const reading = { excerpts: reportFile !== undefined, stopAtError: strict };
  const { ingested } = await readPapers(paths, { dedupe, pageYear }, context, reading);
  const { problems, value } = ingested;
  printProblems(problems, context);
  if (reportFile !== undefined)
    await writeOutputs(dirname(reportFile), { [basename(reportFile)]: writeIngestReport(ingested) });
  if (strict && problems.some((problem) => problem.severity === "error")) {
    context.stderr.write("stopped: --strict allows no errors in the input; nothing was written\n");
    return 2;
  }
  requirePapers(value, problems);
  for (const paper of value.papers) context.stdout.write(`${writePaper(paper)}\n`);
  for (const line of ingestTable(value.report)) context.stderr.write(`${line}\n`);
  return 0;
}
