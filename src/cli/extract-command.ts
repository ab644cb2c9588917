/**
 * `paperweave extract`: terms with their mentions, and relations between them, as JSONL, one line a paper, in the order of first reading.
 */
import type { Paper } from "../domain/paper.ts";
import { paperRelationsOf, paperTermsOf } from "../domain/paper-terms.ts";
import type { Extraction } from "../domain/term.ts";
import { roundTo } from "../lib/order.ts";
import { type Context, progressFor } from "./context.ts";
import { findTermsOf, type FindOptions } from "./find-terms.ts";

export async function extractCommand(
  paths: readonly string[],
  options: FindOptions,
  context: Context,
): Promise<number> {
  const { papers, terms } = await findTermsOf(paths, options, progressFor(context), context);
  papers.forEach((paper, i) => context.stdout.write(`${JSON.stringify(termsLine(paper, i, terms))}\n`));
  return 0;
}

function termsLine(paper: Paper, index: number, extraction: Extraction): Record<string, unknown> {
  const terms = paperTermsOf(extraction.paperTerms, index, paper).map((entry) => {
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
  const relations = paperRelationsOf(extraction.relations, index).map(
    ({ kind, head, tail, confidence, sentence, cue }) => ({
      type: kind,
      head: extraction.terms[head]?.term,
      tail: extraction.terms[tail]?.term,
      confidence: roundTo(confidence, 3),
      sentence,
      ...(cue !== undefined && { cue }),
    }),
  );
  return { id: paper.id, ...(paper.title !== "" && { title: paper.title }), terms, relations };
}
