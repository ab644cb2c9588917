/**
 * The canvas of the density contours: traced once per appearance of the map, drawn anew wherever the camera stands.
 */
import type { MapIndex } from "../../data/map-index.ts";
import { mix, readable, toHex, type ColorScheme } from "../../lib/color.ts";
import { traceContours, type Contour } from "./contours.ts";
import { layer, plainContext, sizeLayer } from "../canvas.ts";
import type { Appearance } from "../drawing/appearance.ts";
import { toScreenX, toScreenY, type Axes, type Projection } from "../camera/projection.ts";

export interface ContourStyle {
  readonly color: string;
  readonly alpha: number;
  /** In pixels. */
  readonly width: number;
}

/** The denser, the firmer; in both schemes told from the background. */
export function contourStyle({ level, color }: Pick<Contour, "level" | "color">, scheme: ColorScheme): ContourStyle {
  const firm = Math.sqrt(level);
  return {
    color: toHex(mix(color, readable(color, scheme), 0.6)),
    alpha: 0.45 + 0.5 * firm,
    width: 0.8 + 0.9 * firm,
  };
}

/** Lines of equal density. Its canvas takes no memory until they are asked for. */
export class ContourLayer {
  readonly #canvas: HTMLCanvasElement;
  #contours: readonly Contour[] = [];
  #scheme: ColorScheme | undefined;
  #ratio = 1;

  constructor(container: HTMLElement) {
    this.#canvas = container.appendChild(layer("contours"));
    this.#canvas.hidden = true;
  }

  /** Empty unless asked for. */
  get contours(): readonly Contour[] {
    return this.#contours;
  }

  trace(index: MapIndex, { shown, colorOf, scheme, density }: Appearance): void {
    this.#contours = density ? traceContours(index, shown, colorOf) : [];
    this.#scheme = scheme;
  }

  /** @param ratio pixels of the canvas per pixel of the page. */
  resize(ratio: number): void {
    this.#ratio = ratio;
  }

  paint(view: Projection): void {
    if (this.#contours.length === 0 || !this.#scheme) {
      this.#hide();
      return;
    }
    this.#canvas.hidden = false;
    const context = this.#context(view);
    if (!context) return;
    context.clearRect(0, 0, view.width, view.height);
    context.lineCap = "round";
    for (const contour of this.#contours) {
      const { color, alpha, width } = contourStyle(contour, this.#scheme);
      context.strokeStyle = color;
      context.globalAlpha = alpha;
      context.lineWidth = width;
      context.beginPath();
      smooth(contour.points, view, context);
      context.stroke();
    }
    context.globalAlpha = 1;
  }

  #hide(): void {
    this.#canvas.hidden = true;
    // Any width sets a canvas free of what was on it.
    if (this.#canvas.width > 1) this.#canvas.width = this.#canvas.height = 1;
  }

  /** Of a canvas as large as the window. */
  #context({ width, height }: Projection): CanvasRenderingContext2D | null {
    const { style } = this.#canvas;
    const [wide, high, ratio] = [`${width}px`, `${height}px`, this.#ratio];
    if (style.width !== wide || style.height !== high || this.#canvas.width !== Math.floor(width * ratio))
      sizeLayer(this.#canvas, width, height, ratio);
    const context = plainContext(this.#canvas);
    context?.setTransform(ratio, 0, 0, ratio, 0, 0);
    return context;
  }
}

/** What a path is built with, on a canvas or as text. */
export interface CurvePen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  quadraticCurveTo(bendX: number, bendY: number, x: number, y: number): void;
}

/**
 * A curve through the middles between the points: no corners however near one comes.
 *
 * @param points x and y by turns; @param axes from their units to those of what is drawn on.
 */
export function smooth(points: readonly number[], axes: Axes, pen: CurvePen): void {
  const x = (i: number) => toScreenX(axes, points[i]!);
  const y = (i: number) => toScreenY(axes, points[i + 1]!);
  const last = points.length - 2;
  pen.moveTo(x(0), y(0));
  for (let i = 2; i < last; i += 2) pen.quadraticCurveTo(x(i), y(i), (x(i) + x(i + 2)) / 2, (y(i) + y(i + 2)) / 2);
  pen.lineTo(x(last), y(last));
}
