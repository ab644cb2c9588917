/**
 * Word classes by the exchange algorithm: a class bigram model of maximum likelihood.
 * Kneser and Ney 1993; Martin, Liermann and Ney 1998, "Algorithms for bigram and trigram word clustering".
 */

/** Bigram counts in both directions, compressed by rows. Word ids are 0 … `size` - 1. */
export interface BigramCounts {
  readonly size: number;
  readonly count: Float64Array;
  readonly after: { readonly offset: Int32Array; readonly word: Int32Array; readonly times: Float64Array };
  readonly before: { readonly offset: Int32Array; readonly word: Int32Array; readonly times: Float64Array };
}

/** Builds the two directions from distinct pairs (`left[i]`, `right[i]`) seen `times[i]` times. */
export function bigramCounts(
  size: number,
  left: Int32Array,
  right: Int32Array,
  times: Float64Array,
  count: Float64Array,
): BigramCounts {
  const rows = (by: Int32Array, other: Int32Array) => {
    const offset = new Int32Array(size + 1);
    for (const word of by) offset[word + 1]!++;
    for (let i = 0; i < size; i++) offset[i + 1]! += offset[i]!;
    const fill = offset.slice();
    const word = new Int32Array(by.length);
    const rowTimes = new Float64Array(by.length);
    for (let i = 0; i < by.length; i++) {
      const at = fill[by[i]!]!++;
      word[at] = other[i]!;
      rowTimes[at] = times[i]!;
    }
    return { offset, word, times: rowTimes };
  };
  return { size, count, after: rows(left, right), before: rows(right, left) };
}

const TABLE = 1 << 20;
const X_LOG_X = Float64Array.from({ length: TABLE }, (_, x) => (x === 0 ? 0 : x * Math.log(x)));
const xLogX = (x: number) => (x < TABLE ? X_LOG_X[x]! : x * Math.log(x));

/**
 * Class of every word. Words are taken in id order (most frequent first), so the result depends on nothing else.
 * The first `classes` words start in a class of their own, the others spread over the classes by id.
 */
export function exchangeClusters(
  bigrams: BigramCounts,
  classes: number,
  passes: number,
  onPass: (pass: number, moved: number) => void,
): Int32Array {
  const { size, count, after, before } = bigrams;
  const cls = Int32Array.from({ length: size }, (_, word) => word % classes);
  const pair = new Float64Array(classes * classes);
  const total = new Float64Array(classes);
  for (let w = 0; w < size; w++) {
    total[cls[w]!]! += count[w]!;
    for (let i = after.offset[w]!; i < after.offset[w + 1]!; i++)
      pair[cls[w]! * classes + cls[after.word[i]!]!]! += after.times[i]!;
  }
  const toRight = new Float64Array(classes);
  const toLeft = new Float64Array(classes);
  for (let pass = 0; pass < passes; pass++) {
    let moved = 0;
    for (let w = 0; w < size; w++) {
      const right: number[] = [];
      const left: number[] = [];
      let self = 0;
      for (let i = after.offset[w]!; i < after.offset[w + 1]!; i++) {
        if (after.word[i] === w) {
          self = after.times[i]!;
          continue;
        }
        const c = cls[after.word[i]!]!;
        if (toRight[c] === 0) right.push(c);
        toRight[c]! += after.times[i]!;
      }
      for (let i = before.offset[w]!; i < before.offset[w + 1]!; i++) {
        if (before.word[i] === w) continue;
        const c = cls[before.word[i]!]!;
        if (toLeft[c] === 0) left.push(c);
        toLeft[c]! += before.times[i]!;
      }
      const old = cls[w]!;
      move(old, -1);
      let best = old;
      let bestGain = -Infinity;
      for (let b = 0; b < classes; b++) {
        let gain = -2 * (xLogX(total[b]! + count[w]!) - xLogX(total[b]!));
        const row = b * classes;
        for (const c of right) if (c !== b) gain += xLogX(pair[row + c]! + toRight[c]!) - xLogX(pair[row + c]!);
        for (const c of left)
          if (c !== b) gain += xLogX(pair[c * classes + b]! + toLeft[c]!) - xLogX(pair[c * classes + b]!);
        gain += xLogX(pair[row + b]! + toRight[b]! + toLeft[b]! + self) - xLogX(pair[row + b]!);
        if (gain > bestGain + 1e-9) {
          bestGain = gain;
          best = b;
        }
      }
      move(best, 1);
      cls[w] = best;
      if (best !== old) moved++;
      for (const c of right) toRight[c] = 0;
      for (const c of left) toLeft[c] = 0;

      function move(to: number, sign: number): void {
        total[to]! += sign * count[w]!;
        for (const c of right) pair[to * classes + c]! += sign * toRight[c]!;
        for (const c of left) pair[c * classes + to]! += sign * toLeft[c]!;
        pair[to * classes + to]! += sign * self;
      }
    }
    onPass(pass, moved);
    if (moved < size * 0.002) break;
  }
  return cls;
}
