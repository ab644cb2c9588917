/**
 * What a large background of abstracts says of notions: what short forms stand for, and what is a kind of what.
 *
 * A text, a line a fact, fields between tabs (`assets/notions.txt`, made by `dev/train/train-notions.ts`):
 *
 *   centre  <vector>                              mean of the papers' vectors
 *   short   <short form> <long form> <papers> <vector> <other keys, parted by "|">
 *   kind    <narrower> <broader> <papers>         keys of `lib/term-heads.ts`
 *   same    <word> <word> <likeness>              words of one stem that mean the same before a noun
 */

/** A long form that papers of the background give a short form. */
export interface KnownSense {
  /** As most papers write it. */
  readonly text: string;
  /** Papers that define the short form so. */
  readonly papers: number;
  /** Where these papers stand, relative to the centre: length 1. See `paperVector`. */
  readonly vector: Float32Array;
  /** Variant keys of its forms; the first is that of `text`. */
  readonly keys: readonly string[];
}

export interface Notions {
  /** Mean of the vectors of papers; empty when nothing is known. */
  readonly centre: Float32Array;
  /** By `shortKey`; most papers first. */
  readonly shortForms: ReadonlyMap<string, readonly KnownSense[]>;
  /** Narrower → broader → papers that say so. */
  readonly kinds: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Word → words of its stem that mean the same before a noun. */
  readonly same: ReadonlyMap<string, readonly string[]>;
}

/** @throws Error when a line is none of this version */
export function decodeNotions(bytes: Uint8Array): Notions {
  let centre = new Float32Array();
  const shortForms = new Map<string, KnownSense[]>();
  const kinds = new Map<string, Map<string, number>>();
  const same = new Map<string, string[]>();
  for (const line of new TextDecoder().decode(bytes).split("\n")) {
    if (line === "") continue;
    const [kind, first = "", second = "", papers = "", vector = "", keys = ""] = line.split("\t");
    if (kind === "centre") centre = decodeVector(first);
    else if (kind === "short") {
      const senses = shortForms.get(first) ?? [];
      shortForms.set(first, senses);
      senses.push({ text: second, papers: Number(papers), vector: unit(decodeVector(vector)), keys: keys.split("|") });
    } else if (kind === "kind") {
      const broader = kinds.get(first) ?? new Map<string, number>();
      kinds.set(first, broader.set(second, Number(papers)));
    } else if (kind === "same") {
      same.set(first, [...(same.get(first) ?? []), second]);
      same.set(second, [...(same.get(second) ?? []), first]);
    } else throw new Error("The table of notions is damaged or of another version. Reinstall the package.");
  }
  return { centre, shortForms, kinds, same };
}

/** A character a number: "A" … "o" for −23 … 23, times the largest over 23, which stands first. */
export function encodeVector(vector: ArrayLike<number>): string {
  const values = Array.from(vector);
  const largest = Math.max(1e-9, ...values.map(Math.abs));
  return `${largest.toPrecision(4)} ${String.fromCharCode(...values.map((v) => ZERO + Math.round((v / largest) * STEPS)))}`;
}
const STEPS = 23;
const ZERO = 65 + STEPS;

function decodeVector(text: string): Float32Array<ArrayBuffer> {
  const [largest = "", letters = ""] = text.split(" ");
  return Float32Array.from(letters, (letter) => ((letter.charCodeAt(0) - ZERO) / STEPS) * Number(largest));
}

/** Scales to Euclidean length 1, in place; zeros stay. */
export function unit<V extends Float32Array>(vector: V): V {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  for (let d = 0; d < vector.length; d++) vector[d]! /= length;
  return vector;
}
