/**
 * What a single decision moves: a map is built, corrected by one decision at a time, and built again beside it.
 *
 *   tsx src/dev/bench/bench-decisions.ts [FOLDER|FILE …] [--each 4] [--no-record]
 *
 * Decisions are taken from the map itself, a few of every kind, from its best known terms to rarer ones. Figures of each:
 * how far the median paper moved, as a share of the map's width, and the share of papers in another community.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import type { GraphDocument } from "../../contract/graph-document.ts";
import { readLedger } from "../../contract/ledger.ts";
import { decisionsOf } from "./decisions-of.ts";
import { appendResult } from "./results.ts";

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { each: { type: "string", default: "4" }, "no-record": { type: "boolean", default: false } },
});
const main = new URL("../../../dist/cli/main.js", import.meta.url).pathname;
const inputs = positionals.length > 0 ? positionals : [new URL("../../sample/", import.meta.url).pathname];
const scratch = mkdtempSync(join(tmpdir(), "paperweave-decisions-"));
try {
  const first = join(scratch, "first");
  build(first);
  const before = read(first);
  const ledger = readLedger(readFileSync(join(first, "ledger.tsv"), "utf8"));
  const moves: number[] = [];
  const leavers: number[] = [];
  for (const line of decisionsOf(before, ledger, Number(flags.each))) {
    const corrected = join(scratch, "corrected");
    cpSync(first, corrected, { recursive: true });
    writeFileSync(join(corrected, "decisions.tsv"), `${line}\n`);
    build(corrected);
    const { move, left } = changesBetween(before, read(corrected));
    rmSync(corrected, { recursive: true });
    moves.push(move);
    leavers.push(left);
    console.log(
      `${line.replaceAll("\t", " · ")}: median move ${percent(move)} %, in another community ${percent(left)} %`,
    );
  }
  const figures = {
    decisions: moves.length,
    "largest median move, % of the width": percent(Math.max(...moves)),
    "most papers in another community, %": percent(Math.max(...leavers)),
  };
  for (const [name, value] of Object.entries(figures)) console.log(`${name}: ${value}`);
  if (!flags["no-record"]) appendResult({ name: "one decision, built again", papers: before.papers.length, figures });
} finally {
  rmSync(scratch, { recursive: true });
}

function build(folder: string): void {
  execFileSync(process.execPath, [main, "build", ...inputs, "-o", folder], { stdio: ["ignore", "ignore", "pipe"] });
}

function read(folder: string): GraphDocument {
  return JSON.parse(readFileSync(join(folder, "graph.json"), "utf8")) as GraphDocument;
}

function changesBetween(before: GraphDocument, after: GraphDocument): { readonly move: number; readonly left: number } {
  const xs = before.papers.map(({ x }) => x);
  const width = Math.max(...xs) - Math.min(...xs);
  const now = new Map(after.papers.map((paper) => [paper.id, paper]));
  const pairs = before.papers.flatMap((then) => {
    const paper = now.get(then.id);
    return paper ? [{ then, paper }] : [];
  });
  const moves = pairs.map(({ then, paper }) => Math.hypot(paper.x - then.x, paper.y - then.y)).sort((a, b) => a - b);
  const left = pairs.filter(({ then, paper }) => paper.community !== then.community).length;
  return { move: moves[moves.length >> 1]! / width, left: left / pairs.length };
}

function percent(share: number): number {
  return Math.round(10_000 * share) / 100;
}
