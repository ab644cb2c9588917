/**
 * The layer of nodes and standing edges. Drawn on a plain canvas at first, with WebGL as soon as that is open: opening
 * it takes longer than all the rest where there is no graphics card.
 */
import type { MapIndex } from "../../data/map-index.ts";
import { layer, plainContext, sizeLayer } from "../ground/ground-layer.ts";
import type { Looks } from "./looks.ts";
import { MarkProgram } from "./mark-program.ts";
import { sketchMarks } from "./mark-sketch.ts";
import type { Projection } from "../camera/projection.ts";

export class MarkLayer {
  readonly #stage: HTMLElement;
  #canvas: HTMLCanvasElement;
  #program: MarkProgram | undefined;
  #index: MapIndex;
  #looks: Looks;
  #ratio = 1;

  constructor(stage: HTMLElement, index: MapIndex, looks: Looks) {
    this.#stage = stage;
    this.#index = index;
    this.#looks = looks;
    this.#canvas = stage.appendChild(layer("marks"));
  }

  /** False where WebGL is missing. The next `paint` draws with it. */
  openWebGl(): boolean {
    const canvas = layer("marks");
    const program = MarkProgram.open(canvas);
    if (!program) return false;
    // A driver may take the picture back: the plain canvas draws until it is asked again.
    canvas.addEventListener("webglcontextlost", () => this.#swap(layer("marks"), undefined));
    program.setMarks(this.#index);
    program.setLooks(this.#looks);
    this.#swap(canvas, program);
    return true;
  }

  /** @param index with the sizes that are drawn. */
  dress(index: MapIndex, looks: Looks): void {
    if (index !== this.#index) this.#program?.setMarks(index);
    this.#index = index;
    this.#looks = looks;
    this.#program?.setLooks(looks);
  }

  resize(width: number, height: number, ratio: number): void {
    this.#ratio = ratio;
    sizeLayer(this.#canvas, width, height, ratio);
  }

  /** @param mostEdges only the strongest of the edges: fewer while the map moves. */
  paint(view: Projection, mostEdges: number): void {
    if (this.#program) {
      this.#program.draw(view, this.#ratio, mostEdges);
      return;
    }
    const context = plainContext(this.#canvas);
    if (!context) return;
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    sketchMarks(context, this.#index, this.#looks, view);
  }

  #swap(canvas: HTMLCanvasElement, program: MarkProgram | undefined): void {
    canvas.width = this.#canvas.width;
    canvas.height = this.#canvas.height;
    canvas.style.cssText = this.#canvas.style.cssText;
    this.#stage.replaceChild(canvas, this.#canvas);
    this.#canvas = canvas;
    this.#program = program;
  }
}
