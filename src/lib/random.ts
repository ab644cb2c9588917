/**
 * The only source of randomness: seeded, passed in, never global.
 */
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Uniform in [0, 1). */
export type Random = () => number;

/** Same seed, same sequence, on every machine. `seed` is taken as a 32-bit integer. */
export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed | 0);
  return () => (generator.next() >>> 0) / 2 ** 32;
}

/** Fisher–Yates in place; returns its argument. */
export function shuffle<T>(items: T[], random: Random): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j] as T, items[i] as T];
  }
  return items;
}
