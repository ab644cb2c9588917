/**
 * The canvas of the territories: painted once per appearance of the map, then stretched under the nodes. Coarsely at once,
 * finely when there is time.
 */
import type { MapIndex } from "../../data/map-index.ts";
import type { ColorScheme } from "../../lib/color.ts";
import { whenIdle } from "../scheduling.ts";
import { toScreen, type Projection } from "../camera/projection.ts";
import { layer, plainContext } from "../canvas.ts";
import { COARSE, FINE, paintTerritories, type Territories } from "./territories.ts";

/** Milliseconds without another appearance before the fine picture is begun. */
const REST = 250;

export class TerritoryLayer {
  readonly #canvas: HTMLCanvasElement;
  #territories: Territories | undefined;
  #view: Projection | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Paints the present appearance finely. */
  #refine: (() => void) | undefined;
  #fine = false;

  constructor(container: HTMLElement) {
    this.#canvas = container.appendChild(layer("territories"));
  }

  /** Where it lies in the map's units, and what is on it. */
  get picture(): { readonly box: Territories; readonly image: HTMLCanvasElement } | undefined {
    return this.#territories && { box: this.#territories, image: this.#canvas };
  }

  paint(index: MapIndex, shown: Uint8Array, scheme: ColorScheme): void {
    this.#show(paintTerritories(index, shown, scheme, COARSE));
    this.#refine = () => this.#show(paintTerritories(index, shown, scheme, FINE));
    if (this.#fine) this.#refineSoon();
  }

  /** From now on every appearance is painted finely too, once it has stood for a moment. */
  startRefining(): void {
    this.#fine = true;
    this.#refineSoon();
  }

  stretch(view: Projection): void {
    this.#view = view;
    const box = this.#territories;
    if (!box) return;
    const { x, y } = toScreen(view, { x: box.left, y: box.top });
    const sx = ((box.right - box.left) * view.scaleX) / box.width;
    const sy = ((box.bottom - box.top) * view.scaleY) / box.height;
    this.#canvas.style.transform = `translate(${x}px, ${y}px) scale(${sx}, ${sy})`;
  }

  kill(): void {
    clearTimeout(this.#timer);
    this.#refine = undefined;
  }

  #refineSoon(): void {
    clearTimeout(this.#timer);
    const refine = this.#refine;
    this.#timer = setTimeout(() => {
      whenIdle(() => {
        if (refine === undefined || refine !== this.#refine) return;
        refine();
        performance.mark("territories");
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
