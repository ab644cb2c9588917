/**
 * `paperweave diff`: what changed between two builds, and why.
 */
import { loadDocument } from "../io/load-document.ts";
import { findRun } from "../io/load-run.ts";
import { diffGraphs } from "../query/diff.ts";
import type { Context } from "./context.ts";
import { diffLines } from "./print/diff.ts";
import { terminalText } from "./print/terminal-text.ts";

/** Ends with 0 whether or not the builds differ: the difference is the answer. */
export async function diffCommand(
  before: string,
  after: string,
  options: { readonly json: boolean },
  context: Context,
): Promise<number> {
  const old = (await findRun(before))?.decisions.sha256;
  const now = (await findRun(after))?.decisions.sha256;
  const diff = diffGraphs(
    await loadDocument(before),
    await loadDocument(after),
    old !== undefined && now !== undefined ? { decisions: [old, now] } : {},
  );
  context.stdout.write(
    options.json ? `${JSON.stringify(diff, null, 1)}\n` : terminalText(`${diffLines(diff).join("\n")}\n`),
  );
  return 0;
}
