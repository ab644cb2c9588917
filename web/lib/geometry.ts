/**
 * Points, circles and boxes, on the screen (pixels, y downwards) or on the map (its own units, y upwards).
 */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Circle extends Point {
  readonly radius: number;
}

/** Places of the four edges. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
