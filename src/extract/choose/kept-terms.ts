/**
 * Terms that people keep: their places count as mentions, whether or not the tagger saw a candidate there.
 */
import { fieldText } from "../../contract/field-text.ts";
import type { Decision } from "../../contract/decisions.ts";
import type { Paper, TextField } from "../../domain/paper.ts";
import type { Candidate, TaggedPaper } from "../types.ts";
import { tokenize } from "../text/tokens.ts";
import { variantKey } from "../text/variants.ts";

export interface KeptTerm {
  readonly key: string;
  readonly term: string;
}

/** The last decision about a key holds. */
export function keptTerms(decisions: readonly Decision[]): KeptTerm[] {
  const kept = new Map(decisions.flatMap((d) => (d.kind === "keep" ? [[variantKey(d.term), d.term] as const] : [])));
  return [...kept].map(([key, term]) => ({ key, term }));
}

/** Places of the kept terms that the tagger did not even consider. */
export function missingCandidates(
  paper: Pick<Paper, "title" | "abstract">,
  tagged: TaggedPaper,
  kept: readonly KeptTerm[],
): Candidate[] {
  const found: Candidate[] = [];
  for (const field of ["title", "abstract"] as const) {
    const tokens = tokenize(fieldText(paper, field));
    const sentences = tagged.sentencesOf(field);
    for (const { key, term } of kept) {
      const words = tokenize(term).words.length;
      for (let i = 0; i + words <= tokens.words.length; i++) {
        const start = tokens.start[i]!;
        const end = tokens.end[i + words - 1]!;
        const text = tokens.text.slice(start, end);
        if (
          variantKey(text) !== key ||
          tagged.candidates.some((c) => c.field === field && c.start === start && c.end === end)
        )
          continue;
        const sentenceNumber = sentences.findIndex((sentence) => sentence.start <= start && end <= sentence.end);
        const sentence = sentences[sentenceNumber];
        // Over the border of two, or in another language.
        if (!sentence) continue;
        found.push(keptCandidate(field, start, end, text, key, sentence, sentenceNumber, words));
      }
    }
  }
  return found;
}

function keptCandidate(
  field: TextField,
  start: number,
  end: number,
  text: string,
  key: string,
  sentence: { start: number; end: number },
  sentenceNumber: number,
  words: number,
): Candidate {
  return {
    field,
    start,
    end,
    text,
    key,
    sentence: { start: sentence.start, end: sentence.end },
    sentenceNumber,
    words,
    probability: 1,
    types: [0, 0, 0, 0, 0.1],
    typesByForm: [0, 0, 0, 0, 0.1],
    ends: [],
  };
}
