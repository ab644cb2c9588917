/**
 * Places and circles on the plane, in columns; in the map's own units.
 */
export interface Positions {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export interface Circles extends Positions {
  /** Above 0. */
  readonly radius: Float64Array;
}

/** In radians: points that each turn by it fill a disc evenly (Vogel 1979). */
export const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
