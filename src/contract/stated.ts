/**
 * What single sentences of papers say outright: results with numbers, and definitions. Part of graph.json.
 */
import type { Count, PaperNodeId, PositiveCount, TermNodeId, Text } from "./scalars.ts";

/** The words of a sentence that name one thing. */
export interface StatedPart {
  /** As written. */
  readonly text: Text;
  /** UTF-16 offsets in the sentence's field as given; end exclusive. */
  readonly start: Count;
  readonly end: PositiveCount;
  /** Where the words hold exactly one term of the map. */
  readonly term?: TermNodeId;
  /** Set where the paper speaks of what it brings itself: "we", "our model". */
  readonly own?: true;
}

/** Where a sentence stands: offsets in the field as given, end exclusive. */
interface InSentence {
  readonly paper: PaperNodeId;
  readonly field: "title" | "abstract";
  readonly sentence: readonly [start: Count, end: Count];
}

/** A number that one sentence reports; what the sentence does not say is left out. */
export interface ResultRecord extends InSentence {
  /** Number and unit as written. */
  readonly value: Text;
  /** UTF-16 offsets of `value`. */
  readonly start: Count;
  readonly end: PositiveCount;
  /** Of a range its lower end. */
  readonly number: number;
  /** Upper end of a range. */
  readonly to?: number;
  /** `%`, `points`, `x` for factors, else as written; absent for bare numbers. */
  readonly unit?: Text;
  /** "up to", "about", as it stands before the number. */
  readonly bound?: Text;
  /** `absolute`: a value of a metric; `gain`: the difference of two; `factor`: their ratio. */
  readonly kind: "absolute" | "gain" | "factor";
  /** The word that makes it a result: "improves", "faster", "achieves". */
  readonly cue: Text;
  /** The value before, as written, where the sentence tells both. */
  readonly from?: Text;
  readonly metric?: StatedPart;
  /** Data sets and tasks that it was measured on. */
  readonly on?: readonly StatedPart[];
  readonly method?: StatedPart;
  /** What it is compared with. */
  readonly baselines?: readonly StatedPart[];
}

/** A sentence that defines a term. */
export interface DefinitionRecord extends InSentence {
  readonly term: TermNodeId;
  /** What is said of it, as written. */
  readonly text: Text;
  /** UTF-16 offsets of `text`. */
  readonly start: Count;
  readonly end: PositiveCount;
  /** How it is said: "X is defined as …", "X is a …", "X, a …", "a … called X". */
  readonly form: "defined as" | "is a" | "apposition" | "named";
}
