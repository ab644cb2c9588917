/**
 * The only source of randomness: seeded, passed in, never global.
 */
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { scatterBits } from "./hash.ts";

/** Uniform in [0, 1). */
export type Random = () => number;

/**
 * Same seed, same sequence, on every machine. `seed` is taken as a 32-bit integer. The first numbers of near seeds are
 * alike: where several sequences are drawn, take `partRandom`.
 */
export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed | 0);
  return () => (generator.next() >>> 0) / 2 ** 32;
}

/**
 * One of many sequences under one seed, unlike those of other parts and other seeds. Without the scattering, Louvain runs
 * numbered 1, 2, 3 … all began at the same node and were one and the same run.
 */
export function partRandom(seed: number, part: number): Random {
  return seededRandom(scattered(scattered(seed) ^ part));
}

/** The constant keeps 0 from staying 0. */
function scattered(bits: number): number {
  return scatterBits((bits | 0) + 0x9e3779b9);
}

/** Fisher–Yates in place; returns its argument. */
export function shuffle<T>(items: T[], random: Random): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j] as T, items[i] as T];
  }
  return items;
}
