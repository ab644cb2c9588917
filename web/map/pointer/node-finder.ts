/**
 * Which node lies under a pixel of the window, from a k-d tree over the map: no picture is read back from the graphics card,
 * which costs a tenth of a second and more per mouse move where there is none.
 */
import KDBush from "kdbush";
import type { MapIndex } from "../../data/map-index.ts";
import type { Point } from "../../lib/geometry.ts";
import { nodeOnScreen, toMap, toScreenRadius, type Projection } from "../camera/projection.ts";

export class NodeFinder {
  readonly #index: MapIndex;
  readonly #tree: KDBush;
  readonly #maxSize: number;

  constructor(index: MapIndex) {
    this.#index = index;
    this.#tree = new KDBush(index.count);
    for (let node = 0; node < index.count; node++) this.#tree.add(index.x[node]!, index.y[node]!);
    this.#tree.finish();
    this.#maxSize = index.size.reduce((max, size) => Math.max(max, size), 0);
  }

  /** The node whose edge is nearest to the pixel and at most `reach` pixels off; inside a node counts as nearer. */
  at(pixel: Point, reach: number, view: Projection, drawn: (node: number) => boolean): number | undefined {
    const { x, y } = toMap(view, pixel);
    const far = (reach + toScreenRadius(view, this.#maxSize)) / Math.abs(view.scaleX);
    let best: number | undefined;
    let min = reach;
    for (const node of this.#tree.within(x, y, far)) {
      if (!drawn(node)) continue;
      const circle = nodeOnScreen(view, this.#index, node);
      const distance = Math.hypot(circle.x - pixel.x, circle.y - pixel.y) - circle.radius;
      if (distance < min) {
        min = distance;
        best = node;
      }
    }
    return best;
  }
}
