/**
 * What single sentences say outright: results with numbers, and definitions.
 */
import type { TextField } from "./paper.ts";

/** A place in a field as given, in UTF-16 units; end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words of a sentence that name one thing. */
export interface StatedPart extends Span {
  /** Index into `Extraction.terms`, where the words hold exactly one term. */
  readonly term?: number;
  /** What the paper itself brings: "we", "our model". */
  readonly isOwn?: true;
}

/** `absolute`: a value of a metric; `gain`: the difference of two; `factor`: their ratio. */
export type ResultKind = "absolute" | "gain" | "factor";

/** A number that one sentence reports. What the sentence does not say is left out. */
export interface StatedResult {
  readonly field: TextField;
  readonly sentence: Span;
  /** The number with its unit. */
  readonly value: Span;
  readonly kind: ResultKind;
  /** Of a range its lower end. */
  readonly number: number;
  /** Upper end of a range. */
  readonly to?: number;
  /** `%`, `points`, `x` for factors, `dB`, `ms` …; none for bare numbers. */
  readonly unit?: string;
  /** "up to", "about": how far the number is meant exactly, as it stands there. */
  readonly bound?: string;
  /** The word that makes it a result, lower case: "improves", "faster", "achieves". */
  readonly cue: string;
  /** The value before, where the sentence tells both ("from 4.8% to 42.4%"). */
  readonly from?: Span;
  readonly metric?: StatedPart;
  /** Data sets and tasks that it was measured on. */
  readonly on: readonly StatedPart[];
  readonly method?: StatedPart;
  /** What it is compared with. */
  readonly baselines: readonly StatedPart[];
}

/** How a sentence defines a term; the surest first. */
export const DEFINITION_FORMS = ["defined as", "is a", "apposition", "named"] as const;
export type DefinitionForm = (typeof DEFINITION_FORMS)[number];

export interface StatedDefinition {
  readonly field: TextField;
  readonly sentence: Span;
  /** Index into `Extraction.terms`. */
  readonly term: number;
  readonly form: DefinitionForm;
  /** The words that say what it is. */
  readonly says: Span;
}

/** What the sentences of one paper say, in text order. */
export interface PaperStatements {
  readonly results: readonly StatedResult[];
  readonly definitions: readonly StatedDefinition[];
}
