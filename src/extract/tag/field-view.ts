/**
 * One field of a paper as features are read from it: tokens, what is known of their words, what the paper says of them.
 */
import { Clue } from "../text/language.ts";
import { type Sentence, type Tokens } from "../text/tokens.ts";
import { type WordFacts } from "./words.ts";

/** What the paper as a whole says about its words. */
export interface PaperFacts {
  /** Hashes of the lower-case words that stand in the title. */
  readonly titleWords: ReadonlySet<number>;
  /** Occurrences per word hash in title and abstract. */
  readonly counts: ReadonlyMap<number, number>;
  /** Kind of text: see `TextKinds`. */
  readonly kind: number;
  /** Hashes of the words of the long forms with Greek letters that it defines: factors, receptors and their like. */
  readonly longForms: readonly (readonly number[])[];
}

export interface FieldView {
  readonly tokens: Tokens;
  /** One entry per token. */
  readonly facts: readonly WordFacts[];
  readonly isTitle: boolean;
  readonly paper: PaperFacts;
  /**
   * Per token: does it follow the one before it after a blank alone, and what does the paper make of the two: 0 they are
   * parted, 1 together here only, 2 elsewhere too, 3 in the title and the abstract.
   */
  readonly pairs: Uint8Array;
  /** Per token: 1 = short form defined in this paper, 2 = first word of a long form, 3 = inside one, 0 = neither. */
  readonly abbreviation: Uint8Array;
}

const OUTSIDE: WordFacts = {
  id: 0,
  hash: 1,
  tags: 0,
  shape: 1,
  stem: 0,
  suffix3: 0,
  suffix4: 0,
  suffix5: 0,
  prefix4: 0,
  tail: 0,
  fine: 0,
  coarse: 255,
  logPapers: 0,
  titleRate: 0,
  vector: -1,
  clue: Clue.None,
  mayLead: false,
  features: Uint32Array.of(1),
  far: 1,
};

/** Facts of token `i` of the field, or a stand-in beyond the sentence. */
export function factsAt(view: FieldView, sentence: Sentence, i: number): WordFacts {
  return i < sentence.from || i >= sentence.to ? OUTSIDE : (view.facts[i] ?? OUTSIDE);
}
