/**
 * From the map's units to pixels on the screen: the map never turns, so two numbers per axis are enough.
 */
import type Sigma from "sigma";

export interface Projection {
  readonly scaleX: number;
  readonly shiftX: number;
  readonly scaleY: number;
  readonly shiftY: number;
  /** Pixels of a node's radius per unit of its size. */
  readonly sizeScale: number;
  readonly width: number;
  readonly height: number;
}

/** An area of the map, in its units; y upwards. */
export interface MapBox {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** Pixels kept free of the map at each side because something lies over it. */
export interface Insets {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const FAR = 1000;

export function projectionOf(sigma: Sigma): Projection {
  const origin = sigma.graphToViewport({ x: 0, y: 0 });
  const far = sigma.graphToViewport({ x: FAR, y: FAR });
  const { width, height } = sigma.getDimensions();
  return {
    scaleX: (far.x - origin.x) / FAR,
    shiftX: origin.x,
    scaleY: (far.y - origin.y) / FAR,
    shiftY: origin.y,
    sizeScale: sigma.scaleSize(1),
    width,
    height,
  };
}

/** Share of the window's height that is worth aiming at. */
const LEAST_SHARE = 0.28;

/** A card over nearly all of the window will be gone again: what it hides counts as free. */
export function aimedAt(insets: Insets, height: number): Insets {
  return height - insets.top - insets.bottom < LEAST_SHARE * height ? { ...insets, bottom: insets.top } : insets;
}

/** Where the camera must stand so that the box (in the map's units) fills what the insets leave. */
export function cameraFor(sigma: Sigma, box: MapBox, given: Insets, closest: number) {
  const { width, height } = sigma.getDimensions();
  const insets = aimedAt(given, height);
  const still = { x: 0.5, y: 0.5, angle: 0, ratio: 1 };
  const a = sigma.graphToViewport({ x: box.left, y: box.top }, { cameraState: still });
  const b = sigma.graphToViewport({ x: box.right, y: box.bottom }, { cameraState: still });
  const freeWidth = Math.max(80, width - insets.left - insets.right);
  const freeHeight = Math.max(80, height - insets.top - insets.bottom);
  const ratio = Math.max(closest, Math.abs(b.x - a.x) / freeWidth, Math.abs(b.y - a.y) / freeHeight);
  const target = sigma.viewportToFramedGraph({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, { cameraState: still });
  // The free area's middle is off the window's middle by this much.
  const offX = (insets.left - insets.right) / 2;
  const offY = (insets.top - insets.bottom) / 2;
  const middle = sigma.viewportToFramedGraph({ x: width / 2, y: height / 2 }, { cameraState: { ...still, ratio } });
  const moved = sigma.viewportToFramedGraph(
    { x: width / 2 - offX, y: height / 2 - offY },
    { cameraState: { ...still, ratio } },
  );
  return { x: target.x + moved.x - middle.x, y: target.y + moved.y - middle.y, angle: 0, ratio };
}
