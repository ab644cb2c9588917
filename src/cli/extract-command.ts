/**
 * `paperweave extract`: terms with their mentions as JSONL, one line a paper, in the order of first reading.
 */
import type { Extraction } from "../domain/term.ts";
import type { Paper } from "../domain/paper.ts";
import { extractTerms } from "../extract/extract.ts";
import { ingest } from "../ingest.ts";
import type { Config } from "../config.ts";
import type { Decision } from "../contract/decisions.ts";
import { loadResources } from "../io/load-resources.ts";
import { type Context, printProblems, progressFor } from "./context.ts";
import { readSources, requirePapers } from "./read.ts";

export interface ExtractOptions {
  readonly config: Config;
  readonly decisions: readonly Decision[];
}

export async function extractCommand(
  paths: readonly string[],
  options: ExtractOptions,
  context: Context,
): Promise<number> {
  const inputs = await readSources(paths, context);
  const ingested = await ingest(inputs.sources, options.config.ingest);
  requirePapers(ingested.value, [...inputs.problems, ...ingested.problems]);
  const { papers } = ingested.value;
  const progress = progressFor(context);
  const extraction = extractTerms(papers, await loadResources(), options.config.extract, {
    decisions: options.decisions,
    onProgress: (done, total) => {
      progress.update("finding terms", done, total);
    },
  });
  progress.clear();
  printProblems([...inputs.problems, ...ingested.problems, ...extraction.problems], context);
  papers.forEach((paper, i) => context.stdout.write(`${JSON.stringify(termsLine(paper, i, extraction.value))}\n`));
  return 0;
}

function termsLine(paper: Paper, index: number, extraction: Extraction): Record<string, unknown> {
  const terms = (extraction.paperTerms[index] ?? []).map((entry) => {
    const term = extraction.terms[entry.term];
    return {
      term: term?.term,
      type: term?.type,
      salience: entry.salience,
      role: entry.role,
      aliases: term?.aliases.map((alias) => alias.text) ?? [],
      mentions: entry.mentions.map(({ field, start, end, text }) => ({ field, start, end, text })),
    };
  });
  return { id: paper.id, ...(paper.title !== "" && { title: paper.title }), terms };
}
