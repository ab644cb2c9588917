/**
 * Where the camera stands, and every move of it: it keeps what is looked at in the part of the window that is free.
 */
import type Sigma from "sigma";
import type { MapIndex } from "../../data/map-index.ts";
import type { Camera } from "../../state/permalink.ts";
import type { Box, Circle, Point } from "../../lib/geometry.ts";
import { aimedAt, cameraFor, type Insets } from "./projection.ts";

export const CLOSEST = 0.012;
/** Free space around the map, of its longer side. */
const MARGIN = 0.025;
/** Zooms between which edges appear. */
const EDGES_FROM = 1.6;
const EDGES_FULL = 3.5;

export class CameraMoves {
  readonly #index: MapIndex;
  readonly #sigma: Sigma;
  readonly #box: Box;
  /** Where it stood when it last showed the whole map. */
  #home: Camera | undefined;
  /** Of the window, when the insets were set. */
  #size = "";
  #insets: Insets = { left: 0, top: 0, right: 0, bottom: 0 };
  #homeRatio = 1;
  #still = false;

  /** @param box what the whole map covers, in its units. */
  constructor(index: MapIndex, sigma: Sigma, box: Box) {
    this.#index = index;
    this.#sigma = sigma;
    this.#box = box;
  }

  get insets(): Insets {
    return this.#insets;
  }

  /**
   * A whole map stays whole when a table rises from below or the window changes; a panel at the side does not move what
   * was clicked.
   */
  set insets(insets: Insets) {
    const before = this.#insets;
    const wasHome = this.isHome;
    this.#insets = insets;
    this.#homeRatio = cameraFor(this.#sigma, this.#box, insets, CLOSEST).ratio;
    const { width, height } = this.#sigma.getDimensions();
    const size = `${width} ${height}`;
    const resized = this.#size !== "" && this.#size !== size;
    this.#size = size;
    if (wasHome && (resized || before.bottom !== insets.bottom || before.top !== insets.top)) this.goHome();
  }

  /** The part of the window that no card covers, in pixels. */
  get free(): Box {
    const { left, top, right, bottom } = this.#insets;
    const { width, height } = this.#sigma.getDimensions();
    return { left, top, right: width - right, bottom: height - bottom };
  }

  /** 0…1: hundreds of edges say nothing from afar, they come with the names of nodes. */
  get edgesAlpha(): number {
    return Math.max(0, Math.min(1, (this.zoom - EDGES_FROM) / (EDGES_FULL - EDGES_FROM)));
  }

  /** Whether it stands where it last showed the whole map. */
  get isHome(): boolean {
    return this.#home !== undefined && near(this.camera, this.#home);
  }

  /** 1 when the whole map is in sight. */
  get zoom(): number {
    return this.#homeRatio / this.#sigma.getCamera().ratio;
  }

  /** No animation: for readers who asked for less motion, and for tests. */
  setStill(still: boolean): void {
    this.#still = still;
  }

  goHome(animated = true): void {
    this.#home = cameraFor(this.#sigma, this.#box, this.#insets, CLOSEST);
    this.#go(this.#home, animated);
  }

  flyTo(camera: Camera): void {
    this.#go(camera, true);
  }

