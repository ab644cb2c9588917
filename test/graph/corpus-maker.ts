/**
 * Small corpora written for the tests: `topics` word lists, papers that draw on one of them.
 */
import type { Paper } from "../../src/domain/paper.ts";
import { paperTermRows } from "../../src/domain/paper-terms.ts";
import type { Extraction, PaperTerm, Term } from "../../src/domain/term.ts";

export interface Made {
  readonly papers: readonly Paper[];
  readonly extraction: Extraction;
  /** Per paper the terms that `extraction` holds as columns. */
  readonly lists: readonly (readonly PaperTerm[])[];
}

/** Papers with the same terms, and other terms of papers. */
export function withLists(papers: readonly Paper[], terms: readonly Term[], lists: Made["lists"]): Made {
  return { papers, extraction: { terms, paperTerms: paperTermRows(lists) }, lists };
}

const TOPICS = [
  ["graph neural network", "node classification", "message passing", "link prediction", "neural network"],
  ["diffusion model", "image synthesis", "text prompt", "denoising step", "sampling speed"],
  ["theorem proving", "formal logic", "proof search", "tactic", "lemma selection"],
] as const;

/** `perTopic` papers on each of three subjects; paper `i` names four of its subject's five terms. */
export function topicCorpus(perTopic: number): Made {
  const texts = TOPICS.flatMap((terms, topic) =>
    Array.from({ length: perTopic }, (_, i) => {
      const chosen = terms.filter((_, t) => t !== i % terms.length);
      return {
        id: `paper-${topic}-${String(i).padStart(2, "0")}`,
        title: `A ${chosen[0]} for ${chosen[1]}`,
        abstract: `Here a ${chosen[2]} meets ${chosen[3]}. The ${chosen[0]} helps ${chosen[2]}.`,
        date: `2024-0${1 + (i % 9)}-01`,
      };
    }),
  );
  return corpusOf(texts, TOPICS.flat());
}

/** Finds the given terms in the texts; a longer term hides the shorter ones inside it. */
export function corpusOf(
  texts: readonly { id: string; title: string; abstract?: string; date?: string }[],
  vocabulary: readonly string[],
): Made {
  const papers = texts.map((text, i): Paper => ({ ...text, source: { file: "made.txt", line: i + 1 } }));
  const longestFirst = vocabulary
    .map((term, number) => ({ term, number }))
    .sort((a, b) => b.term.length - a.term.length);
  const paperTerms = papers.map((paper) => {
    const entries = new Map<number, PaperTerm>();
    for (const field of ["title", "abstract"] as const) {
      const text = field === "title" ? paper.title : (paper.abstract ?? "");
      let free = text;
      for (const { term, number } of longestFirst) {
        for (let at = free.indexOf(term); at >= 0; at = free.indexOf(term, at + 1)) {
          free = free.slice(0, at) + "\0".repeat(term.length) + free.slice(at + term.length);
          const start = text.lastIndexOf(".", at) + 1;
          const stop = text.indexOf(".", at);
          const sentence = { start, end: stop < 0 ? text.length : stop + 1 };
          const mention = { field, start: at, end: at + term.length, text: term, sentence };
          const before = entries.get(number)?.mentions ?? [];
          entries.set(number, {
            term: number,
            salience: Math.min(1, 0.3 * (before.length + 1)),
            role: "uses",
            mentions: [...before, mention],
          });
        }
      }
    }
    return [...entries.values()].sort((a, b) => b.salience - a.salience || a.term - b.term);
  });
  const terms = vocabulary.map((term, number): Term => {
    const entries = paperTerms.flatMap((list) => list.filter((entry) => entry.term === number));
    return {
      term,
      type: /network|model|search/.test(term) ? "method" : "concept",
      typeCue: { describe: () => "made" },
      aliases: [],
      papers: entries.length,
      count: entries.reduce((sum, entry) => sum + entry.mentions.length, 0),
    };
  });
  return withLists(papers, terms, paperTerms);
}

/** The same corpus as read from files in another order. */
export function reordered({ papers, extraction, lists }: Made, order: readonly number[]): Made {
  const termOrder = extraction.terms.map((_, i) => i).reverse();
  const numberOf = new Map(termOrder.map((from, to) => [from, to]));
  return withLists(
    order.map((i) => papers[i]!),
    termOrder.map((i) => extraction.terms[i]!),
    order.map((i) => lists[i]!.map((entry) => ({ ...entry, term: numberOf.get(entry.term)! }))),
  );
}
