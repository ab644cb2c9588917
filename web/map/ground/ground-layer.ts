/**
 * The canvas of the territories: painted once per look of the map, then stretched under the nodes. Coarsely at once, finely
 * when there is time.
 */
import type { MapIndex } from "../../data/map-index.ts";
import type { Ground } from "../colors.ts";
import { whenIdle } from "../scheduling.ts";
import type { Projection } from "../camera/projection.ts";
import { COARSE, FINE, paintTerritories, type Territories } from "./territories.ts";

/** Milliseconds without another look before the fine picture is begun. */
const REST = 250;

export class GroundLayer {
  readonly #canvas: HTMLCanvasElement;
  #territories: Territories | undefined;
  #view: Projection | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Paints the present look finely. */
  #refine: (() => void) | undefined;
  #fine = false;

  constructor(container: HTMLElement) {
    this.#canvas = container.appendChild(layer("territories"));
  }

  /** Where it lies in the map's units, and what is on it. */
  get picture(): { readonly box: Territories; readonly image: HTMLCanvasElement } | undefined {
    return this.#territories && { box: this.#territories, image: this.#canvas };
  }

  paint(index: MapIndex, shown: Uint8Array, ground: Ground): void {
    this.#show(paintTerritories(index, shown, ground, COARSE));
    this.#refine = () => this.#show(paintTerritories(index, shown, ground, FINE));
    if (this.#fine) this.#refineSoon();
  }

  /** From now on every look is painted finely too, once it has stood for a moment. */
  startRefining(): void {
    this.#fine = true;
    this.#refineSoon();
  }

  stretch(view: Projection): void {
    this.#view = view;
    const box = this.#territories;
    if (!box) return;
    const left = box.left * view.scaleX + view.shiftX;
    const top = box.top * view.scaleY + view.shiftY;
    const sx = ((box.right - box.left) * view.scaleX) / box.width;
    const sy = ((box.bottom - box.top) * view.scaleY) / box.height;
    this.#canvas.style.transform = `translate(${left}px, ${top}px) scale(${sx}, ${sy})`;
  }

  kill(): void {
    clearTimeout(this.#timer);
    this.#refine = undefined;
  }

  #refineSoon(): void {
    clearTimeout(this.#timer);
    const look = this.#refine;
    this.#timer = setTimeout(() => {
      whenIdle(() => {
        if (look === undefined || look !== this.#refine) return;
        look();
        performance.mark("ground");
      });
    }, REST);
  }

  #show(territories: Territories | undefined): void {
    this.#territories = territories;
    const context = plainContext(this.#canvas);
    if (!territories || !context) return;
    const { width, height, rgba } = territories;
    this.#canvas.width = width;
    this.#canvas.height = height;
    context.putImageData(new ImageData(rgba, width, height), 0, 0);
    if (this.#view) this.stretch(this.#view);
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