  flyToNode(node: number): void {
    const { x, y } = this.#index;
    const around = { left: x[node]!, right: x[node]!, bottom: y[node]!, top: y[node]! };
    const ratio = Math.min(this.#sigma.getCamera().ratio, this.#homeRatio / 3.2);
    this.#go(cameraFor(this.#sigma, around, this.#insets, ratio), true);
  }

  /** Shows these nodes together. */
  flyToNodes(nodes: readonly number[]): void {
    const { x, y } = this.#index;
    const xs = nodes.map((node) => x[node]!);
    const ys = nodes.map((node) => y[node]!);
    const box = { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
    const margin = 0.25 * Math.max(box.right - box.left, box.top - box.bottom);
    const wide = {
      left: box.left - margin,
      right: box.right + margin,
      bottom: box.bottom - margin,
      top: box.top + margin,
    };
    this.#go(cameraFor(this.#sigma, wide, this.#insets, this.#homeRatio / 4), true);
  }

  /** Brings a node into the free part of the window, if it is not there already. */
  reveal(node: number): void {
    const { x, y } = this.positionOf(node);
    const { width, height } = this.#sigma.getDimensions();
    const { left, top, right, bottom } = aimedAt(this.#insets, height);
    if (x > left + 20 && x < width - right - 20 && y > top + 20 && y < height - bottom - 20) return;
    const at = {
      left: this.#index.x[node]!,
      right: this.#index.x[node]!,
      bottom: this.#index.y[node]!,
      top: this.#index.y[node]!,
    };
    this.#go(cameraFor(this.#sigma, at, this.#insets, this.#sigma.getCamera().ratio), true);
  }

  /** @param circle in the map's units. */
  flyToCircle({ x, y, radius }: Circle, animated = true): void {
    const box = { left: x - radius, right: x + radius, bottom: y - radius, top: y + radius };
    this.#go(cameraFor(this.#sigma, box, this.#insets, CLOSEST), animated);
  }

  zoomBy(factor: number): void {
    const camera = this.#sigma.getCamera();
    const { width, height } = this.#sigma.getDimensions();
    const { left, top, right, bottom } = this.#insets;
    const middle = { x: (left + width - right) / 2, y: (top + height - bottom) / 2 };
    this.#go(this.#sigma.getViewportZoomedState(middle, camera.getBoundedRatio(camera.ratio / factor)), true);
  }

  panBy(dx: number, dy: number): void {
    const { width, height } = this.#sigma.getDimensions();
    const a = this.#sigma.viewportToFramedGraph({ x: width / 2, y: height / 2 });
    const b = this.#sigma.viewportToFramedGraph({ x: width / 2 + dx, y: height / 2 + dy });
    const state = this.#sigma.getCamera().getState();
    this.#go({ ...state, x: state.x + b.x - a.x, y: state.y + b.y - a.y }, true);
  }

  /** Where it stands. */
  get camera(): Camera {
    const { x, y, ratio } = this.#sigma.getCamera().getState();
    return { x, y, ratio };
  }

  set camera(state: Camera) {
    this.#sigma.getCamera().setState({ ...state, angle: 0 });
  }

  /** Where a node stands in the window; for tests and for walking by keys. */
  positionOf(node: number): Point {
    return this.#sigma.graphToViewport({ x: this.#index.x[node]!, y: this.#index.y[node]! });
  }

  #go(state: Camera, animated: boolean): void {
    const camera = this.#sigma.getCamera();
    if (this.#still || !animated) camera.setState({ ...state, angle: 0 });
    else void camera.animate({ ...state, angle: 0 }, { duration: 450, easing: "cubicInOut" });
  }
}

function near(a: Camera, b: Camera): boolean {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y) + Math.abs(a.ratio - b.ratio) < 1e-3;
}

/** What the middles of all nodes cover. */
export function centers({ count, x, y }: MapIndex): Box {
  const box = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
  for (let node = 0; node < count; node++) {
    box.left = Math.min(box.left, x[node]!);
    box.right = Math.max(box.right, x[node]!);
    box.bottom = Math.min(box.bottom, y[node]!);
    box.top = Math.max(box.top, y[node]!);
  }
  return count > 0 ? box : { left: 0, right: 1, bottom: 0, top: 1 };
}

/** What all nodes cover, with a margin. */
export function extent(index: MapIndex): Box {
  const box = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
  for (let node = 0; node < index.count; node++) {
    const r = index.size[node]!;
    box.left = Math.min(box.left, index.x[node]! - r);
    box.right = Math.max(box.right, index.x[node]! + r);
    box.bottom = Math.min(box.bottom, index.y[node]! - r);
    box.top = Math.max(box.top, index.y[node]! + r);
  }
  if (!Number.isFinite(box.left)) return { left: -1, right: 1, bottom: -1, top: 1 };
  const margin = MARGIN * Math.max(box.right - box.left, box.top - box.bottom);
  return { left: box.left - margin, right: box.right + margin, bottom: box.bottom - margin, top: box.top + margin };
}
