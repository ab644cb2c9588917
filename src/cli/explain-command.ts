/**
 * `paperweave explain`: why a term is (not) in a built map.
 */
import { explainTerm } from "../explain/explain.ts";
import { loadDocument } from "../io/load-document.ts";
import { loadLedger } from "../io/load-ledger.ts";
import { UsageError } from "../lib/errors.ts";
import type { Context } from "./context.ts";

/** Ends with 0 also for an absent term: that it is absent, and why, is the answer. */
export async function explainCommand(term: string, dir: string, context: Context): Promise<number> {
  if (term.trim() === "")
    throw new UsageError("no term given", 'for example: paperweave explain "vision transformer" output');
  const document = await loadDocument(dir);
  const { lines } = explainTerm(document, await loadLedger(dir), term);
  context.stdout.write(`${lines.join("\n")}\n`);
  return 0;
}
