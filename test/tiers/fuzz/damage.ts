/**
 * Damaged files: of a seed, cut, doubled, turned, spliced with another one, poisoned.
 */
import fc from "fast-check";
import { POISONS, SEEDS } from "./seeds.ts";

type Step = (text: string) => string;

const at = fc.double({ min: 0, max: 1, noNaN: true });
const place = (text: string, part: number): number => Math.floor(part * text.length);

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(at, fc.constantFrom(...POISONS)).map(
      ([a, poison]): Step =>
        (text) =>
          text.slice(0, place(text, a)) + poison + text.slice(place(text, a)),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(at, fc.integer({ min: 1, max: 40 })).map(
      ([a, n]): Step =>
        (text) =>
          text.slice(0, place(text, a)) + text.slice(place(text, a) + n),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(at, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 2, max: 30 })).map(
      ([a, n, times]): Step =>
        (text) =>
          text.slice(0, place(text, a)) +
          text.slice(place(text, a), place(text, a) + n).repeat(times) +
          text.slice(place(text, a) + n),
    ),
  },
  {
    weight: 1,
    arbitrary: at.map(
      (a): Step =>
        (text) =>
          text.slice(0, place(text, a)),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(at, at, fc.constantFrom(...Object.values(SEEDS))).map(
      ([a, b, other]): Step =>
        (text) =>
          text.slice(0, place(text, a)) + other.slice(place(other, b)),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(at, fc.string({ unit: "binary", maxLength: 12 })).map(
      ([a, poison]): Step =>
        (text) =>
          text.slice(0, place(text, a)) + poison + text.slice(place(text, a)),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Step>(
      (text) => text.replaceAll("\n", "\r\n"),
      (text) => text.replaceAll("\n", "\r"),
      (text) => text.replaceAll("\n", ""),
      (text) => text.replaceAll(" ", "\u00a0"),
      (text) => text.toUpperCase(),
    ),
  },
);

/** @param seed a file of the format, or of any if left out */
export function damaged(seed: string): fc.Arbitrary<string> {
  return fc.array(steps, { minLength: 0, maxLength: 5 }).map((list) => list.reduce((text, step) => step(text), seed));
}

/** Where a stream is cut. */
export const cuts: fc.Arbitrary<number> = fc.integer({ min: 1, max: 17 });

export async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  await Promise.resolve();
  for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size);
}
