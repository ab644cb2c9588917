/**
 * What the mouse and the finger mean on the map.
 *
 * Sigma tells which node lies under it; a click or a finger that just misses one finds the nearest.
 */
import type Sigma from "sigma";
import type { MouseCoords } from "sigma/types";
import type { MapIndex } from "../../data/map-index.ts";
import type { Focus } from "../../state/focus.ts";
import { between, pair, sameSelection, type Selection } from "../../state/view-state.ts";
import { distanceToCurve } from "../focus-painter.ts";
import type { Point } from "../../lib/geometry.ts";
import { nodeOnScreen, projectionOf } from "../camera/projection.ts";
import type { RegionNames } from "../names/region-names.ts";

/** Distances in pixels at which a click and a finger still find a node. */
const MOUSE_REACH = 6;
const TOUCH_REACH = 18;

export interface PointerTargets {
  readonly index: MapIndex;
  readonly sigma: Sigma;
  /** The node nearest to a pixel, at most so many pixels off. */
  readonly nodeAt: (pixel: Point, reach: number) => number | undefined;
  readonly regions: RegionNames;
  /** The ribbon between two communities at a pixel. */
  readonly ribbonAt: (pixel: Point) => { readonly a: number; readonly b: number } | undefined;
  readonly focus: () => Focus | undefined;
  readonly onHover: (target: Selection | undefined) => void;
  readonly onClick: (target: Selection | undefined) => void;
}

export class Pointer {
  readonly #map: PointerTargets;
  #hovered: Selection | undefined;
  /** Where the mouse was last; undefined: not on the map. */
  #last: MouseCoords | undefined;

  constructor(map: PointerTargets) {
    this.#map = map;
    this.#bind();
  }

  #bind(): void {
    const { sigma, onClick } = this.#map;
    sigma.on("enterNode", ({ node, event }) => {
      if (!isTouch(event)) this.#hover({ kind: "node", node: Number(node) });
    });
    sigma.on("leaveNode", () => this.#hover(undefined));
    sigma.on("leaveStage", () => {
      this.#last = undefined;
      this.#hover(undefined);
    });
    // Sigma has told of nodes by then.
    sigma.getMouseCaptor().on("mousemove", (pixel) => this.#moveTo(pixel));
    sigma.on("clickNode", ({ node }) => onClick({ kind: "node", node: Number(node) }));
    sigma.on("clickStage", ({ event }) => this.#clickAt(event, isTouch(event) ? TOUCH_REACH : MOUSE_REACH));
  }

  /** Other nodes are there now: what lies under the mouse is asked anew. */
  again(): void {
    if (this.#last) this.#map.sigma.getMouseCaptor().emit("mousemove", this.#last);
  }

  /** Names let the mouse through: whether it is over one is asked here. While all else is faded they do not count. */
  #moveTo(pixel: MouseCoords): void {
    this.#last = pixel;
    if (this.#hovered?.kind === "node") return;
    const isFaded = this.#map.focus() && this.#hovered?.kind !== "community" && this.#hovered?.kind !== "between";
    this.#hover(isFaded ? undefined : this.#placeAt(pixel));
  }

  /** The region whose name stands there, else the ribbon that runs there. */
  #placeAt(pixel: Point): Selection | undefined {
    const community = this.#map.regions.at(pixel);
    if (community !== undefined) return { kind: "community", community };
    const ribbon = this.#map.ribbonAt(pixel);
    return ribbon && between(ribbon.a, ribbon.b);
  }

  #hover(target: Selection | undefined): void {
    if (sameSelection(target, this.#hovered)) return;
    this.#hovered = target;
    this.#map.onHover(target);
  }

  #clickAt(pixel: Point, reach: number): void {
    const node = this.#map.nodeAt(pixel, reach);
    const across = node === undefined ? this.#litEdgeAt(pixel, reach) : undefined;
    if (node !== undefined) this.#map.onClick({ kind: "node", node });
    else if (across !== undefined) this.#map.onClick(pair(this.#map.focus()!.center!, across));
    else this.#map.onClick(this.#placeAt(pixel));
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

function isTouch({ original }: { readonly original: MouseEvent | TouchEvent }): boolean {
  return "touches" in original;
}
