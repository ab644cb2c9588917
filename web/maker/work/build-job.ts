/**
 * The whole build in a worker: dropped files in, the map and all files of a built folder out. What `paperweave build`
 * does with the disk is done with the page here; the flow between is the same.
 */
import { DEFAULT_CONFIG } from "../../../src/config.ts";
import { joinDecisions, readDecisions } from "../../../src/contract/decisions.ts";
import { readGraphJson } from "../../../src/contract/graph-json.ts";
import { writeLedger } from "../../../src/contract/ledger.ts";
import type { Problem } from "../../../src/contract/problem.ts";
import { writeRunRecord } from "../../../src/contract/run-record.ts";
import { openResources } from "../../../src/extract/resources.ts";
import { ingest } from "../../../src/ingest.ts";
import { UsageError } from "../../../src/lib/errors.ts";
import { byKey } from "../../../src/lib/order.ts";
import { buildMap } from "../../../src/pipeline.ts";
import { readableHint } from "../../../src/read/readers.ts";
import { recordOf } from "../../../src/record.ts";
import { passesInThreads } from "../../../src/workers/passes-in-threads.ts";
import { tasksInThreads } from "../../../src/workers/tasks-in-threads.ts";
import { openInputs } from "./dropped-inputs.ts";
import { handOver } from "./hand-over.ts";
import { limitPapers, limitRecords, TextLimit } from "./limits.ts";
import type { Job, Say } from "./messages.ts";
import { unpackModels } from "./models.ts";
import { webThreads } from "./web-threads.ts";
import { writeFile } from "./written-file.ts";

/** The built folder stands in the one that the names of the inputs are seen from, as `output` does. */
const BASE = "..";

type BuildJob = Extract<Job, { readonly kind: "build" }>;

/** @param script of threads @throws UsageError for what cannot be used */
export async function buildJob(job: BuildJob, script: Blob, say: Say): Promise<void> {
  const { carried, inputs: files } = job;
  const progress = (step: string, done: number, total: number): void => say({ kind: "progress", step, done, total });
  const config = DEFAULT_CONFIG;
  const size = files.reduce((sum, { blob }) => sum + blob.size, 0);
  const limit = new TextLimit((units) => progress("reading", units, Math.max(units, size)));
  const opened = await openInputs(files, limit.take);
  const read = await ingest(opened.sources, config.ingest, { onRecord: limitRecords });
  const ingested = { ...read, problems: [...opened.problems, ...read.problems] };
  limit.check();
  const { papers, report } = ingested.value;
  say({ kind: "read", report, problems: ingested.problems });
  limitPapers(papers.length);
  requirePapers(papers.length, ingested.problems);

  progress("starting", 0, 0);
  const models = await unpackModels(carried.models);
  const resources = await openResources((name) => Promise.resolve(models.get(name)!));
  const { decisions } = joinDecisions(readDecisions(job.decisions).decisions);
  const previous = job.previous && readGraphJson(await job.previous.text());
  const threads = webThreads(models, script);
  const tasks = tasksInThreads(threads, papers.length, undefined);
  const built = await buildMap(ingested, resources, config, {
    generator: `paperweave ${carried.version}`,
    decisions,
    ...(previous && { previous }),
    onProgress: progress,
    openPasses: passesInThreads(threads),
    tasks,
  }).finally(() => tasks.close());

  progress("writing", 0, 0);
  const { document, changes } = built.value;
  const outputs = { ...handOver(document, carried.viewer, say) };
  const ledger = writeFile(writeLedger(built.ledger));
  outputs["ledger.tsv"] = ledger.written;
  say({ kind: "file", name: "ledger.tsv", blob: ledger.blob });
  const record = recordOf({
    version: carried.version,
    config,
    decisions,
    decisionFiles: [],
    rawCsv: false,
    base: BASE,
    inputs: opened.sources.map(({ file, sha256 }) => ({ file, sha256: sha256() })).sort(byKey(({ file }) => file)),
    document,
    changes,
  });
  say({ kind: "file", name: "run.json", blob: writeFile([writeRunRecord({ ...record, outputs })]).blob });
}

/** @throws UsageError when no paper was found, naming the first trouble */
function requirePapers(papers: number, problems: readonly Problem[]): void {
  if (papers > 0) return;
  const first = problems.find(({ severity }) => severity !== "info");
  const where = first?.where ? `${first.where.file}: ` : "";
  throw new UsageError(`no papers found${first ? `: ${where}${first.message}` : ""}`, first?.hint ?? readableHint());
}
