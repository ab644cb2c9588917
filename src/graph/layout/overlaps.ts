/**
 * Moves circles apart until none overlaps. Deterministic: order is by number, nothing is drawn at random.
 */
import { type Circles, GOLDEN_ANGLE } from "./circles.ts";

/** Free space kept between two circles; larger than what rounding can eat. */
const GAP = 0.5;

/** Moves circles in place: pushes pairs apart for up to `rounds`, then finds a free spot for all that still overlap. */
export function removeOverlaps(circles: Circles, rounds = 80): void {
  if (!relax(circles, rounds)) placeFreely(circles);
}

/** Pushes overlapping pairs apart for up to `rounds`; true when none is left. */
export function relax(circles: Circles, rounds: number): boolean {
  const order = orderByX(circles.x);
  for (let round = 0; round < rounds; round++) if (!pushApart(circles, order)) return true;
  return false;
}

/** Number of pairs that overlap. */
export function countOverlaps(circles: Circles): number {
  let overlaps = 0;
  forEachClosePair(circles, orderByX(circles.x), 0, (i, j, distance) => {
    if (distance < circles.radius[i]! + circles.radius[j]!) overlaps++;
  });
  return overlaps;
}

/** One round for all pairs that overlap. @param order of the circles by x, mended in place. */
function pushApart({ x, y, radius }: Circles, order: Int32Array): boolean {
  const shiftX = new Float64Array(x.length);
  const shiftY = new Float64Array(x.length);
  sortByX(order, x);
  let moved = false;
  forEachClosePair({ x, y, radius }, order, GAP, (i, j, distance) => {
    const missing = radius[i]! + radius[j]! + GAP - distance;
    if (missing <= 1e-9) return;
    moved = true;
    const share = radius[j]! / (radius[i]! + radius[j]!);
    const push = missing * 0.55;
    // Two circles on one spot part in a direction fixed by their numbers.
    const isSame = distance <= 1e-9;
    const angle = isSame ? (i * 31 + j) * GOLDEN_ANGLE : 0;
    const alongX = push * (isSame ? Math.cos(angle) : (x[j]! - x[i]!) / distance);
    const alongY = push * (isSame ? Math.sin(angle) : (y[j]! - y[i]!) / distance);
    shiftX[i]! -= alongX * share;
    shiftY[i]! -= alongY * share;
    shiftX[j]! += alongX * (1 - share);
    shiftY[j]! += alongY * (1 - share);
  });
  for (let i = 0; i < x.length; i++) {
    x[i]! += shiftX[i]!;
    y[i]! += shiftY[i]!;
  }
  return moved;
}

/** Larger circles first; each takes the free spot nearest to where it stands, along a spiral. */
function placeFreely({ x, y, radius }: Circles): void {
  const cell = 2 * largestOf(radius) + GAP;
  const grid = new Map<string, number[]>();
  const at = (value: number) => Math.floor(value / cell);
  const free = (i: number, px: number, py: number): boolean => {
    for (let gx = at(px) - 1; gx <= at(px) + 1; gx++) {
      for (let gy = at(py) - 1; gy <= at(py) + 1; gy++) {
        for (const j of grid.get(`${gx},${gy}`) ?? []) {
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
    const key = `${at(x[i]!)},${at(y[i]!)}`;
    const held = grid.get(key);
    if (held === undefined) grid.set(key, [i]);
    else held.push(i);
  }
}

/** Numbers of the circles by x, ties by number. */
function orderByX(x: Float64Array): Int32Array {
  return Int32Array.from({ length: x.length }, (_, i) => i).sort((a, b) => x[a]! - x[b]! || a - b);
}

/** Insertion sort: from one round to the next little changes. */
function sortByX(order: Int32Array, x: Float64Array): void {
  for (let at = 1; at < order.length; at++) {
    const i = order[at]!;
    let hole = at;
    for (; hole > 0; hole--) {
      const before = order[hole - 1]!;
      if (x[before]! < x[i]! || (x[before] === x[i] && before < i)) break;
      order[hole] = before;
    }
    order[hole] = i;
  }
}

/** Visits each pair of circles that may be closer than the sum of their radii plus `gap` once, `i < j`. */
function forEachClosePair(
  { x, y, radius }: Circles,
  order: Int32Array,
  gap: number,
  visit: (i: number, j: number, distance: number) => void,
): void {
  const largest = largestOf(radius);
  // Sweep along x: only circles within the reach of the two largest can touch.
  for (let a = 0; a < order.length; a++) {
    const i = order[a]!;
    const reach = radius[i]! + largest + gap;
    for (let b = a + 1; b < order.length; b++) {
      const j = order[b]!;
      const dx = x[j]! - x[i]!;
      if (dx > reach) break;
      const limit = radius[i]! + radius[j]! + gap;
      const dy = y[j]! - y[i]!;
      if (dx > limit || dy > limit || dy < -limit) continue;
      const distance = Math.sqrt(dx * dx + dy * dy);
      if (distance < limit) visit(Math.min(i, j), Math.max(i, j), distance);
    }
  }
}

function largestOf(values: Float64Array): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, value);
  return largest;
}
