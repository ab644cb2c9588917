/**
 * What the viewer costs in Chromium on this machine's software renderer: part of `npm run bench`, or
 *
 *   tsx test/bench/bench-viewer.ts [--beside FOLDER] [--rounds 3] [--shared ../shared] [--no-record] [MAP.html …]
 *
 * Maps of the five documents (of the bundled sample where they are missing) and made-up ones of 3,000 and 50,000 nodes; or
 * the given ones, as they are. `--beside` names another checkout of the project, built: its maps of the same data are opened
 * in turn with ours, since times of different runs cannot be compared.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { writeGraphJson } from "../../src/contract/graph-json.ts";
import { appendResult } from "../../src/dev/bench/results.ts";
import { syntheticDocument } from "../documents/synthetic.ts";
import { measureAnswers } from "./answers.ts";
import type { MeasuredMap } from "./measuring.ts";
import { measureNames } from "./names-on-land.ts";
import { measureOpenings } from "./openings.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SIZES = [3000, 50_000];
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    beside: { type: "string" },
    rounds: { type: "string", default: "3" },
    shared: { type: "string", default: join(ROOT, "../shared") },
    "no-record": { type: "boolean", default: false },
  },
});
const checkouts = [{ name: "", folder: ROOT }, ...(flags.beside ? [{ name: "beside: ", folder: flags.beside }] : [])];
const rounds = Number(flags.rounds);

const scratch = mkdtempSync(join(tmpdir(), "paperweave-measure-"));
try {
  const page = gzipSync(readFileSync(join(ROOT, "dist/web/index.html")), { level: 9 }).length;
  console.log(`page: ${page} bytes gzipped; load ${loadavg()[0]!.toFixed(1)}`);
  const given = positionals.map((file) => ({ name: file, file: resolve(file) }));
  const sets = given.length > 0 ? [{ papers: 0, maps: given }] : madeMaps();
  for (const { papers, maps } of sets) {
    const openings = await measureOpenings(maps, rounds);
    const answers = await measureAnswers(maps, rounds);
    for (const { name } of maps) show(name, papers, { ...openings.get(name)!, ...answers.get(name)! });
    const [first] = maps;
    const graph = join(first!.file, "../graph.json");
    if (papers > 0 && existsSync(graph))
      show(`${first!.name}, first sight`, papers, await measureNames(first!.file, graph));
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function show(name: string, papers: number, figures: Record<string, number>): void {
  console.log(`\n${name}`);
  for (const [figure, value] of Object.entries(figures)) console.log(`${figure}: ${value}`);
  if (!flags["no-record"] && papers > 0) appendResult({ name: `viewer, ${name}`, papers, figures });
}

/** Each corpus as every checkout makes its map. */
function* madeMaps(): Generator<{ readonly papers: number; readonly maps: readonly MeasuredMap[] }> {
  const seeds = join(flags.shared, "seeds");
  const input = existsSync(seeds) ? seeds : join(ROOT, "src/sample");
  const corpus = existsSync(seeds) ? "five documents" : "sample";
  const maps = checkouts.map(({ name, folder }, i) => {
    run(folder, "build", input, "-o", join(scratch, `built${i}`));
    return { name: `${name}${corpus}`, file: join(scratch, `built${i}`, "map.html") };
  });
  yield { papers: papersIn(join(scratch, "built0")), maps };
  for (const nodes of SIZES) {
    const folder = join(scratch, String(nodes));
    mkdirSync(folder);
    const papers = Math.round(nodes / 4);
    const document = syntheticDocument({ papers, terms: nodes - papers, communities: nodes > 5000 ? 24 : 12 });
    writeFileSync(join(folder, "graph.json"), [...writeGraphJson(document)].join(""));
    const edges = document.mentions.length + document.relations.length + document.similar.length;
    yield {
      papers,
      maps: checkouts.map(({ name, folder: checkout }, i) => {
        const file = join(scratch, `${nodes}-${i}.html`);
        run(checkout, "export", folder, "--format", "html", "-o", file);
        return { name: `${name}${nodes} nodes, ${edges} edges, made up`, file };
      }),
    };
  }
}

function run(checkout: string, ...args: string[]): void {
  execFileSync(process.execPath, [join(checkout, "dist/cli/main.js"), ...args], {
    stdio: ["ignore", "ignore", "pipe"],
  });
}

function papersIn(folder: string): number {
  return (JSON.parse(readFileSync(join(folder, "graph.json"), "utf8")) as { papers: unknown[] }).papers.length;
}
