/**
 * How words and phrases are spread over a large background corpus of abstracts: read-only statistics.
 */
import { HashIndex } from "./feature-hash.ts";

/** "PWB3", little endian. */
export const BACKGROUND_MAGIC = 0x33425750;

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
  if (bytes.length < 20 || view.getUint32(0, true) !== BACKGROUND_MAGIC) {
    throw new Error("The background table is damaged or of another version. Reinstall the package.");
  }
  const papers = view.getUint32(4, true);
  const w = view.getUint32(8, true);
  const p = view.getUint32(12, true);
  const t = view.getUint32(16, true);
  let at = 20;
  const uint32 = (length: number) => Uint32Array.from({ length }, (_, i) => view.getUint32(at + 4 * i, true));
  const uint16 = (length: number) => Uint16Array.from({ length }, (_, i) => view.getUint16(at + 2 * i, true));
  const take = <T>(array: T, size: number): T => {
    at += size;
    return array;
  };
  const uint8 = (length: number) => take(bytes.slice(at, at + length), length);
  return {
    papers,
    words: new HashIndex(take(uint32(w), 4 * w)),
    phrases: new HashIndex(take(uint32(p), 4 * p)),
    terms: new HashIndex(take(uint32(t), 4 * t)),
    fine: take(uint16(w), 2 * w),
    coarse: uint8(w),
    logPapers: uint8(w),
    titleRate: uint8(w),
    capitalRate: uint8(w),
    phraseLogPapers: uint8(p),
    termLogPapers: uint8(t),
    termMean: uint8(t),
  };
}
