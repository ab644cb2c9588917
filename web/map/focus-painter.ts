/**
 * Draws the lit neighbourhood over the faded map: its cost is that of the neighbourhood, not of the map.
 */
import type { MapIndex } from "../data/map-index.ts";
import type { Focus } from "../state/focus.ts";
import { mix, toHex, type Ground, type Rgb } from "./colors.ts";
import type { Projection } from "./camera/projection.ts";
import { traceShape } from "./marks/shapes.ts";

const SMALLEST = 3;
/** How far an edge bows, as a share of its length. */
const BOW = 0.06;
/** Lit nodes from which on edges are drawn finer. */
const CROWD = 40;

export interface FocusLook {
  readonly ground: Ground;
  readonly colorOf: (node: number) => Rgb;
  readonly drawn: (node: number) => boolean;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Control point of the bowed line between two places. */
function bendOf(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2 + (b.y - a.y) * BOW, y: (a.y + b.y) / 2 - (b.x - a.x) * BOW };
}

/** Pixels between a place and the bowed line from `a` to `b`, near its ends not counted: nodes stand there. */
export function distanceToBow(a: Point, b: Point, place: Point): number {
  const bend = bendOf(a, b);
  let least = Infinity;
  for (let t = 0.06; t < 0.95; t += 0.02) {
    const u = 1 - t;
    const x = u * u * a.x + 2 * u * t * bend.x + t * t * b.x;
    const y = u * u * a.y + 2 * u * t * bend.y + t * t * b.y;
    least = Math.min(least, Math.hypot(x - place.x, y - place.y));
  }
  return least;
}

export function paintFocus(
  context: CanvasRenderingContext2D,
  index: MapIndex,
  focus: Focus,
  view: Projection,
  look: FocusLook,
): void {
  const { ground, colorOf } = look;
  const at = (node: number) =>
    [index.x[node]! * view.scaleX + view.shiftX, index.y[node]! * view.scaleY + view.shiftY] as const;
  const { center } = focus;
  // Many edges are drawn finer: together they would be a blot.
  const fine = Math.min(1, Math.sqrt(CROWD / focus.nodes.length));
  const draw = (from: number, to: number, strength: number) => {
    const [ax, ay] = at(from);
    const [bx, by] = at(to);
    const bend = bendOf({ x: ax, y: ay }, { x: bx, y: by });
    context.strokeStyle = toHex(mix(ground.paper, colorOf(to), (0.35 + 0.5 * strength) * (0.5 + 0.5 * fine)));
    context.lineWidth = 0.8 + 1.8 * strength * fine;
    context.beginPath();
    context.moveTo(ax, ay);
    // A slight bow keeps edges of one line apart.
    context.quadraticCurveTo(bend.x, bend.y, bx, by);
    context.stroke();
  };
  if (focus.links) for (const [from, to] of focus.links) draw(from, to, 0.8);
  else if (center !== undefined)
    focus.nodes.forEach((node, i) => node !== center && draw(center, node, focus.strength[i]!));
  for (let i = focus.nodes.length - 1; i >= 0; i--) {
    const node = focus.nodes[i]!;
    const [x, y] = at(node);
    if (!look.drawn(node)) continue;
    if (x < -50 || y < -50 || x > view.width + 50 || y > view.height + 50) continue;
    const radius = Math.max(SMALLEST, index.size[node]! * view.sizeScale) * (node === center ? 1.25 : 1);
    const paper = node < index.papers;
    const color = colorOf(node);
    context.beginPath();
    traceShape(context, index.shape[node]!, x, y, paper ? radius * 0.85 : radius);
    context.fillStyle = toHex(paper ? mix(ground.paper, color, 0.12) : color);
    context.fill();
    context.lineWidth = paper ? Math.max(1.2, radius * 0.3) : 1;
    context.strokeStyle = toHex(paper ? color : ground.paper);
    context.stroke();
    if (node !== center) continue;
    context.beginPath();
    context.arc(x, y, radius * 1.35 + 4, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = toHex(ground.ink);
    context.stroke();
  }
}
