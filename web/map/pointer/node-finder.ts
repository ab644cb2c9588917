/**
 * Which node lies at a place of the window, from a grid over the map: no picture is read back from the graphics card,
 * which costs a tenth of a second and more per mouse move where there is none.
 */
import type { MapIndex } from "../../data/map-index.ts";
import type { Projection } from "../camera/projection.ts";

/** Nodes per cell, on average. */
const PER_CELL = 4;
/** Pixels of radius that every node is drawn with at least. */
const SMALLEST = 1.5;

export class NodeFinder {
  readonly #index: MapIndex;
  readonly #left: number;
  readonly #bottom: number;
  readonly #cell: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #largest: number;
  /** Nodes of cell `c`: places `start[c]` … `start[c + 1] − 1`. */
  readonly #start: Int32Array;
  readonly #nodes: Int32Array;

  constructor(index: MapIndex, box: { left: number; right: number; bottom: number; top: number }) {
    this.#index = index;
    this.#left = box.left;
    this.#bottom = box.bottom;
    const [width, height] = [box.right - box.left, box.top - box.bottom];
    this.#cell = Math.max(1e-9, Math.sqrt((width * height * PER_CELL) / Math.max(1, index.count)));
    this.#columns = Math.max(1, Math.ceil(width / this.#cell));
    this.#rows = Math.max(1, Math.ceil(height / this.#cell));
    this.#largest = index.size.reduce((most, size) => Math.max(most, size), 0);
    this.#start = new Int32Array(this.#columns * this.#rows + 1);
    this.#nodes = new Int32Array(index.count);
    const cells = Int32Array.from({ length: index.count }, (_, node) => this.#cellOf(node));
    for (const cell of cells) this.#start[cell + 1]!++;
    for (let c = 0; c < this.#start.length - 1; c++) this.#start[c + 1]! += this.#start[c]!;
    const next = this.#start.slice();
    cells.forEach((cell, node) => (this.#nodes[next[cell]!++] = node));
  }

  /** The node whose edge is nearest to the place and at most `reach` pixels off; inside a node counts as nearer. */
  at(x: number, y: number, reach: number, view: Projection, drawn: (node: number) => boolean): number | undefined {
    const mapX = (x - view.shiftX) / view.scaleX;
    const mapY = (y - view.shiftY) / view.scaleY;
    const far = (reach + Math.max(SMALLEST, this.#largest * view.sizeScale)) / Math.abs(view.scaleX);
    const [c0, c1] = [this.#column(mapX - far), this.#column(mapX + far)];
    const [r0, r1] = [this.#row(mapY - far), this.#row(mapY + far)];
    let best: number | undefined;
    let least = reach;
    for (let row = r0; row <= r1; row++) {
      for (let column = c0; column <= c1; column++) {
        const cell = row * this.#columns + column;
        for (let i = this.#start[cell]!; i < this.#start[cell + 1]!; i++) {
          const node = this.#nodes[i]!;
          if (!drawn(node)) continue;
          const distance = this.#distance(node, x, y, view);
          if (distance < least) {
            least = distance;
            best = node;
          }
        }
      }
    }
    return best;
  }

  #distance(node: number, x: number, y: number, view: Projection): number {
    const dx = this.#index.x[node]! * view.scaleX + view.shiftX - x;
    const dy = this.#index.y[node]! * view.scaleY + view.shiftY - y;
    return Math.sqrt(dx * dx + dy * dy) - Math.max(SMALLEST, this.#index.size[node]! * view.sizeScale);
  }

  #cellOf(node: number): number {
    return this.#row(this.#index.y[node]!) * this.#columns + this.#column(this.#index.x[node]!);
  }

  #column(x: number): number {
    return Math.max(0, Math.min(this.#columns - 1, Math.floor((x - this.#left) / this.#cell)));
  }

  #row(y: number): number {
    return Math.max(0, Math.min(this.#rows - 1, Math.floor((y - this.#bottom) / this.#cell)));
  }
}
