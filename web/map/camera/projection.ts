/**
 * From the map's units to pixels on the screen: the map never turns, so two numbers per axis are enough.
 */
import type Sigma from "sigma";
import type { Box, Circle, Point } from "../../lib/geometry.ts";

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

/** Pixels kept free of the map at each side because something lies over it. */
export interface Insets {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pixels of radius that every node is drawn with at least. */
export const MIN_RADIUS = 1.5;

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

/** Scale and shift of both axes, in pixels per unit of the map and pixels. */
export type Axes = Pick<Projection, "scaleX" | "shiftX" | "scaleY" | "shiftY">;

/** @param x in the map's units. */
export function toScreenX({ scaleX, shiftX }: Pick<Axes, "scaleX" | "shiftX">, x: number): number {
  return x * scaleX + shiftX;
}

/** @param y in the map's units, upwards. */
export function toScreenY({ scaleY, shiftY }: Pick<Axes, "scaleY" | "shiftY">, y: number): number {
  return y * scaleY + shiftY;
}

/** From the map's units to pixels. */
export function toScreen(view: Axes, { x, y }: Point): Point {
  return { x: toScreenX(view, x), y: toScreenY(view, y) };
}

/** From pixels to the map's units. */
export function toMap({ scaleX, shiftX, scaleY, shiftY }: Axes, { x, y }: Point): Point {
  return { x: (x - shiftX) / scaleX, y: (y - shiftY) / scaleY };
}

/** Pixels of radius that a node of this size is drawn with. */
export function toScreenRadius({ sizeScale }: Pick<Projection, "sizeScale">, size: number): number {
  return Math.max(MIN_RADIUS, size * sizeScale);
}

/** Columns of the map's nodes. */
interface Nodes {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly size: ArrayLike<number>;
}

/** Where a node is drawn, in pixels, and how large. */
export function nodeOnScreen(view: Projection, { x, y, size }: Nodes, node: number): Circle {
  return {
    x: toScreenX(view, x[node]!),
    y: toScreenY(view, y[node]!),
    radius: toScreenRadius(view, size[node]!),
  };
}

/** Share of the window's height that is worth aiming at. */
const MIN_SHARE = 0.28;

/** A card over nearly all of the window will be gone again: what it hides counts as free. */
export function aimedAt(insets: Insets, height: number): Insets {
  return height - insets.top - insets.bottom < MIN_SHARE * height ? { ...insets, bottom: insets.top } : insets;
}

/** Where the camera must stand so that the box (in the map's units) fills what the insets leave. */
export function cameraFor(sigma: Sigma, box: Box, given: Insets, closest: number) {
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
