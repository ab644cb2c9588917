/**
 * Nodes and standing edges on a plain canvas: the first picture, before WebGL is there.
 *
 * Marks of one colour are drawn together, as paths of bounded length: filling a path takes longer than in proportion to
 * what is in it (100,000 marks in one: 11 seconds). Of a large map only the strongest edges are drawn.
 */
import type { MapIndex } from "../../data/map-index.ts";
import type { DrawnColumns } from "./drawn-columns.ts";
import { toScreenRadius, toScreenX, toScreenY, type Projection } from "../camera/projection.ts";
import { traceShape } from "./shapes.ts";

const MAX_EDGES = 6000;
/** Shapes in a path. */
const PATH_SIZE = 128;
/** Radius in pixels below which no shape can be told from a square. */
const SPECK = 1.6;

export function sketchMarks(
  context: CanvasRenderingContext2D,
  index: MapIndex,
  columns: DrawnColumns,
  view: Projection,
): void {
  context.clearRect(0, 0, view.width, view.height);
  sketchEdges(context, columns, view);
  sketchNodes(context, index, columns, view);
}

function sketchEdges(context: CanvasRenderingContext2D, { ends, endColors }: DrawnColumns, view: Projection): void {
  const lines = new Map<number, Path2D>();
  context.lineWidth = 1;
  const edges = Math.min(ends.length / 4, MAX_EDGES);
  const colors = new Uint32Array(endColors.buffer, endColors.byteOffset, 2 * edges);
  for (let edge = 0; edge < edges; edge++) {
    // Nearly equal colours are drawn together.
    const path = pathOf(lines, (colors[2 * edge]! & 0xf8f8f8f8) >>> 0);
    path.moveTo(toScreenX(view, ends[4 * edge]!), toScreenY(view, ends[4 * edge + 1]!));
    path.lineTo(toScreenX(view, ends[4 * edge + 2]!), toScreenY(view, ends[4 * edge + 3]!));
  }
  for (const [color, path] of lines) {
    context.strokeStyle = styleOf(color);
    context.stroke(path);
  }
}

function sketchNodes(
  context: CanvasRenderingContext2D,
  { x, y, size, shape, papers }: MapIndex,
  { nodes, nodeColors }: DrawnColumns,
  view: Projection,
): void {
  const outlines = new Map<number, Shapes>();
  const insides = new Map<number, Shapes>();
  const colors = new Uint32Array(nodeColors.buffer);
  for (const node of nodes) {
    const left = toScreenX(view, x[node]!);
    const top = toScreenY(view, y[node]!);
    const radius = toScreenRadius(view, size[node]!);
    if (left < -radius || top < -radius || left > view.width + radius || top > view.height + radius) continue;
    const line = node < papers ? Math.max(0.34 * radius, 1.1) : Math.min(0.3 * radius, 0.9);
    const inside = Math.max(0, radius - line);
    const add = radius < SPECK ? addSpeck : addShape;
    add(shapesOf(outlines, colors[2 * node]!), shape[node]!, left, top, radius);
    add(shapesOf(insides, colors[2 * node + 1]!), shape[node]!, left, top, inside);
  }
  for (const shapes of [outlines, insides]) {
    for (const [color, { specks, paths }] of shapes) {
      context.fillStyle = styleOf(color);
      for (let i = 0; i < specks.length; i += 3)
        context.fillRect(specks[i]!, specks[i + 1]!, specks[i + 2]!, specks[i + 2]!);
      for (const path of paths) context.fill(path);
    }
  }
}

/** What is drawn in one colour. */
interface Shapes {
  /** Left, top and side of squares. */
  readonly specks: number[];
  readonly paths: Path2D[];
  /** Shapes in the last path. */
  last: number;
}

function shapesOf(shapes: Map<number, Shapes>, color: number): Shapes {
  let found = shapes.get(color);
  if (!found) shapes.set(color, (found = { specks: [], paths: [], last: PATH_SIZE }));
  return found;
}

function addSpeck({ specks }: Shapes, _shape: number, x: number, y: number, radius: number): void {
  specks.push(x - radius, y - radius, 2 * radius);
}

function addShape(shapes: Shapes, shape: number, x: number, y: number, radius: number): void {
  if (shapes.last === PATH_SIZE) {
    shapes.paths.push(new Path2D());
    shapes.last = 0;
  }
  traceShape(shapes.paths.at(-1)!, shape, x, y, radius);
  shapes.last++;
}

function pathOf(paths: Map<number, Path2D>, color: number): Path2D {
  let path = paths.get(color);
  if (!path) paths.set(color, (path = new Path2D()));
  return path;
}

/** @param color four bytes, red the lowest, channels times alpha. */
function styleOf(color: number): string {
  const alpha = (color >>> 24) / 255;
  const channels = [color & 255, (color >> 8) & 255, (color >> 16) & 255].map((channel) =>
    Math.round(Math.min(255, channel / Math.max(alpha, 1e-3))),
  );
  return `rgba(${channels.join(",")},${alpha.toFixed(3)})`;
}
