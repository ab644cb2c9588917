/**
 * Nodes and standing edges on a plain canvas: the first picture, before WebGL is there.
 *
 * Marks and lines of one colour are one path each; of a large map only the strongest edges are drawn.
 */
import type { MapIndex } from "../../data/map-index.ts";
import type { DrawnColumns } from "./drawn-columns.ts";
import { toScreenRadius, toScreenX, toScreenY, type Projection } from "../camera/projection.ts";
import { traceShape } from "./shapes.ts";

const MAX_EDGES = 6000;

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
  const outlines = new Map<number, Path2D>();
  const insides = new Map<number, Path2D>();
  const colors = new Uint32Array(nodeColors.buffer);
  for (const node of nodes) {
    const left = toScreenX(view, x[node]!);
    const top = toScreenY(view, y[node]!);
    const radius = toScreenRadius(view, size[node]!);
    if (left < -radius || top < -radius || left > view.width + radius || top > view.height + radius) continue;
    const line = node < papers ? Math.max(0.34 * radius, 1.1) : Math.min(0.3 * radius, 0.9);
    traceShape(pathOf(outlines, colors[2 * node]!), shape[node]!, left, top, radius);
    traceShape(pathOf(insides, colors[2 * node + 1]!), shape[node]!, left, top, radius - line);
  }
  for (const paths of [outlines, insides]) {
    for (const [color, path] of paths) {
      context.fillStyle = styleOf(color);
      context.fill(path);
    }
  }
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
