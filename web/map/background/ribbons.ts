/**
 * Ties between regions as a few broad ribbons under the nodes: what a map shows of its edges from afar.
 */
import { ribbonsOf, type Ribbon } from "../../data/between.ts";
import type { MapIndex } from "../../data/map-index.ts";
import { channelsOf, mix, nodeColor, toHex, type ColorScheme, type Rgb } from "../../lib/color.ts";
import type { Circle, Point } from "../../lib/geometry.ts";
import { NEUTRAL_COLOR } from "./land-layer.ts";
import { toScreen, type Axes, type Projection } from "../camera/projection.ts";

/** Where a ribbon runs, in pixels: from a point in one region by a bend to one in the other. */
export interface RibbonCurve {
  readonly from: Point;
  readonly bend: Point;
  readonly to: Point;
  readonly width: number;
}

export interface RibbonLook extends RibbonCurve {
  readonly color: string;
  readonly alpha: number;
}

/** Pixels of the widest, per pixel of the map's scale at first sight; of none more than these. */
const WIDEST = 13;
const NARROWEST = 2.5;
/** Share of a region's radius that lies between its middle and the ribbon's end. */
const INSIDE = 0.42;
/** How far a ribbon bends, as a share of its length. */
const BEND = 0.1;
const ALPHA = 0.25;
/** Zooms between which ribbons give way to edges. */
const FROM_ZOOM = 1.25;
const TO_ZOOM = 2.2;
/** Pixels beside a ribbon that still count as it for the mouse. */
const REACH = 3;

export class Ribbons {
  readonly #index: MapIndex;
  /** Middle and radius of every community. */
  readonly #circleOf: (community: number) => Circle | undefined;
  #colors: readonly string[] = [];

  constructor(index: MapIndex, circleOf: (community: number) => Circle | undefined) {
    this.#index = index;
    this.#circleOf = circleOf;
  }

  /** @param neutral whether all are grey */
  dress(scheme: ColorScheme, neutral: boolean): void {
    const own = (id: number): Rgb =>
      nodeColor(channelsOf(neutral ? NEUTRAL_COLOR : this.#index.communities.get(id)!.color), scheme);
    this.#colors = this.#all.map(({ a, b }) => toHex(mix(own(a), own(b), 0.5)));
  }

  /** Those on the screen; none where one has come near. @param zoom 1 when the whole map is in sight. */
  looks(view: Projection, zoom: number): readonly RibbonLook[] {
    const alpha = ALPHA * Math.max(0, Math.min(1, (TO_ZOOM - zoom) / (TO_ZOOM - FROM_ZOOM)));
    if (alpha === 0) return [];
    return this.#all.flatMap((ribbon, i) => {
      const curve = this.#curve(ribbon, view);
      return curve ? [{ ...curve, color: this.#colors[i]!, alpha }] : [];
    });
  }

  /** The ribbon under a pixel. */
  at(pixel: Point, view: Projection, zoom: number): Ribbon | undefined {
    if (zoom >= TO_ZOOM) return undefined;
    return this.#all.find((ribbon) => {
      const curve = this.#curve(ribbon, view);
      return curve !== undefined && distanceTo(curve, pixel) <= curve.width / 2 + REACH;
    });
  }

  get #all(): readonly Ribbon[] {
    return ribbonsOf(this.#index);
  }

  #curve({ a, b, uses }: Ribbon, view: Axes): RibbonCurve | undefined {
    const [one, other] = [this.#circleOf(a), this.#circleOf(b)];
    if (!one || !other) return undefined;
    const [start, end] = [toScreen(view, one), toScreen(view, other)];
    const scale = Math.abs(view.scaleX);
    const length = Math.hypot(end.x - start.x, end.y - start.y);
    const [out, into] = [(INSIDE * one.radius * scale) / length, 1 - (INSIDE * other.radius * scale) / length];
    if (!(out < into)) return undefined;
    const at = (share: number) => ({
      x: start.x + share * (end.x - start.x),
      y: start.y + share * (end.y - start.y),
    });
    const [from, to] = [at(out), at(into)];
    const bend = {
      x: (from.x + to.x) / 2 + (to.y - from.y) * BEND,
      y: (from.y + to.y) / 2 - (to.x - from.x) * BEND,
    };
    const most = this.#all[0]?.uses ?? 1;
    return { from, bend, to, width: Math.max(NARROWEST, WIDEST * Math.sqrt(uses / most)) };
  }
}

export function drawRibbons(context: CanvasRenderingContext2D, looks: readonly RibbonLook[]): void {
  context.lineCap = "round";
  for (const { from, bend, to, width, color, alpha } of looks) {
    context.globalAlpha = alpha;
    context.strokeStyle = color;
    context.lineWidth = width;
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
    context.stroke();
  }
  context.globalAlpha = 1;
  context.lineCap = "butt";
}

/** Pixels between a pixel and the curve. */
function distanceTo({ from, bend, to }: RibbonCurve, pixel: Point): number {
  let min = Infinity;
  for (let t = 0; t <= 1; t += 0.025) {
    const u = 1 - t;
    const x = u * u * from.x + 2 * u * t * bend.x + t * t * to.x;
    const y = u * u * from.y + 2 * u * t * bend.y + t * t * to.y;
    min = Math.min(min, Math.hypot(x - pixel.x, y - pixel.y));
  }
  return min;
}
