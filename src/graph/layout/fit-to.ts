/**
 * A map turned, mirrored and shifted so that it lies on an earlier one as well as it can: the orthogonal Procrustes
 * problem (Schönemann 1966) in the plane.
 */
import type { Positions } from "./circles.ts";

/** @param map is changed in place. @param target per node where it should be; NaN where nothing is known. */
export function fitTo(map: Positions, target: Positions): void {
  const known = Array.from(target.x.keys()).filter((i) => !Number.isNaN(target.x[i]!));
  if (known.length < 2) return;
  const from = meanOf(map, known);
  const to = meanOf(target, known);
  /** Of turning as it is, and of turning its mirror image: sums of products. */
  const turn = { cos: 0, sin: 0 };
  const mirror = { cos: 0, sin: 0 };
  for (const i of known) {
    const [x, y] = [map.x[i]! - from.x, map.y[i]! - from.y];
    const [u, v] = [target.x[i]! - to.x, target.y[i]! - to.y];
    turn.cos += x * u + y * v;
    turn.sin += x * v - y * u;
    mirror.cos += x * u - y * v;
    mirror.sin += x * v + y * u;
  }
  const isMirrored = Math.hypot(mirror.cos, mirror.sin) > Math.hypot(turn.cos, turn.sin);
  const { cos, sin } = isMirrored ? mirror : turn;
  const size = Math.hypot(cos, sin);
  if (size === 0) return;
  const sign = isMirrored ? -1 : 1;
  for (let i = 0; i < map.x.length; i++) {
    const [x, y] = [map.x[i]! - from.x, sign * (map.y[i]! - from.y)];
    map.x[i] = to.x + (x * cos - y * sin) / size;
    map.y[i] = to.y + (x * sin + y * cos) / size;
  }
}

function meanOf({ x, y }: Positions, nodes: readonly number[]): { x: number; y: number } {
  const sum = { x: 0, y: 0 };
  for (const i of nodes) {
    sum.x += x[i]!;
    sum.y += y[i]!;
  }
  return { x: sum.x / nodes.length, y: sum.y / nodes.length };
}
