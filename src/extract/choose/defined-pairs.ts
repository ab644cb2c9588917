/**
 * Short forms and the long forms beside them as mentions: whoever defines a short form names a term twice.
 *
 * Left to the choice, a longer span around the long form ("systolic blood pressure (BP)") takes its place, and the two are
 * joined nowhere in the paper.
 */
import type { TextField } from "../../domain/paper.ts";
import type { Candidate, DefinedAbbreviation, TaggedPaper } from "../types.ts";

export interface DefinedPair {
  readonly short: Candidate;
  readonly long: Candidate;
}

export interface DefinedPairs {
  readonly pairs: readonly DefinedPair[];
  /** Those of them that the tagger did not see, in the order of the pairs. */
  readonly added: readonly Candidate[];
}

const NONE: DefinedPairs = { pairs: [], added: [] };

/** @param keyOf variant key of a text */
export function definedPairs(paper: TaggedPaper, keyOf: (text: string) => string): DefinedPairs {
  if (paper.abbreviations.length === 0) return NONE;
  const byPlace = new Map(paper.candidates.map((candidate) => [placeOf(candidate), candidate]));
  const added: Candidate[] = [];
  const candidateAt = (field: TextField, span: DefinedAbbreviation["short"], types: Candidate | undefined) => {
    const known = byPlace.get(placeOf({ field, ...span }));
    if (known) return known;
    const made = madeCandidate(paper, field, span, keyOf(span.text), types);
    if (!made) return undefined;
    byPlace.set(placeOf(made), made);
    added.push(made);
    return made;
  };
  const pairs = paper.abbreviations.flatMap(({ field, short, long }) => {
    const seen = (span: DefinedAbbreviation["short"]) => byPlace.get(placeOf({ field, ...span }));
    const shortCandidate = candidateAt(field, short, seen(long));
    const longCandidate = candidateAt(field, long, shortCandidate);
    return shortCandidate && longCandidate ? [{ short: shortCandidate, long: longCandidate }] : [];
  });
  return { pairs, added };
}

const placeOf = ({ field, start, end }: Pick<Candidate, "field" | "start" | "end">): string => `${field} ${start}-${end}`;

/** A concept, if its partner does not say otherwise. */
const CONCEPT = [0, 0, 0, 0, 0.1];

/** Undefined across the border of two sentences, or in another language. */
function madeCandidate(
  paper: TaggedPaper,
  field: TextField,
  { start, end, text }: DefinedAbbreviation["short"],
  key: string,
  partner: Candidate | undefined,
): Candidate | undefined {
  const sentences = paper.sentencesOf(field);
  const sentenceNumber = sentences.findIndex((sentence) => sentence.start <= start && end <= sentence.end);
  const sentence = sentences[sentenceNumber];
  if (!sentence || key === "") return undefined;
  return {
    field,
    start,
    end,
    text,
    key,
    sentence,
    sentenceNumber,
    words: text.split(/\s+/u).length,
    probability: partner?.probability ?? 0,
    types: partner?.types ?? CONCEPT,
    typesByForm: partner?.typesByForm ?? CONCEPT,
    ends: partner?.ends ?? [],
  };
}
