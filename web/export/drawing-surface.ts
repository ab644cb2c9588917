/**
 * Something to draw on: a canvas for PNG, text for SVG. Both take the same few marks, so both pictures are alike.
 */
import { fontOf, type NameStyle } from "../map/names/name-style.ts";
import { escapeXml } from "../../src/export/xml.ts";
import type { Point } from "../lib/geometry.ts";
import { trace } from "../map/background/land-layer.ts";
import { smooth, type ContourStyle } from "../map/background/contour-layer.ts";
import type { Axes } from "../map/camera/projection.ts";
import { shapePath, traceShape } from "../map/drawing/shapes.ts";

export interface Mark {
  /** Place in `SHAPES`. */
  readonly shape: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly fill: string;
  readonly line: string;
  readonly lineWidth: number;
}

export interface AreaStyle {
  readonly fill: string;
  readonly line: string;
  /** Of the line, in pixels. */
  readonly width: number;
  /** Of both, 0…1. */
  readonly alpha: number;
}

export interface DrawingSurface {
  rect(x: number, y: number, width: number, height: number, color: string): void;
  /** @param rings closed lines, x and y by turns; @param axes from their units to pixels. */
  area(rings: readonly (readonly number[])[], axes: Axes, style: AreaStyle): void;
  line(from: Point, to: Point, color: string, alpha: number, width: number): void;
  /** @param points x and y by turns; @param axes from their units to pixels. */
  curve(points: readonly number[], axes: Axes, style: ContourStyle): void;
  mark(mark: Mark, alpha: number): void;
  /** @param top of the line, not its baseline. */
  text(text: string, left: number, top: number, style: NameStyle, alpha: number): void;
}

export class CanvasSurface implements DrawingSurface {
  readonly canvas = document.createElement("canvas");
  readonly #context: CanvasRenderingContext2D;

  constructor(width: number, height: number, scale: number) {
    this.canvas.width = Math.round(width * scale);
    this.canvas.height = Math.round(height * scale);
    this.#context = this.canvas.getContext("2d")!;
    this.#context.scale(scale, scale);
    this.#context.textBaseline = "top";
    this.#context.lineJoin = "round";
  }

  rect(x: number, y: number, width: number, height: number, color: string): void {
    this.#context.fillStyle = color;
    this.#context.fillRect(x, y, width, height);
  }

  area(rings: readonly (readonly number[])[], axes: Axes, { fill, line, width, alpha }: AreaStyle): void {
    const context = this.#context;
    context.globalAlpha = alpha;
    context.beginPath();
    for (const ring of rings) trace(ring, axes, context);
    context.fillStyle = fill;
    context.fill("evenodd");
    context.strokeStyle = line;
    context.lineWidth = width;
    context.stroke();
    context.globalAlpha = 1;
  }

  line(from: Point, to: Point, color: string, alpha: number, width: number): void {
    const context = this.#context;
    context.globalAlpha = alpha;
    context.strokeStyle = color;
    context.lineWidth = width;
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
    context.globalAlpha = 1;
  }

  curve(points: readonly number[], axes: Axes, { color, alpha, width }: ContourStyle): void {
    const context = this.#context;
    context.globalAlpha = alpha;
    context.strokeStyle = color;
    context.lineWidth = width;
    context.lineCap = "round";
    context.beginPath();
    smooth(points, axes, context);
    context.stroke();
    context.lineCap = "butt";
    context.globalAlpha = 1;
  }

  mark(mark: Mark, alpha: number): void {
    const context = this.#context;
    context.globalAlpha = alpha;
    context.beginPath();
    traceShape(context, mark.shape, mark.x, mark.y, mark.radius);
    context.fillStyle = mark.fill;
    context.fill();
    context.strokeStyle = mark.line;
    context.lineWidth = mark.lineWidth;
    context.stroke();
    context.globalAlpha = 1;
  }

