/**
 * The layer of nodes and standing edges. Drawn on a plain canvas at first, with WebGL as soon as that is open: opening
 * it takes longer than all the rest where there is no graphics card.
 */
import type { MapIndex } from "../../data/map-index.ts";
import { layer, plainContext, sizeLayer } from "../canvas.ts";
import type { DrawnColumns } from "./drawn-columns.ts";
import { MarkProgram } from "./mark-program.ts";
import { sketchMarks } from "./mark-sketch.ts";
import type { Projection } from "../camera/projection.ts";

export class MarkLayer {
  readonly #stage: HTMLElement;
  #canvas: HTMLCanvasElement;
  #program: MarkProgram | undefined;
  #index: MapIndex;
  #columns: DrawnColumns;
  #ratio = 1;

  constructor(stage: HTMLElement, index: MapIndex, columns: DrawnColumns) {
    this.#stage = stage;
    this.#index = index;
    this.#columns = columns;
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
    program.setColumns(this.#columns);
    this.#swap(canvas, program);
    return true;
  }

  /** @param index with the sizes that are drawn. */
  dress(index: MapIndex, columns: DrawnColumns): void {
    if (index !== this.#index) this.#program?.setMarks(index);
    this.#index = index;
    this.#columns = columns;
    this.#program?.setColumns(columns);
  }

  resize(width: number, height: number, ratio: number): void {
    this.#ratio = ratio;
    sizeLayer(this.#canvas, width, height, ratio);
  }

  /** @param maxEdges only the strongest of the edges: fewer while the map moves. */
  paint(view: Projection, maxEdges: number): void {
    if (this.#program) {
      this.#program.draw(view, this.#ratio, maxEdges);
      return;
    }
    const context = plainContext(this.#canvas);
    if (!context) return;
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    sketchMarks(context, this.#index, this.#columns, view);
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
