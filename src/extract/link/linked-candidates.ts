/**
 * Found places as mentions: the tagger's candidate where it saw one there, else one that says nothing but its place.
 */
import { fieldText } from "../../contract/field-text.ts";
import type { Paper } from "../../domain/paper.ts";
import type { NumberedChoice } from "../choose/chosen-rows.ts";
import type { ShardPaper } from "../tag/shard-paper.ts";
import { TYPES } from "../tag/tagged-shard.ts";
import { variantKey } from "../text/variants.ts";
import type { Candidate, Chosen } from "../types.ts";
import type { LinkedPlace } from "./link-mentions.ts";

export interface LinkedMentions {
  /** One a place, in their order. */
  readonly mentions: readonly (Chosen & NumberedChoice)[];
  /** Candidates that the tagger did not see, numbered from `firstFree`. */
  readonly unseen: readonly Candidate[];
}

/** What the tagger forgets is less probable than this. */
const MIN_PROBABILITY = 0.05;
const NO_TYPES = new Float32Array(TYPES);

/** @param firstFree number of the first candidate that is added to the paper's own */
export function linkedMentions(
  text: Pick<Paper, "title" | "abstract">,
  paper: ShardPaper,
  places: readonly LinkedPlace[],
  firstFree: number,
): LinkedMentions {
  const unseen: Candidate[] = [];
  const mentions = places.map((place) => {
    const seen = paper.numberAt(place.field, place.start, place.end);
    const candidate = seen < 0 ? newCandidate(text, paper, place) : paper.candidate(seen)!;
    const number = seen < 0 ? firstFree + unseen.push(candidate) - 1 : seen;
    return { candidate, number, probability: Math.max(MIN_PROBABILITY, candidate.probability), isLinked: true };
  });
  return { mentions, unseen };
}

function newCandidate(
  text: Pick<Paper, "title" | "abstract">,
  paper: ShardPaper,
  { field, start, end, sentenceNumber, words }: LinkedPlace,
): Candidate {
  const form = fieldText(text, field).slice(start, end);
  return {
    field,
    start,
    end,
    text: form,
    key: variantKey(form),
    sentence: paper.sentencesOf(field)[sentenceNumber]!,
    sentenceNumber,
    words,
    probability: MIN_PROBABILITY,
    types: NO_TYPES,
    typesByForm: NO_TYPES,
    ends: [],
  };
}
