/**
 * `paperweave explain`: why a term is (not) in a built map, and what papers say of two.
 */
import { stat } from "node:fs/promises";
import { loadDocument } from "../io/load-document.ts";
import { loadLedger } from "../io/load-ledger.ts";
import { UsageError } from "../lib/errors.ts";
import { explainPair } from "../query/explain-pair.ts";
import { explainTerm } from "../query/explain.ts";
import { indexGraph } from "../query/graph-index.ts";
import type { Context } from "./context.ts";
import { pairLines } from "./print/explained-pair.ts";
import { explanationLines } from "./print/explanation.ts";
import { terminalText } from "./print/terminal-text.ts";

/**
 * @param rest another term, to ask what papers say of the two; then the built folder
 */
export async function explainTerms(term: string, rest: readonly string[], context: Context): Promise<number> {
  const [second, folder] = rest;
  if (second === undefined) return explainCommand(term, DEFAULT_FOLDER, context);
  if (folder === undefined && (await isFolder(second))) return explainCommand(term, second, context);
  const index = indexGraph(await loadDocument(folder ?? DEFAULT_FOLDER));
  const explained = explainPair(index, term, second);
  if ("unclear" in explained) {
    const name = explained.unclear;
    if (explained.fitting.length === 0) return explainCommand(name, folder ?? DEFAULT_FOLDER, context);
    throw new UsageError(`"${name}" fits several terms`, `which one: paperweave explain "${name}"`);
  }
  context.stdout.write(`${pairLines(index, explained).join("\n")}\n`);
  return 0;
}

const DEFAULT_FOLDER = "output";

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Ends with 0 also for an absent term: that it is absent, and why, is the answer. */
async function explainCommand(term: string, dir: string, context: Context): Promise<number> {
  if (term.trim() === "")
    throw new UsageError("no term given", 'for example: paperweave explain "vision transformer" output');
  const index = indexGraph(await loadDocument(dir));
  const lines = explanationLines(index, explainTerm(index, await loadLedger(dir), term));
  context.stdout.write(terminalText(`${lines.join("\n")}\n`));
  return 0;
}
