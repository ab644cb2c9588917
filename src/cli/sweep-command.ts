/**
 * `paperweave sweep`: communities at several resolutions, and the one that other runs would find again.
 */
import { suggestResolution } from "../graph/communities/suggest-resolution.ts";
import { type Context, progressFor } from "./context.ts";
import { findTermsOf, type FindOptions } from "./find-terms.ts";

export interface SweepOptions extends FindOptions {
  readonly json: boolean;
}

export async function sweepCommand(
  paths: readonly string[],
  { json, ...options }: SweepOptions,
  context: Context,
): Promise<number> {
  const progress = progressFor(context);
  const { papers, terms } = await findTermsOf(paths, options, progress, context);
  progress.update("trying resolutions", 0, 1);
  const trials = await suggestResolution(papers, terms, options.config.graph);
  progress.clear();
  if (json) {
    context.stdout.write(`${JSON.stringify(trials)}\n`);
    return 0;
  }
  context.stdout.write("resolution  communities  topics  stability\n");
  for (const { resolution, communities, topics, stability, suggested } of trials) {
    const cells = [
      String(resolution).padStart(10),
      String(communities).padStart(11),
      String(topics).padStart(6),
      stability.toFixed(3).padStart(9),
    ];
    context.stdout.write(`${cells.join("  ")}${suggested ? "  ← most reproducible" : ""}\n`);
  }
  return 0;
}
