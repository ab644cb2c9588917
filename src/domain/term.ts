/**
 * Terms and their mentions: the boundary between extract and graph.
 */
import type { Role, StatedKind, TermType } from "../contract/graph-document.ts";
import type { TextField } from "./paper.ts";
import type { PaperStatements } from "./statement.ts";

export interface Mention {
  readonly field: TextField;
  /** UTF-16 offsets into the field as given; end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Exactly `field.slice(start, end)`. */
  readonly text: string;
  /** Sentence that holds the mention: offsets into the same field. */
  readonly sentence: { readonly start: number; readonly end: number };
}

/** One term in one paper: the future paper–term edge. */
export interface PaperTerm {
  /** Index into `Extraction.terms`. */
  readonly term: number;
  /** 0…1: how much the paper is about the term. Ranks the paper's terms. */
  readonly salience: number;
  readonly role: Role;
  /** The words that decided the role, when a cue did. */
  readonly roleCue?: string;
  /** 0…1: how sure it is that the paper uses it as a term; 0: its words stand there, no more is known. 1 if left out. */
  readonly certainty?: number;
  /** In text order (title first); never overlapping within a paper. At least one. */
  readonly mentions: readonly Mention[];
}

/** Places in texts, one a mention; offsets are UTF-16 units in the field as given. */
export interface MentionColumns {
  /** Place in `TEXT_FIELDS` (paper-terms.ts). */
  readonly field: Uint8Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Offsets of the sentence that holds it. */
  readonly sentenceStart: Uint32Array;
  readonly sentenceEnd: Uint32Array;
}

export interface PaperTermRows {
  /** Paper `i` owns rows `offsets[i]` … `offsets[i + 1] − 1`, most salient first, ties by canonical form. */
  readonly offsets: Int32Array;
  /** Per row: index into `Extraction.terms`. */
  readonly term: Int32Array;
  /** Per row, 0…1: how much the paper is about the term. */
  readonly salience: Float64Array;
  /** Per row: place in `ROLES`. */
  readonly role: Uint8Array;
  /** Per row, 0…1: see `PaperTerm.certainty`. */
  readonly certainty: Float32Array;
  /** Per row: place in `cues` of the words that decided the role; 0 where no cue did. */
  readonly cue: Uint32Array;
  readonly cues: readonly string[];
  /** Row `r` owns places `mentionOffsets[r]` … `mentionOffsets[r + 1] − 1`, in text order. */
  readonly mentionOffsets: Int32Array;
  /** Per place: number of a mention. */
  readonly mention: Uint32Array;
  readonly mentions: MentionColumns;
}

/** One relation that a paper states between two of its terms. */
export interface PaperRelation {
  readonly kind: StatedKind;
  /** Indices into `Extraction.terms`. */
  readonly head: number;
  readonly tail: number;
  /** 0…1: how sure it is that the paper says so. */
  readonly confidence: number;
  /** The sentence that says so: offsets into the field as given. */
  readonly sentence: { readonly field: TextField; readonly start: number; readonly end: number };
  /** The words that decided, where some did. */
  readonly cue?: string;
}

/** What papers state of two of their terms: columns, a row a statement, 22 bytes each. */
export interface PaperRelationRows {
  /** Paper `i` owns rows `offsets[i]` … `offsets[i + 1] − 1`, by head, then tail; at most one for two terms. */
  readonly offsets: Int32Array;
  /** Per row: place in `STATED_KINDS`. */
  readonly kind: Uint8Array;
  /** Per row: index into `Extraction.terms`. `compared_with` has as head what stands first. */
  readonly head: Int32Array;
  readonly tail: Int32Array;
  /** Per row, 0…1: how sure it is that the paper says so. */
  readonly confidence: Float32Array;
  /** Per row: place in `TEXT_FIELDS`, and offsets of the sentence that says so in that field as given. */
  readonly field: Uint8Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Per row: place in `cues` of the words that decided; 0 where none did. */
  readonly cue: Uint32Array;
  readonly cues: readonly string[];
}

export interface Alias {
  readonly text: string;
  /** Why it is the same term: `abbreviation plural case hyphen spelling decision …`. */
  readonly rule: string;
  readonly count: number;
  /** Id of the first paper (in canonical order) that has the form. */
  readonly paper: string;
}

/** Holds what it is worked out from: of most terms nobody asks. */
export interface TypeCue {
  describe(): string;
}

export interface Term {
  /** Canonical form, as displayed. Unique, compared case-sensitively. */
  readonly term: string;
  readonly type: TermType;
  /** What decided the type, e.g. `its own form, “CLIP”; all evidence in 3 papers says so`; put into words when asked for. */
  readonly typeCue: TypeCue;
  /** Other surface forms, most frequent first, ties by code point. */
  readonly aliases: readonly Alias[];
  /** Number of papers with the term. */
  readonly papers: number;
  /** Number of mentions in all papers. */
  readonly count: number;
}

/** A paper's texts as they were read. */
export interface ReadableTexts {
  readonly title: string;
  readonly abstract: string;
}

/** What `extract` returns: the corpus's terms and, per paper (same order as the papers), its terms. */
export interface Extraction {
  readonly terms: readonly Term[];
  /** In the order of the papers; `paperTermsOf` gives those of one paper as objects. */
  readonly paperTerms: PaperTermRows;
  /** In the order of the papers; left out where no paper states any. */
  readonly relations?: PaperRelationRows;
  /** In the order of the papers: results and definitions that single sentences state. Left out where none was looked for. */
  readonly statements?: readonly PaperStatements[];
  /** Texts without mark-up and publishers' lines, by place of the paper, where they differ from those given. */
  readonly readableTexts?: ReadonlyMap<number, ReadableTexts>;
}
