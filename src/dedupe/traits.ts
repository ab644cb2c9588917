/**
 * What comparing a record takes, worked out once: a record is compared with every other one of its title.
 */
import type { RawRecord } from "../domain/record.ts";
import { hash32 } from "../lib/hash.ts";
import { isPlaceholder } from "../lib/identifiers.ts";
import { remember } from "../lib/remember.ts";
import { wordSet } from "../lib/text.ts";
import { arxivKey, publishedDoiKey } from "./identify.ts";

export interface Traits {
  readonly doi: string;
  readonly arxiv: string;
  /** See `wordHashes`; undefined where it has no abstract. */
  readonly words: Uint32Array | undefined;
}

export const traitsOf = remember((record: RawRecord): Traits => {
  const { abstract } = record;
  return {
    doi: publishedDoiKey(record),
    arxiv: arxivKey(record),
    words: hasAbstract(record) ? wordHashes(abstract ?? "") : undefined,
  };
});

/** Hashes of the distinct words of a text, ascending: a tenth of the room. Two words of one hash are one word here. */
export function wordHashes(text: string): Uint32Array {
  return Uint32Array.from(wordSet(text), (word) => hash32(word)).sort();
}

export function hasAbstract({ abstract }: RawRecord): boolean {
  return abstract !== undefined && !isPlaceholder(abstract);
}

/** Shared words over the words of the smaller list, 0…1; 0 if either is empty. Both ascend. */
export function overlapOf(a: Uint32Array, b: Uint32Array): number {
  const smaller = Math.min(a.length, b.length);
  if (smaller === 0) return 0;
  let [shared, i, j] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [one, other] = [a[i]!, b[j]!];
    if (one === other) shared++;
    if (one <= other) i++;
    if (other <= one) j++;
  }
  return shared / smaller;
}
