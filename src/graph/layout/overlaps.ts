/**
 * Moves circles apart until none overlaps. Deterministic: order is by number, nothing is drawn at random.
 */
import { type Circles, GOLDEN_ANGLE, type Positions } from "./circles.ts";
import { type ClosePairs, closePairs } from "./close-pairs.ts";

/** Free space kept between two circles; larger than what rounding can eat. */
const GAP = 0.5;
/** Pairs that come nearer than this to overlapping are kept in sight, in units of the map. */
const SLACK = 2;
/** More cells than any map has from top to bottom, so that two cells never share a key. */
const KEY_STEP = 2 ** 26;

/** Moves circles in place: pushes pairs apart for up to `rounds`, then finds a free spot for all that still overlap. */
export function removeOverlaps(circles: Circles, rounds = 80): void {
  if (!relax(circles, rounds)) placeFreely(circles);
}

/**
 * Pushes overlapping pairs apart for up to `rounds`; true when none is left.
 *
 * Pairs that are near enough to overlap soon are looked up once and kept until a circle has moved by half of the slack
 * (Verlet 1967): most rounds move circles by a hundredth of their size.
 */
export function relax(circles: Circles, rounds: number): boolean {
  const { x } = circles;
  const shift: Positions = { x: new Float64Array(x.length), y: new Float64Array(x.length) };
  const pushes = new Pushes();
  let pairs: ClosePairs | undefined;
  let moved = 0;
  for (let round = 0; round < rounds; round++) {
    if (pairs === undefined || 2 * moved > SLACK) {
      pairs = closePairs(circles, GAP + SLACK);
      moved = 0;
    }
    if (!findShifts(circles, pairs, shift, pushes)) return true;
    // A bound on how far any circle has moved since the pairs were looked up: the largest steps, added up.
    moved += applyShifts(circles, shift);
  }
  return false;
}

/** Number of pairs that overlap. */
export function countOverlaps(circles: Circles): number {
  return closePairs(circles, 0).neighbors.length / 2;
}

/**
 * How far each circle is pushed by all that overlap it.
 *
 * @param pairs all that overlap, and any others. @param shift is overwritten.
 * @returns whether any pair overlaps.
 */
function findShifts(
  { x, y, radius }: Circles,
  { offsets, neighbors }: ClosePairs,
  shift: Positions,
  pushes: Pushes,
): boolean {
  let overlaps = false;
  for (let i = 0; i < x.length; i++) {
    pushes.clear();
    for (let at = offsets[i]!, end = offsets[i + 1]!; at < end; at++) {
      const j = neighbors[at]!;
      const limit = radius[i]! + radius[j]! + GAP;
      const dx = x[j]! - x[i]!;
      const dy = y[j]! - y[i]!;
      const squared = dx * dx + dy * dy;
      if (squared >= limit * limit) continue;
      const distance = Math.sqrt(squared);
      const missing = limit - distance;
      if (missing <= 1e-9) continue;
      const push = missing * 0.55;
      // The smaller circle gives way more. The share of the one with the smaller number is worked out for both.
      const share = radius[Math.max(i, j)]! / (radius[i]! + radius[j]!);
      const factor = i < j ? -share : 1 - share;
      // Two circles on one spot part in a direction fixed by their numbers.
      const isSame = distance <= 1e-9;
      const angle = isSame ? (Math.min(i, j) * 31 + Math.max(i, j)) * GOLDEN_ANGLE : 0;
      const side = i < j ? 1 : -1;
      pushes.add(
        j,
        push * (isSame ? Math.cos(angle) : (side * dx) / distance) * factor,
        push * (isSame ? Math.sin(angle) : (side * dy) / distance) * factor,
      );
    }
    overlaps ||= pushes.count > 0;
    pushes.sumInto(shift, i, x);
  }
  return overlaps;
}

/** Moves the circles. @returns the largest step. */
function applyShifts({ x, y }: Positions, shift: Positions): number {
  let largest = 0;
  for (let i = 0; i < x.length; i++) {
    const dx = shift.x[i]!;
    const dy = shift.y[i]!;
    x[i]! += dx;
    y[i]! += dy;
    largest = Math.max(largest, dx * dx + dy * dy);
  }
  return Math.sqrt(largest);
}

/** What pushes one circle; summed from left to right, so that the sum does not depend on how the pairs were found. */
class Pushes {
  count = 0;
  readonly #by: number[] = [];
  readonly #x: number[] = [];
  readonly #y: number[] = [];

  clear(): void {
    this.count = 0;
  }

  add(by: number, x: number, y: number): void {
    this.#by[this.count] = by;
    this.#x[this.count] = x;
    this.#y[this.count++] = y;
  }

  /** @param places by which the circles that push stand in order, ties by number. */
  sumInto(shift: Positions, circle: number, places: Float64Array): void {
    if (this.count > 2) this.#sort(places);
    let x = 0;
    let y = 0;
    for (let at = 0; at < this.count; at++) {
      x += this.#x[at]!;
      y += this.#y[at]!;
    }
    shift.x[circle] = x;
    shift.y[circle] = y;
  }

  /** Insertion sort: a circle is pushed by a handful. */
  #sort(places: Float64Array): void {
    for (let at = 1; at < this.count; at++) {
      const by = this.#by[at]!;
      const x = this.#x[at]!;
      const y = this.#y[at]!;
      let hole = at;
      for (; hole > 0; hole--) {
        const before = this.#by[hole - 1]!;
        if (places[before]! < places[by]! || (places[before] === places[by] && before < by)) break;
        this.#by[hole] = before;
        this.#x[hole] = this.#x[hole - 1]!;
        this.#y[hole] = this.#y[hole - 1]!;
      }
      this.#by[hole] = by;
      this.#x[hole] = x;
      this.#y[hole] = y;
    }
  }
}

/** Larger circles first; each takes the free spot nearest to where it stands, along a spiral. */
function placeFreely({ x, y, radius }: Circles): void {
  const cell = 2 * largestOf(radius) + GAP;
  const grid = new Map<number, number[]>();
  const at = (value: number) => Math.floor(value / cell);
  const keyOf = (gx: number, gy: number) => gx * KEY_STEP + gy;
  const free = (i: number, px: number, py: number): boolean => {
    for (let gx = at(px) - 1; gx <= at(px) + 1; gx++) {
      for (let gy = at(py) - 1; gy <= at(py) + 1; gy++) {
        for (const j of grid.get(keyOf(gx, gy)) ?? []) {
          const min = radius[i]! + radius[j]! + GAP * 0.9;
          if ((px - x[j]!) ** 2 + (py - y[j]!) ** 2 < min * min) return false;
        }
      }
    }
    return true;
  };
  const order = Array.from({ length: x.length }, (_, i) => i).sort((a, b) => radius[b]! - radius[a]! || a - b);
  for (const i of order) {
    const startX = x[i]!;
    const startY = y[i]!;
    for (let step = 0; !free(i, x[i]!, y[i]!); step++) {
      const reach = (radius[i]! + GAP) * 0.5 * Math.sqrt(step + 1);
      x[i] = startX + reach * Math.cos(step * GOLDEN_ANGLE);
      y[i] = startY + reach * Math.sin(step * GOLDEN_ANGLE);
    }
    const key = keyOf(at(x[i]!), at(y[i]!));
    const held = grid.get(key);
    if (held === undefined) grid.set(key, [i]);
    else held.push(i);
  }
}

function largestOf(values: Float64Array): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, value);
  return largest;
}
