/**
 * What the mouse and the finger mean on the map.
 *
 * Sigma keeps moving the camera; what lies under the mouse is asked of a k-d tree instead of its picture.
 */
import type Sigma from "sigma";
import type { MapIndex } from "../../data/map-index.ts";
import type { Focus } from "../../state/focus.ts";
import { pair, sameSelection, type Selection } from "../../state/view-state.ts";
import { distanceToCurve } from "../focus-painter.ts";
import type { NodeFinder } from "./node-finder.ts";
import type { Point } from "../../lib/geometry.ts";
import { nodeOnScreen, projectionOf } from "../camera/projection.ts";
import type { RegionNames } from "../names/region-names.ts";

/** Distances in pixels at which the mouse, a click and a finger still find a node. */
const HOVER_REACH = 2;
const MOUSE_REACH = 6;
const TOUCH_REACH = 18;
/** Sigma answers these by reading its picture back; here they are answered otherwise, or not needed. */
const MOUSE_EVENTS = [
  "mousemove",
  "mousemovebody",
  "click",
  "rightClick",
  "doubleClick",
  "wheel",
  "mousedown",
  "mouseup",
  "mouseleave",
  "mouseenter",
] as const;
const TOUCH_EVENTS = ["touchdown", "touchup", "touchmove", "tap", "doubletap"] as const;

export interface PointerTargets {
  readonly index: MapIndex;
  readonly sigma: Sigma;
  readonly finder: () => NodeFinder;
  readonly regions: RegionNames;
  readonly focus: () => Focus | undefined;
  readonly drawn: (node: number) => boolean;
  readonly onHover: (target: Selection | undefined) => void;
  readonly onClick: (target: Selection | undefined) => void;
}

export class Pointer {
  readonly #map: PointerTargets;
  #hovered: Selection | undefined;

  constructor(map: PointerTargets) {
    this.#map = map;
    this.#bind();
  }

  #bind(): void {
    const { sigma } = this.#map;
    const [mouse, touch] = [sigma.getMouseCaptor(), sigma.getTouchCaptor()];
    for (const event of MOUSE_EVENTS) mouse.removeAllListeners(event);
    for (const event of TOUCH_EVENTS) touch.removeAllListeners(event);
    mouse.on("mousemove", (event) => this.#moveTo(event));
    mouse.on("mouseleave", () => this.#hover(undefined));
    mouse.on("click", (event) => this.#clickAt(event, MOUSE_REACH));
    touch.on("tap", ({ touches, previousTouches }) => {
      const finger = touches[0] ?? previousTouches[0];
      if (finger) this.#clickAt(finger, TOUCH_REACH);
    });
  }

  #moveTo(pixel: Point): void {
    const node = this.#map.finder().at(pixel, HOVER_REACH, projectionOf(this.#map.sigma), this.#map.drawn);
    if (node !== undefined) this.#hover({ kind: "node", node });
    else {
      // Names let the mouse through: whether it is over one is asked here. While all else is faded they do not count.
      const community =
        this.#map.focus() && this.#hovered?.kind !== "community" ? undefined : this.#map.regions.at(pixel);
      this.#hover(community === undefined ? undefined : { kind: "community", community });
    }
  }

  #hover(target: Selection | undefined): void {
    if (sameSelection(target, this.#hovered)) return;
    this.#hovered = target;
    this.#map.onHover(target);
  }

  #clickAt(pixel: Point, reach: number): void {
    const node = this.#map.finder().at(pixel, reach, projectionOf(this.#map.sigma), this.#map.drawn);
    const across = node === undefined ? this.#litEdgeAt(pixel, reach) : undefined;
    const community = this.#map.regions.at(pixel);
    if (node !== undefined) this.#map.onClick({ kind: "node", node });
    else if (across !== undefined) this.#map.onClick(pair(this.#map.focus()!.center!, across));
    else this.#map.onClick(community === undefined ? undefined : { kind: "community", community });
  }

  /** The far end of the lit edge under the mouse. */
  #litEdgeAt(pixel: Point, reach: number): number | undefined {
    const { center, nodes } = this.#map.focus() ?? {};
    if (center === undefined || !nodes || this.#map.focus()?.links) return undefined;
    const view = projectionOf(this.#map.sigma);
    const at = (node: number) => nodeOnScreen(view, this.#map.index, node);
    const from = at(center);
    let best: number | undefined;
    let min = reach;
    for (const node of nodes) {
      const distance = node === center ? Infinity : distanceToCurve(from, at(node), pixel);
      if (distance < min) {
        min = distance;
        best = node;
      }
    }
    return best;
  }
}
