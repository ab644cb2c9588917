/**
 * Draws the lit neighbourhood over the faded map: its cost is that of the neighbourhood, not of the map.
 */
import type { MapIndex } from "../data/map-index.ts";
import type { Focus } from "../state/focus.ts";
import { mix, toHex, type ColorScheme, type Rgb } from "../lib/color.ts";
import type { Point } from "../lib/geometry.ts";
import { nodeOnScreen, type Projection } from "./camera/projection.ts";
import { traceShape } from "./drawing/shapes.ts";

/** Pixels of radius that a lit node is drawn with at least. */
const MIN_LIT_RADIUS = 3;
/** How far an edge bends, as a share of its length. */
const BEND = 0.06;
/** Pixels of an arrow's length, beside the line's width, and of the shortest curve that has one. */
const ARROW = 6;
const MIN_ARROW = 14;
/** Lit nodes from which on edges are drawn finer. */
const CROWD = 40;

export interface FocusLook {
  readonly scheme: ColorScheme;
  readonly colorOf: (node: number) => Rgb;
  readonly drawn: (node: number) => boolean;
}

/** Control point of the curve between two pixels. */
function bendOf(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2 + (b.y - a.y) * BEND, y: (a.y + b.y) / 2 - (b.x - a.x) * BEND };
}

/** Pixels between a pixel and the curve from `a` to `b`; the ends are left out, nodes stand there. */
export function distanceToCurve(a: Point, b: Point, pixel: Point): number {
  const bend = bendOf(a, b);
  let min = Infinity;
  for (let t = 0.06; t < 0.95; t += 0.02) {
    const u = 1 - t;
    const x = u * u * a.x + 2 * u * t * bend.x + t * t * b.x;
    const y = u * u * a.y + 2 * u * t * bend.y + t * t * b.y;
    min = Math.min(min, Math.hypot(x - pixel.x, y - pixel.y));
  }
  return min;
}

export function paintFocus(
  context: CanvasRenderingContext2D,
  index: MapIndex,
  focus: Focus,
  view: Projection,
  look: FocusLook,
): void {
  const { scheme, colorOf } = look;
  const at = (node: number) => nodeOnScreen(view, index, node);
  const { center } = focus;
  // Many edges are drawn finer: together they would hide one another.
  const fine = Math.min(1, Math.sqrt(CROWD / focus.nodes.length));
  const draw = (from: number, to: number, strength: number) => {
    const [a, b] = [at(from), at(to)];
    const bend = bendOf(a, b);
    context.strokeStyle = toHex(mix(scheme.paper, colorOf(to), (0.35 + 0.5 * strength) * (0.5 + 0.5 * fine)));
    context.lineWidth = 0.8 + 1.8 * strength * fine;
    context.beginPath();
    context.moveTo(a.x, a.y);
    // A slight bend keeps edges in one line apart.
    context.quadraticCurveTo(bend.x, bend.y, b.x, b.y);
    context.stroke();
    return { a, b, bend };
  };
  /** At the far end of a curve that comes from `bend`. */
  const head = (bend: Point, end: Point & { readonly radius: number }, drawnWith: number) => {
    const [dx, dy] = [end.x - bend.x, end.y - bend.y];
    const length = Math.hypot(dx, dy);
    if (length < MIN_ARROW) return;
    const [ux, uy] = [dx / length, dy / length];
    const tip = Math.max(MIN_LIT_RADIUS, end.radius) + 2;
    const size = ARROW + drawnWith;
    const [x, y] = [end.x - ux * tip, end.y - uy * tip];
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x - ux * size - uy * size * 0.5, y - uy * size + ux * size * 0.5);
    context.lineTo(x - ux * size + uy * size * 0.5, y - uy * size - ux * size * 0.5);
    context.closePath();
    context.fillStyle = context.strokeStyle;
    context.fill();
  };
  if (focus.links) for (const [from, to] of focus.links) draw(from, to, 0.8);
  else if (center !== undefined)
    focus.nodes.forEach((node, i) => {
      if (node === center) return;
      const { a, b, bend } = draw(center, node, focus.strength[i]!);
      const direction = focus.direction?.[i] ?? 0;
      if (direction > 0) head(bend, b, context.lineWidth);
      if (direction < 0 || direction === 2) head(bend, a, context.lineWidth);
    });
  for (let i = focus.nodes.length - 1; i >= 0; i--) {
    const node = focus.nodes[i]!;
    const { x, y, radius: drawn } = at(node);
    if (!look.drawn(node)) continue;
    if (x < -50 || y < -50 || x > view.width + 50 || y > view.height + 50) continue;
    const radius = Math.max(MIN_LIT_RADIUS, drawn) * (node === center ? 1.25 : 1);
    const paper = node < index.papers;
    const color = colorOf(node);
    context.beginPath();
    traceShape(context, index.shape[node]!, x, y, paper ? radius * 0.85 : radius);
    context.fillStyle = toHex(paper ? mix(scheme.paper, color, 0.12) : color);
    context.fill();
    context.lineWidth = paper ? Math.max(1.2, radius * 0.3) : 1;
    context.strokeStyle = toHex(paper ? color : scheme.paper);
    context.stroke();
    if (node !== center) continue;
    context.beginPath();
    context.arc(x, y, radius * 1.35 + 4, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = toHex(scheme.ink);
    context.stroke();
  }
}
