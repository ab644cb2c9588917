/**
 * `paperweave explain`: why a term is (not) in a built map.
 */
import { loadDocument } from "../io/load-document.ts";
import { loadLedger } from "../io/load-ledger.ts";
import { UsageError } from "../lib/errors.ts";
import { explainTerm } from "../query/explain.ts";
import { indexGraph } from "../query/graph-index.ts";
import type { Context } from "./context.ts";
import { explanationLines } from "./print/explanation.ts";
import { terminalText } from "./print/terminal-text.ts";

/** Ends with 0 also for an absent term: that it is absent, and why, is the answer. */
export async function explainCommand(term: string, dir: string, context: Context): Promise<number> {
  if (term.trim() === "")
    throw new UsageError("no term given", 'for example: paperweave explain "vision transformer" output');
  const index = indexGraph(await loadDocument(dir));
  const lines = explanationLines(index, explainTerm(index, await loadLedger(dir), term));
  context.stdout.write(terminalText(`${lines.join("\n")}\n`));
  return 0;
}
