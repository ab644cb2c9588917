/**
 * The sentences of a paper that name terms, with these terms; from the columns of its mentions.
 */
import { TEXT_FIELDS } from "../../domain/paper-terms.ts";
import type { Paper, TextField } from "../../domain/paper.ts";
import type { PaperTermRows } from "../../domain/term.ts";
import { readableLength } from "./readable-length.ts";

/** A term in a sentence; offsets are UTF-16 units in the sentence. */
export interface TermSpan {
  readonly start: number;
  readonly end: number;
  /** Index into `Extraction.terms`. */
  readonly term: number;
}

export interface TermSentence {
  readonly field: TextField;
  /** Offsets in the field as given. */
  readonly start: number;
  readonly end: number;
  /** As long as the sentence as given: see `readableLength`. */
  readonly text: string;
  /** In text order, none within another. */
  readonly terms: readonly TermSpan[];
}

/** In text order, title first. */
export function termSentences(
  { offsets, term, mentionOffsets, mention, mentions }: PaperTermRows,
  i: number,
  paper: Pick<Paper, "title" | "abstract">,
  wants: (text: string) => boolean,
): TermSentence[] {
  const { field, start, end, sentenceStart, sentenceEnd } = mentions;
  const places: { readonly m: number; readonly term: number }[] = [];
  for (let row = offsets[i]!; row < offsets[i + 1]!; row++)
    for (let at = mentionOffsets[row]!; at < mentionOffsets[row + 1]!; at++)
      places.push({ m: mention[at]!, term: term[row]! });
  places.sort((a, b) => field[a.m]! - field[b.m]! || start[a.m]! - start[b.m]! || end[b.m]! - end[a.m]!);
  const sentences: TermSentence[] = [];
  for (let first = 0; first < places.length;) {
    const { m } = places[first]!;
    const [from, to] = [sentenceStart[m]!, sentenceEnd[m]!];
    let next = first;
    while (next < places.length && field[places[next]!.m] === field[m] && sentenceStart[places[next]!.m] === from)
      next++;
    const name = TEXT_FIELDS[field[m]!]!;
    const given = (name === "title" ? paper.title : (paper.abstract ?? "")).slice(from, to);
    if (wants(given)) {
      const terms = places
        .slice(first, next)
        .map((place) => ({ start: start[place.m]! - from, end: end[place.m]! - from, term: place.term }));
      sentences.push({ field: name, start: from, end: to, text: readableLength(given), terms });
    }
    first = next;
  }
  return sentences;
}
