/**
 * Parts of a raster: what concerns one community is worked out around its nodes only, a fraction of the cells.
 */
import type { Extent } from "./raster.ts";

/** Cells of a raster, row by row from the bottom. */
export type Raster = Pick<Extent, "width" | "height">;

/** A part of a raster, in its cells. */
export interface Window extends Raster {
  readonly column: number;
  readonly row: number;
}

/** Values of the cells of a window. */
export interface Field extends Window {
  readonly data: Float32Array;
}

/** What is around cells, as far as `margin` and the raster go; undefined where there are no cells. */
export function windowAround(cells: Iterable<number>, margin: number, raster: Raster): Window | undefined {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const cell of cells) {
    const [column, row] = [cell % raster.width, Math.floor(cell / raster.width)];
    left = Math.min(left, column);
    right = Math.max(right, column);
    bottom = Math.min(bottom, row);
    top = Math.max(top, row);
  }
  if (left > right) return undefined;
  const [column, row] = [Math.max(0, left - margin), Math.max(0, bottom - margin)];
  return {
    column,
    row,
    width: Math.min(raster.width, right + margin + 1) - column,
    height: Math.min(raster.height, top + margin + 1) - row,
  };
}

/** Calls back for every cell of a window, with its place there and in the raster. */
export function eachCell(window: Window, raster: Raster, visit: (at: number, cell: number) => void): void {
  for (let row = 0; row < window.height; row++) {
    const first = (window.row + row) * raster.width + window.column;
    for (let column = 0; column < window.width; column++) visit(row * window.width + column, first + column);
  }
}