  text(text: string, left: number, top: number, style: NameStyle, alpha: number): void {
    const context = this.#context;
    context.globalAlpha = alpha;
    context.font = fontOf(style);
    context.strokeStyle = style.halo;
    context.lineWidth = 3.5;
    context.strokeText(text, left, top);
    context.fillStyle = style.color;
    context.fillText(text, left, top);
    context.globalAlpha = 1;
  }
}

export class SvgSurface implements DrawingSurface {
  readonly #parts: string[] = [];
  readonly #width: number;
  readonly #height: number;
  readonly #title: string;
  readonly #fonts: string;

  /** @param fonts rules of a style sheet that carry the typefaces */
  constructor(width: number, height: number, title: string, fonts: string) {
    this.#title = title;
    this.#fonts = fonts;
    this.#width = width;
    this.#height = height;
  }

  rect(x: number, y: number, width: number, height: number, color: string): void {
    this.#parts.push(`<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${color}"/>`);
  }

  area(rings: readonly (readonly number[])[], axes: Axes, { fill, line, width, alpha }: AreaStyle): void {
    const path: string[] = [];
    const pen = {
      moveTo: (x: number, y: number) => path.push(`M${n(x)} ${n(y)}`),
      lineTo: (x: number, y: number) => path.push(`L${n(x)} ${n(y)}`),
    };
    for (const ring of rings) trace(ring, axes, pen);
    const stroke = `stroke="${line}" stroke-width="${n(width)}" stroke-linejoin="round"`;
    this.#parts.push(`<path d="${path.join("")}" fill="${fill}" fill-rule="evenodd" ${stroke} opacity="${n(alpha)}"/>`);
  }

  line(from: Point, to: Point, color: string, alpha: number, width: number): void {
    const ends = `x1="${n(from.x)}" y1="${n(from.y)}" x2="${n(to.x)}" y2="${n(to.y)}"`;
    this.#parts.push(`<line ${ends} stroke="${color}" stroke-opacity="${n(alpha)}" stroke-width="${n(width)}"/>`);
  }

  curve(points: readonly number[], axes: Axes, { color, alpha, width }: ContourStyle): void {
    const path: string[] = [];
    smooth(points, axes, {
      moveTo: (x, y) => path.push(`M${n(x)} ${n(y)}`),
      lineTo: (x, y) => path.push(`L${n(x)} ${n(y)}`),
      quadraticCurveTo: (bendX, bendY, x, y) => path.push(`Q${n(bendX)} ${n(bendY)} ${n(x)} ${n(y)}`),
    });
    const look = `stroke="${color}" stroke-opacity="${n(alpha)}" stroke-width="${n(width)}" stroke-linecap="round"`;
    this.#parts.push(`<path class="contour" d="${path.join("")}" fill="none" ${look}/>`);
  }

  mark(mark: Mark, alpha: number): void {
    const look = `fill="${mark.fill}" stroke="${mark.line}" stroke-width="${n(mark.lineWidth)}" opacity="${n(alpha)}"`;
    this.#parts.push(
      `<path transform="translate(${n(mark.x)} ${n(mark.y)})" d="${shapePath(mark.shape, mark.radius)}" ${look}/>`,
    );
  }

  text(text: string, left: number, top: number, style: NameStyle, alpha: number): void {
    const font = `font-family="${escapeXml(style.family)}" font-size="${n(style.size)}" font-weight="${style.weight}"${style.italic ? ' font-style="italic"' : ""}`;
    const look = `fill="${style.color}" stroke="${style.halo}" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke" opacity="${n(alpha)}"`;
    // The top of a line lies about four fifths of the size above its baseline.
    this.#parts.push(
      `<text x="${n(left)}" y="${n(top + style.size * 0.83)}" ${font} ${look}>${escapeXml(text)}</text>`,
    );
  }

  toString(): string {
    const size = `width="${n(this.#width)}" height="${n(this.#height)}" viewBox="0 0 ${n(this.#width)} ${n(this.#height)}"`;
    const head = `<title>${escapeXml(this.#title)}</title>\n<style>${escapeXml(this.#fonts)}</style>`;
    return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>\n${head}\n${this.#parts.join("\n")}\n</svg>\n`;
  }
}

function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}
