/**
 * How words and phrases are spread over a large background corpus of abstracts: read-only statistics.
 */
import { HashIndex } from "./feature-hash.ts";
import { readUint16, readAscending } from "./little-endian.ts";
import { hash32 } from "../../lib/hash.ts";

/** "PWB5", little endian. */
export const BACKGROUND_MAGIC = 0x35425750;

export interface Background {
  /** Abstracts counted. */
  readonly papers: number;
  readonly words: HashIndex;
  /** Per word: classes (0 = none), log2 of document frequency × 15, and rates × 255. */
  readonly fine: Uint16Array;
  readonly coarse: Uint8Array;
  readonly logPapers: Uint8Array;
  readonly titleRate: Uint8Array;
  readonly capitalRate: Uint8Array;
  /** Numbers of a word's vector (even); see `vectorOf`. */
  readonly dimensions: number;
  /** Per word `dimensions` numbers of four bits, in the order of `words`. */
  readonly vectors: Uint8Array;
  /** Phrases of two to four words (lower case, single blanks). */
  readonly phrases: HashIndex;
  readonly phraseLogPapers: Uint8Array;
  /** Strings the tagger took for terms in the background, by variant key: see `termhood.ts`. */
  readonly terms: HashIndex;
  readonly termLogPapers: Uint8Array;
  readonly termMean: Uint8Array;
}

/** @throws Error when the bytes are no background table of this version. */
export function decodeBackground(bytes: Uint8Array): Background {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 24 || view.getUint32(0, true) !== BACKGROUND_MAGIC) {
    throw new Error("The background table is damaged or of another version. Reinstall the package.");
  }
  const papers = view.getUint32(4, true);
  const w = view.getUint32(8, true);
  const p = view.getUint32(12, true);
  const t = view.getUint32(16, true);
  const dimensions = view.getUint32(20, true);
  let at = 24;
  const ascending = (length: number) => readAscending(bytes, at, length);
  const uint16 = (length: number) => readUint16(bytes, at, length);
  const take = <T>(array: T, size: number): T => {
    at += size;
    return array;
  };
  const uint8 = (length: number) => take(bytes.slice(at, at + length), length);
  return {
    papers,
    words: new HashIndex(take(ascending(w), 4 * w)),
    phrases: new HashIndex(take(ascending(p), 4 * p)),
    terms: new HashIndex(take(ascending(t), 4 * t)),
    fine: take(uint16(w), 2 * w),
    coarse: uint8(w),
    logPapers: uint8(w),
    titleRate: uint8(w),
    capitalRate: uint8(w),
    phraseLogPapers: uint8(p),
    dimensions,
    vectors: uint8((w * dimensions) / 2),
    termLogPapers: uint8(t),
    termMean: uint8(t),
  };
}

/** How common lower-case words are: log2 of document frequency × 15 + 1, 0 where unknown. */
export function wordFrequency({ words, logPapers }: Background): (word: string) => number {
  return (word) => {
    const at = words.get(hash32(word));
    return at < 0 ? 0 : logPapers[at]! + 1;
  };
}

/** @returns the word's vector, of Euclidean length 1: what stands around it in the background; zeros where unknown */
export function vectorOf({ dimensions, vectors }: Background, word: number): Float32Array {
  const vector = new Float32Array(dimensions);
  const from = (word * dimensions) / 2;
  let squares = 0;
  for (let d = 0; d < dimensions; d++) {
    const pair = vectors[from + (d >> 1)]!;
    const value = ((d & 1 ? pair >> 4 : pair) & 15) - 8;
    vector[d] = value;
    squares += value * value;
  }
  const length = Math.sqrt(squares) || 1;
  for (let d = 0; d < dimensions; d++) vector[d]! /= length;
  return vector;
}
