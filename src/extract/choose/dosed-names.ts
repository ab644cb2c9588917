/**
 * Names of what is given in doses: "cholecalciferol 800 IU daily", "streptozotocin (40 mg/kg)".
 *
 * Reports of trials name a drug once, beside its dose, in no sentence that a tagger could learn from; the dose says what it is.
 */
import { fieldText } from "../../contract/field-text.ts";
import { hash32 } from "../../lib/hash.ts";
import type { Paper } from "../../domain/paper.ts";
import type { Background } from "../model/background.ts";
import type { Candidate, TaggedPaper } from "../types.ts";
import { variantKey } from "../text/variants.ts";

/** Asked first, as most texts have no dose. */
const HAS_DOSE = /\d\s?(?:IU|mg|µg|μg|mcg|ug|mEq|mmol|unit)/;
/** The name, and behind it a number, or two, with a unit of doses. */
const DOSED =
  /(?<![\p{L}\p{N}-])(\p{L}[\p{L}\p{N}'-]{3,})\s\(?\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?\s?(?:IU|mg|µg|μg|mcg|ug|mEq|mmol|units?)(?![\p{L}])/gu;
/** "daily 800 IU", "received 5 mg", "containing 3 mg": no names. */
const NO_NAME = /(?:ed|ing|ly|tion|ment|ses?|day|week)$/iu;
/** Papers of the background that may have the word, log2 × 15: no more than 30 of 134,840. A drug is none of its words. */
const MAX_LOG_PAPERS = 75;
/** How sure it is that one is a term. */
export const DOSED_PROBABILITY = 0.7;
/** What is given is a method of the trial, if its place does not say otherwise. */
const METHOD = [0.1, 0, 0, 0, 0];

export interface DosedNames {
  /** Keys of all that stand beside a dose. */
  readonly keys: ReadonlySet<string>;
  /** Those places of them that the tagger did not see. */
  readonly added: readonly Candidate[];
}

const NONE: DosedNames = { keys: new Set(), added: [] };

export function dosedNames(
  paper: Pick<Paper, "title" | "abstract">,
  tagged: TaggedPaper,
  background: Background,
): DosedNames {
  const abstract = fieldText(paper, "abstract");
  if (!HAS_DOSE.test(abstract)) return NONE;
  const keys = new Set<string>();
  const added: Candidate[] = [];
  for (const { 1: text = "", index: start } of abstract.matchAll(DOSED)) {
    if (NO_NAME.test(text) || !isRare(text, background)) continue;
    const end = start + text.length;
    const sentences = tagged.sentencesOf("abstract");
    const sentenceNumber = sentences.findIndex((sentence) => sentence.start <= start && end <= sentence.end);
    const sentence = sentences[sentenceNumber];
    // In another language, which is not read.
    if (!sentence) continue;
    const key = variantKey(text);
    keys.add(key);
    if (tagged.candidates.some((c) => c.field === "abstract" && c.start === start && c.end === end)) continue;
    const types = { types: METHOD, typesByForm: METHOD, ends: [] };
    const place = { field: "abstract", start, end, text, key, sentence, sentenceNumber, words: 1 } as const;
    added.push({ ...place, ...types, probability: DOSED_PROBABILITY });
  }
  return keys.size === 0 ? NONE : { keys, added };
}

function isRare(word: string, { words, logPapers }: Background): boolean {
  const at = words.get(hash32(word.toLowerCase()));
  return at < 0 || logPapers[at]! <= MAX_LOG_PAPERS;
}
