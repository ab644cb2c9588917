/**
 * `paperweave sweep`: communities at several resolutions, and the one that other runs would find again.
 */
import type { Config } from "../config.ts";
import { gatherTerms } from "../extract/extract.ts";
import { suggestResolution } from "../graph/communities/suggest-resolution.ts";
import { ingest } from "../ingest.ts";
import { loadResources } from "../io/load-resources.ts";
import { tagInThreads } from "../workers/tag-in-threads.ts";
import { type Context, printProblems, progressFor } from "./context.ts";
import { readSources, requirePapers } from "./read.ts";

export interface SweepOptions {
  readonly config: Config;
  readonly json: boolean;
}

export async function sweepCommand(
  paths: readonly string[],
  { config, json }: SweepOptions,
  context: Context,
): Promise<number> {
  const inputs = await readSources(paths, context);
  const ingested = await ingest(inputs.sources, config.ingest);
  const problems = [...inputs.problems, ...ingested.problems];
  printProblems(problems, context);
  requirePapers(ingested.value, problems);
  const { papers } = ingested.value;
  const resources = await loadResources();
  const progress = progressFor(context);
  const tagged = await tagInThreads(papers, resources, {
    leastProbability: config.extract.leastProbability,
    onProgress: (done, total) => {
      progress.update("finding terms", done, total);
    },
  });
  progress.update("trying resolutions", 0, 1);
  const trials = suggestResolution(papers, gatherTerms(papers, tagged, resources, config.extract).value, config.graph);
  progress.clear();
  if (json) context.stdout.write(`${JSON.stringify(trials)}\n`);
  else {
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
  }
  return 0;
}
