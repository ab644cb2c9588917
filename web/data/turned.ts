/**
 * A wide map in a tall window is turned by a quarter, clockwise, so that it has the height. Links tell places of the map as the
 * document has it.
 */
import type { Point } from "../lib/geometry.ts";

/** How much wider than high a map is, at least, that is worth turning. */
const WIDE = 1.1;

interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export function isWide({ x, y }: Places): boolean {
  const length = (values: Float64Array) => {
    const [low, high] = values.reduce(
      ([a, b], value) => [Math.min(a, value), Math.max(b, value)],
      [Infinity, -Infinity],
    );
    return high - low;
  };
  return length(x) > WIDE * length(y);
}

export function turned({ x, y }: Places): Places {
  return { x: y, y: x.map((value) => -value) };
}

export function turnedPoint({ x, y }: Point): Point {
  return { x: y, y: -x };
}

/** And back. */
export function straight({ x, y }: Point): Point {
  return { x: -y, y: x };
}

/** A place of the camera, 0…1 across the map, in the turned map. */
export function turnedPlace<P extends Point>(place: P): P {
  return { ...place, x: place.y, y: 1 - place.x };
}

/** And back. */
export function straightPlace<P extends Point>(place: P): P {
  return { ...place, x: 1 - place.y, y: place.x };
}
