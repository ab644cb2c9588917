/**
 * The canvas of the territories: painted once per look of the map, then stretched under the nodes.
 */
import type { MapIndex } from "../data/map-index.ts";
import type { Ground } from "./colors.ts";
import type { Projection } from "./projection.ts";
import { paintTerritories, type Territories } from "./territories.ts";

export class GroundLayer {
  readonly #canvas: HTMLCanvasElement;
  #territories: Territories | undefined;

  constructor(container: HTMLElement) {
    this.#canvas = container.appendChild(layer("territories"));
  }

  /** Where it lies in the map's units, and what is on it. */
  get picture(): { readonly box: Territories; readonly image: HTMLCanvasElement } | undefined {
    return this.#territories && { box: this.#territories, image: this.#canvas };
  }

  paint(index: MapIndex, shown: Uint8Array, ground: Ground): void {
    this.#territories = paintTerritories(index, shown, ground);
    const context = plainContext(this.#canvas);
    if (!this.#territories || !context) return;
    const { width, height, rgba } = this.#territories;
    this.#canvas.width = width;
    this.#canvas.height = height;
    context.putImageData(new ImageData(rgba, width, height), 0, 0);
  }

  stretch(view: Projection): void {
    const box = this.#territories;
    if (!box) return;
    const left = box.left * view.scaleX + view.shiftX;
    const top = box.top * view.scaleY + view.shiftY;
    const sx = ((box.right - box.left) * view.scaleX) / box.width;
    const sy = ((box.bottom - box.top) * view.scaleY) / box.height;
    this.#canvas.style.transform = `translate(${left}px, ${top}px) scale(${sx}, ${sy})`;
  }
}

/**
 * Drawn on by the processor: a graphics card is quicker at large pictures only, and where there is none a canvas that
 * is meant for one costs seconds.
 */
export function plainContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  return canvas.getContext("2d", { willReadFrequently: true });
}

/** @param ratio pixels of the canvas per pixel of the page. */
export function sizeLayer(canvas: HTMLCanvasElement, width: number, height: number, ratio: number): void {
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}

export function layer(name: string): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.className = `layer-${name}`;
  canvas.setAttribute("aria-hidden", "true");
  return canvas;
}
