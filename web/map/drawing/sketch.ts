/**
 * The marks of nodes on a 2D canvas: the first picture of a map, until Sigma has its nodes. Without a graphics card WebGL
 * takes half a second for what this does in a few milliseconds.
 */
import type { MapIndex } from "../../data/map-index.ts";
import { mix, toHex, type Rgb } from "../../lib/color.ts";
import { nodeOnScreen, type Projection } from "../camera/projection.ts";
import type { LabelRank } from "../names/label-rank.ts";
import { inkOf, type Appearance } from "./appearance.ts";
import { traceShape } from "./shapes.ts";

/** Papers, and terms, that are drawn at most. */
const MOST = 2000;

/** @param drawn whether filters and distance leave a node */
export function drawSketch(
  context: CanvasRenderingContext2D,
  index: MapIndex,
  { papers, terms }: Pick<LabelRank, "papers" | "terms">,
  view: Projection,
  { scheme, colorOf }: Appearance,
  drawn: (node: number) => boolean,
): void {
  // Terms lie over papers.
  for (const nodes of [papers, terms]) {
    const isPaper = nodes === papers;
    const inked = inks(scheme.paper, isPaper);
    let left = MOST;
    for (const node of nodes) {
      if (left === 0) break;
      if (!drawn(node)) continue;
      left--;
      const { x, y, radius } = nodeOnScreen(view, index, node);
      if (x < -radius || y < -radius || x > view.width + radius || y > view.height + radius) continue;
      const { line, fill } = inked(colorOf(node));
      const width = isPaper ? Math.max(1.1, 0.34 * radius) : Math.min(0.9, 0.3 * radius);
      context.beginPath();
      traceShape(context, index.shape[node]!, x, y, radius - width / 2);
      context.fillStyle = fill;
      context.fill();
      context.lineWidth = width;
      context.strokeStyle = line;
      context.stroke();
    }
  }
}

/** Outline and inside by colour, each made once. */
function inks(paper: Rgb, isPaper: boolean): (color: Rgb) => { readonly line: string; readonly fill: string } {
  const shares = inkOf(isPaper);
  const made = new Map<Rgb, { readonly line: string; readonly fill: string }>();
  return (color) => {
    let ink = made.get(color);
    if (!ink) {
      ink = { line: toHex(mix(paper, color, shares.line)), fill: toHex(mix(paper, color, shares.fill)) };
      made.set(color, ink);
    }
    return ink;
  };
}
