/**
 * Which terms stand on the map: those that join papers, and each paper's own most salient ones.
 *
 * Most terms of a corpus are in one paper only. They join nothing, and thousands of them hide what does; but a paper's
 * proposed method is such a term too. So a rare term stays when it is among its paper's most salient rare ones; how many
 * that are follows from a budget for the whole map, so that a small corpus keeps all of its terms.
 */
import { type Decision, writtenForm } from "../contract/decisions.ts";
import { type Staged, staged } from "../domain/staged.ts";
import { type Corpus, keepRows } from "./corpus.ts";
import { strongestTerms } from "./limits.ts";

export interface SelectTermsConfig {
  /** A term in at least this many papers always stays. 1: all stay. */
  readonly minPapers: number;
  /** About how many rarer terms stay in all, spread evenly over the papers (at least one a paper). */
  readonly rareTerms: number;
  /** At most so many stay: see `limits.ts`. */
  readonly maxTerms: number;
}

export interface SelectedTerms extends Staged<Corpus> {
  /** Whether terms were left out because there were too many. */
  readonly isLimited: boolean;
}

/** @returns the corpus with the terms that stay, in the same canonical order, and a ledger entry for each that goes. */
export function selectTerms(
  corpus: Corpus,
  config: SelectTermsConfig,
  decisions: readonly Decision[] = [],
): SelectedTerms {
  const perPaper = Math.max(1, Math.floor(config.rareTerms / Math.max(1, corpus.papers.length)));
  const wanted = new Set(
    decisions.flatMap((decision) =>
      decision.kind === "keep" || decision.kind === "type" ? [writtenForm(decision.term)] : [],
    ),
  );
  const asked = Uint8Array.from(corpus.terms, ({ term }) => (wanted.size > 0 && wanted.has(writtenForm(term)) ? 1 : 0));
  const chosen = Uint8Array.from(corpus.terms, ({ papers }, t) =>
    asked[t] === 1 || papers >= config.minPapers ? 1 : 0,
  );
  const { offsets, term } = corpus.paperTerms;
  for (let paper = 0; paper < corpus.papers.length; paper++) {
    let rare = 0;
    for (let row = offsets[paper]!; row < offsets[paper + 1]! && rare < perPaper; row++) {
      if (corpus.terms[term[row]!]!.papers >= config.minPapers) continue;
      chosen[term[row]!] = 1;
      rare++;
    }
  }
  const stays = strongestTerms(corpus, chosen, asked, config.maxTerms);
  const isLimited = stays !== chosen;
  if (stays.every((stay) => stay === 1)) return { ...staged(corpus), isLimited };

  const numberOf = new Int32Array(corpus.terms.length);
  let count = 0;
  stays.forEach((stay, i) => (numberOf[i] = stay === 1 ? count++ : -1));
  const selected: Corpus = {
    papers: corpus.papers,
    terms: corpus.terms.filter((_, i) => stays[i] === 1),
    paperTerms: keepRows(
      corpus.paperTerms,
      (row) => stays[term[row]!] === 1,
      (number) => numberOf[number]!,
    ),
  };
  const firstPaper = new Int32Array(corpus.terms.length).fill(-1);
  for (let paper = 0; paper < corpus.papers.length; paper++) {
    for (let row = offsets[paper]!; row < offsets[paper + 1]!; row++)
      if (firstPaper[term[row]!] === -1) firstPaper[term[row]!] = paper;
  }
  const rare = `in fewer than ${config.minPapers} papers and not among its paper's ${perPaper} most salient rare terms`;
  const weak = `beyond the ${config.maxTerms} strongest terms (maxTerms)`;
  const drops = corpus.terms.flatMap((term, i) =>
    stays[i] === 1
      ? []
      : [
          {
            stage: "graph" as const,
            action: "drop",
            subject: term.term,
            rule: chosen[i] === 1 ? weak : rare,
            count: term.count,
            paper: corpus.papers[firstPaper[i]!]?.id ?? "",
          },
        ],
  );
  return { ...staged(selected, [], drops), isLimited };
}
