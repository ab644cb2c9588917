/**
 * Which terms stand on the map: those that join papers, and each paper's own most salient ones.
 *
 * Most terms of a corpus are in one paper only. They join nothing, and thousands of them hide what does; but a paper's
 * proposed method is such a term too. So a rare term stays when it is among its paper's most salient rare ones; how many
 * that are follows from a budget for the whole map, so that a small corpus keeps all of its terms.
 */
import { type Decision, writtenForm } from "../contract/decisions.ts";
import { type Staged, staged } from "../domain/staged.ts";
import type { Corpus } from "./corpus.ts";

export interface SelectTermsConfig {
  /** A term in at least this many papers always stays. 1: all stay. */
  readonly minPapers: number;
  /** About how many rarer terms stay in all, spread evenly over the papers (at least one a paper). */
  readonly rareTerms: number;
}

/** @returns the corpus with the terms that stay, in the same canonical order, and a ledger entry for each that goes. */
export function selectTerms(
  corpus: Corpus,
  config: SelectTermsConfig,
  decisions: readonly Decision[] = [],
): Staged<Corpus> {
  const perPaper = Math.max(1, Math.floor(config.rareTerms / Math.max(1, corpus.papers.length)));
  const wanted = new Set(
    decisions.flatMap((decision) =>
      decision.kind === "keep" || decision.kind === "type" ? [writtenForm(decision.term)] : [],
    ),
  );
  const stays = corpus.terms.map(
    (term) => term.papers >= config.minPapers || (wanted.size > 0 && wanted.has(writtenForm(term.term))),
  );
  for (const entries of corpus.paperTerms) {
    const rare = entries.filter(({ term }) => corpus.terms[term]!.papers < config.minPapers);
    for (const { term } of rare.slice(0, perPaper)) stays[term] = true;
  }
  if (stays.every(Boolean)) return staged(corpus);

  const numberOf = new Int32Array(corpus.terms.length).fill(-1);
  let count = 0;
  stays.forEach((stay, i) => (numberOf[i] = stay ? count++ : -1));
  const selected: Corpus = {
    papers: corpus.papers,
    terms: corpus.terms.filter((_, i) => stays[i]),
    paperTerms: corpus.paperTerms.map((entries) =>
      entries.flatMap((entry) => (stays[entry.term] ? [{ ...entry, term: numberOf[entry.term]! }] : [])),
    ),
  };
  const firstPaper = new Map<number, string>();
  corpus.paperTerms.forEach((entries, paper) => {
    for (const { term } of entries)
      if (!stays[term] && !firstPaper.has(term)) firstPaper.set(term, corpus.papers[paper]!.id);
  });
  const rule = `in fewer than ${config.minPapers} papers and not among its paper's ${perPaper} most salient rare terms`;
  const drops = corpus.terms.flatMap((term, i) =>
    stays[i]
      ? []
      : [
          {
            stage: "graph" as const,
            action: "drop",
            subject: term.term,
            rule,
            count: term.count,
            paper: firstPaper.get(i) ?? "",
          },
        ],
  );
  return staged(selected, [], drops);
}
