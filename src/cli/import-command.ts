/**
 * `paperweave import`: papers as JSONL on standard output, the report as JSON.
 */
import { writePaper } from "../contract/paper-fields.ts";
import type { RawRecord } from "../domain/record.ts";
import { ingestStream } from "../ingest-stream.ts";
import { Spool } from "../io/spool.ts";
import { writeOutputFile } from "../io/write-file.ts";
import type { Context } from "./context.ts";
import { printProblems } from "./context.ts";
import { ingestTable, writeIngestReport } from "./print/ingest-report.ts";
import { readSources, requirePapers } from "./read.ts";

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
  const { sources, problems: unread } = await readSources(paths, context);
  const hasError = strict && unread.some(({ severity }) => severity === "error");
  const spool = new Spool<RawRecord>();
  try {
    const reports = reportFile !== undefined;
    const options = { excerpts: reports, ledger: reports, stopAtError: strict };
    const read = await ingestStream(hasError ? [] : sources, { dedupe, pageYear }, spool, options);
    const problems = [...unread, ...read.problems];
    printProblems(problems, context);
    if (reportFile !== undefined) {
      const report = writeIngestReport({ ...read, problems });
      await writeOutputFile(reportFile, report);
    }
    if (strict && problems.some(({ severity }) => severity === "error")) {
      context.stderr.write("stopped: --strict allows no errors in the input; nothing was written\n");
      return 2;
    }
    requirePapers(read.report.papers, problems);
    for await (const paper of read.papers) context.stdout.write(`${writePaper(paper)}\n`);
    for (const line of ingestTable(read.report)) context.stderr.write(`${line}\n`);
    return 0;
  } finally {
    await spool.close();
  }
}
