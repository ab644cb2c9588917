/**
 * Short forms and the long forms beside them as mentions: whoever defines a short form names a term twice.
 *
 * Left to the choice, a longer span around the long form ("systolic blood pressure (BP)") takes its place, and the two are
 * joined nowhere in the paper.
 */
import type { TextField } from "../../domain/paper.ts";
import type { Candidate, Chosen, DefinedAbbreviation, TaggedPaper } from "../types.ts";

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

const placeOf = ({ field, start, end }: Pick<Candidate, "field" | "start" | "end">): string =>
  `${field} ${start}-${end}`;

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

/** A longer term that is as sure as this, and stands nowhere else in the paper, keeps its place. */
const SURE = 0.8;

/**
 * The mentions that pairs make, with the probability of the likelier of the two strings.
 * @param free what would be chosen without them
 * @param probabilityOf of each string, 0…1 @param threshold a pair of which neither is a term makes none, 0…1
 */
export function certainMentions(
  pairs: readonly DefinedPair[],
  free: readonly Chosen[],
  probabilityOf: ReadonlyMap<string, number>,
  threshold: number,
): Map<Candidate, number> {
  const certain = new Map<Candidate, number>();
  if (pairs.length === 0) return certain;
  const isPartOfLoneTerm = loneTermTest(free);
  for (const { short, long } of pairs) {
    const probability = Math.max(probabilityOf.get(short.key) ?? 0, probabilityOf.get(long.key) ?? 0);
    if (probability <= threshold || isPartOfLoneTerm(long)) continue;
    for (const candidate of [short, long]) certain.set(candidate, Math.max(probability, certain.get(candidate) ?? 0));
  }
  return certain;
}

/** @param free in text order, without overlap, title first */
function loneTermTest(free: readonly Chosen[]): (long: Candidate) => boolean {
  const times = new Map<string, number>();
  for (const { candidate } of free) times.set(candidate.key, (times.get(candidate.key) ?? 0) + 1);
  const abstractFrom = free.findIndex(({ candidate }) => candidate.field === "abstract");
  const middle = abstractFrom < 0 ? free.length : abstractFrom;
  return ({ field, start, end, key }) => {
    let [low, high] = field === "title" ? [0, middle] : [middle, free.length];
    const first = low;
    while (low < high) {
      const half = (low + high) >> 1;
      if (free[half]!.candidate.start <= start) low = half + 1;
      else high = half;
    }
    const around = low > first ? free[low - 1] : undefined;
    if (!around || around.candidate.end < end || around.candidate.key === key) return false;
    return around.probability >= SURE && times.get(around.candidate.key) === 1;
  };
}
