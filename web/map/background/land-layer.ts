/**
 * The canvas of the lands: outlines found once, filled anew wherever the camera stands.
 */
import { channelsOf, mix, readable, toHex, type ColorScheme, type Rgb } from "../../lib/color.ts";
import { GREY } from "../../style/tokens.ts";
import { layer, plainContext, sizeLayer } from "../canvas.ts";
import { toScreenX, toScreenY, type Axes, type Projection } from "../camera/projection.ts";
import type { CurvePen } from "./contour-layer.ts";
import type { Lands } from "./lands.ts";

export interface LandStyle {
  readonly fill: string;
  readonly line: string;
}

/** In pixels. */
export const BORDER_WIDTH = 1.2;

/** Of lands and their names where colours tell something else. */
export const NEUTRAL_COLOR = GREY;
const NEUTRAL = channelsOf(GREY);

/** A tint, and a border that can be told from it. */
function landStyle(color: Rgb, scheme: ColorScheme): LandStyle {
  return {
    fill: toHex(landColor(color, scheme)),
    line: toHex(mix(scheme.paper, readable(color, scheme), scheme.dark ? 0.5 : 0.42)),
  };
}

export function landColor(color: Rgb, scheme: ColorScheme): Rgb {
  return mix(scheme.paper, color, scheme.dark ? 0.2 : 0.15);
}

export class LandLayer {
  readonly #canvas: HTMLCanvasElement;
  readonly lands: Lands;
  readonly #colors: readonly Rgb[];
  readonly #places: ReadonlyMap<number, number>;
  #styles: readonly LandStyle[] = [];
  #grounds: readonly Rgb[] = [];
  #sea: Rgb = [255, 255, 255];
  #ratio = 1;

  /** @param colorOf of a community, as the document has it */
  constructor(container: HTMLElement, lands: Lands, colorOf: (community: number) => string) {
    this.#canvas = container.appendChild(layer("lands"));
    this.lands = lands;
    this.#colors = lands.list.map(({ community }) => channelsOf(colorOf(community)));
    this.#places = new Map(lands.list.map(({ community }, l) => [community, l]));
  }

  /** One per land. */
  get styles(): readonly LandStyle[] {
    return this.#styles;
  }

  /** @param neutral whether all are grey */
  dress(scheme: ColorScheme, neutral: boolean): void {
    const colors = neutral ? this.#colors.map(() => NEUTRAL) : this.#colors;
    this.#styles = colors.map((color) => landStyle(color, scheme));
    this.#grounds = colors.map((color) => landColor(color, scheme));
    this.#sea = scheme.paper;
  }

  /** @param owner community of a land; undefined: sea. */
  groundOf(owner: number | undefined): Rgb {
    return this.#grounds[this.#places.get(owner ?? -1) ?? -1] ?? this.#sea;
  }

  /** @param ratio pixels of the canvas per pixel of the page. */
  resize(width: number, height: number, ratio: number): void {
    sizeLayer(this.#canvas, width, height, ratio);
    this.#ratio = ratio;
  }

  /** @param over drawn on the lands */
  paint(view: Projection, over: (context: CanvasRenderingContext2D) => void = () => undefined): void {
    const context = plainContext(this.#canvas);
    if (!context) return;
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    context.clearRect(0, 0, view.width, view.height);
    context.lineJoin = "round";
    context.lineWidth = BORDER_WIDTH;
    this.lands.list.forEach(({ rings }, l) => {
      const { fill, line } = this.#styles[l]!;
      context.beginPath();
      for (const ring of rings) trace(ring, view, context);
      context.fillStyle = fill;
      context.fill("evenodd");
      context.strokeStyle = line;
      context.stroke();
    });
    over(context);
  }
}

/** @param ring closed; @param axes from its units to those of what is drawn on. */
export function trace(ring: readonly number[], axes: Axes, pen: Pick<CurvePen, "moveTo" | "lineTo">): void {
  pen.moveTo(toScreenX(axes, ring[0]!), toScreenY(axes, ring[1]!));
  for (let i = 2; i < ring.length; i += 2) pen.lineTo(toScreenX(axes, ring[i]!), toScreenY(axes, ring[i + 1]!));
}
