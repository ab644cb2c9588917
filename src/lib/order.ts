/**
 * Total orders that do not depend on locale, input order or engine.
 */

/** Compares by Unicode code point (JavaScript's `<` compares UTF-16 units, which differs above U+FFFF). */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    let unitA = a.charCodeAt(i);
    let unitB = b.charCodeAt(i);
    if (unitA === unitB) continue;
    // Surrogates (D800–DFFF) stand for code points above E000–FFFF: move them past those.
    if (unitA >= 0xd800 && unitB >= 0xd800) {
      unitA = unitA >= 0xe000 ? unitA - 0x800 : unitA + 0x2000;
      unitB = unitB >= 0xe000 ? unitB - 0x800 : unitB + 0x2000;
    }
    return unitA - unitB;
  }
  return a.length - b.length;
}

export type Compare<T> = (a: T, b: T) => number;

/** Ascending by a string key. */
export function byKey<T>(key: (item: T) => string): Compare<T> {
  return (a, b) => compareCodePoints(key(a), key(b));
}

/** Descending by a score, ties ascending by key: the order of every ranked list. */
export function byScoreThenKey<T>(score: (item: T) => number, key: (item: T) => string): Compare<T> {
  return (a, b) => score(b) - score(a) || compareCodePoints(key(a), key(b));
}

const POWERS_OF_TEN = Array.from({ length: 16 }, (_, digits) => 10 ** digits);

/** Rounds to `digits` (0…15) decimals; never returns -0, so that the text form is unique. */
export function roundTo(value: number, digits: number): number {
  const factor = POWERS_OF_TEN[digits]!;
  return Math.round(value * factor) / factor + 0;
}
