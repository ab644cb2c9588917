/**
 * Where the time of the graph stage and of the writers goes, step by step.
 *
 *   tsx src/dev/bench/bench-graph.ts [FILE.jsonl.gz|FILE.txt …] [--count 5000] [--extraction FILE] [--threads N] [--json]
 *     [--skip-measures]
 *
 * Terms are found once and kept in `--extraction`; later runs read them from there. Without files the bundled sample is
 * read. Figures: wall and processor seconds of each step, and the process's peak memory, so take one size a process.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { parseArgs } from "node:util";
import { deserialize, serialize } from "node:v8";
import { gunzipSync } from "node:zlib";
import { DEFAULT_CONFIG } from "../../config.ts";
import type { Paper } from "../../domain/paper.ts";
import type { Extraction } from "../../domain/term.ts";
import { writeAllFormats } from "../../export/formats.ts";
import { COLUMNS_ELEMENT, DATA_ELEMENT, NUMBERS_ELEMENT } from "../../export/map.ts";
import { extractTerms } from "../../extract/extract.ts";
import { buildGraph } from "../../graph/build.ts";
import { ingest } from "../../ingest.ts";
import { loadResources } from "../../io/load-resources.ts";
import { addMeasures } from "../../query/measures.ts";
import { NODE_THREADS } from "../../workers/node-threads.ts";
import { passesInThreads } from "../../workers/passes-in-threads.ts";

interface Found {
  readonly papers: readonly Paper[];
  readonly extraction: Extraction;
}

const SAMPLE = ["a", "b"].map((page) => new URL(`../../sample/daily-papers-${page}.txt`, import.meta.url).pathname);
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string", default: "1000000" },
    extraction: { type: "string" },
    threads: { type: "string" },
    "skip-measures": { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});

const { papers, extraction } = await terms();
const steps: { step: string; wall: number; processor: number }[] = [];
let last = { wall: performance.now(), used: process.cpuUsage() };
let current = "";
const peakBefore = process.resourceUsage().maxRSS;

mark("canonical corpus");
const built = await buildGraph(papers, extraction, DEFAULT_CONFIG.graph, {
  generator: "bench",
  settings: {},
  onProgress: (step) => mark(step),
});
mark("measures");
const document = flags["skip-measures"] ? built.value : await addMeasures(built.value);
const bytes: Record<string, number> = {};
for (const [name, chunks] of Object.entries(
  writeAllFormats(document, `${COLUMNS_ELEMENT}${NUMBERS_ELEMENT}${DATA_ELEMENT}`),
)) {
  mark(name);
  bytes[name] = 0;
  for (const chunk of chunks) bytes[name] += Buffer.byteLength(chunk);
}
mark("");
report();

/** Papers and their terms: from the file if it is there, else found now and kept there. */
async function terms(): Promise<Found> {
  const kept = flags.extraction;
  if (kept !== undefined && existsSync(kept)) return deserialize(readFileSync(kept)) as Found;
  const files = positionals.length > 0 ? positionals : SAMPLE;
  const sources = files.map((file) => ({ file: file.split("/").at(-1) ?? file, text: readText(file) }));
  const found = (await ingest(sources, { dedupe: true })).value.papers;
  const resources = await loadResources();
  const openPasses = passesInThreads(NODE_THREADS, {
    workers: flags.threads === undefined ? undefined : Number(flags.threads),
  });
  const extraction = (await extractTerms(found, resources, DEFAULT_CONFIG.extract, { openPasses })).value;
  const result = { papers: found, extraction };
  if (kept !== undefined) writeFileSync(kept, serialize(result));
  return result;
}

function readText(file: string): string {
  const raw = readFileSync(file);
  const text = (file.endsWith(".gz") ? gunzipSync(raw) : raw).toString();
  return file.includes(".jsonl") ? text.split("\n").slice(0, Number(flags.count)).join("\n") : text;
}

/** Ends the running step and begins the next. */
function mark(step: string): void {
  const wall = performance.now();
  const { user, system } = process.cpuUsage(last.used);
  if (current !== "") steps.push({ step: current, wall: (wall - last.wall) / 1000, processor: (user + system) / 1e6 });
  current = step;
  last = { wall, used: process.cpuUsage() };
}

function report(): void {
  const total = (key: "wall" | "processor") => steps.reduce((sum, step) => sum + step[key], 0);
  const megabytes = (kilobytes: number) => Math.round(kilobytes / 1024);
  const peak = { before: megabytes(peakBefore), after: megabytes(process.resourceUsage().maxRSS) };
  const size = {
    papers: document.papers.length,
    terms: document.terms.length,
    edges: document.mentions.length + document.relations.length + document.similar.length,
  };
  if (flags.json) {
    console.log(JSON.stringify({ ...size, steps, peak, bytes }));
    return;
  }
  console.log(
    `${size.papers} papers, ${size.terms} terms, ${size.edges} edges; peak ${peak.before} → ${peak.after} MB`,
  );
  for (const { step, wall, processor } of [
    ...steps,
    { step: "all", wall: total("wall"), processor: total("processor") },
  ])
    console.log(`${step.padEnd(18)} ${wall.toFixed(2).padStart(8)} s  ${processor.toFixed(2).padStart(8)} s CPU`);
}
