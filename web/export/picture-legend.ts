/**
 * The legend of a picture: title, counts, shapes, contours, scale of colours, communities, one under the other.
 */
import { SHAPES } from "../data/map-index.ts";
import { channelsOf, mix, toHex, type Rgb } from "../lib/color.ts";
import { contourStyle } from "../map/background/contour-layer.ts";
import type { NameStyle } from "../map/names/name-style.ts";
import type { MapScene } from "../map/scene.ts";
import type { Scale } from "../state/colors/color-mode.ts";
import { countVisible } from "../state/visible.ts";
import { periodOf, sentenceOf } from "../state/map-title.ts";
import { FONTS } from "../style/tokens.ts";
import { plain } from "../lib/numbers.ts";
import { TEXTS } from "../texts.ts";
import type { DrawingSurface } from "./drawing-surface.ts";

/** Everything that is on the screen, with what its colours mean. */
export interface Scene extends MapScene {
  /** Of the map. */
  readonly name: string;
  /** Undefined where colours mean communities or types. */
  readonly scale: Scale | undefined;
  /** Colour of a shape, by place in `SHAPES`; undefined where shapes have none of their own. */
  readonly shapeColor: ((shape: number) => Rgb) | undefined;
}

/** Letters of a line of the name, and of what is told of the map. */
const NAME_LETTERS = 24;
const ABOUT_LETTERS = 42;
export const LEGEND_WIDTH = 290;
/** Pixels free around. */
export const PAD = 22;
/** Left edge of texts beside a mark, and middle of the marks. */
const TEXT_LEFT = PAD + 22;
const MARK_LEFT = PAD + 7;
const STEPS_PER_STOP = 4;

export function drawLegend(surface: DrawingSurface, scene: Scene): void {
  const legend = new PictureLegend(surface, scene);
  legend.title();
  legend.shapes();
  if (scene.contours.length > 0) legend.contours();
  legend.space(14);
  if (scene.scale) legend.scale(scene.scale);
  legend.communities();
}

class PictureLegend {
  readonly #surface: DrawingSurface;
  readonly #scene: Scene;
  /** Colour of what is beside the point. */
  readonly #soft: string;
  /** Where the next line begins. */
  #top = PAD;

  constructor(surface: DrawingSurface, scene: Scene) {
    this.#surface = surface;
    this.#scene = scene;
    this.#soft = toHex(mix(scene.scheme.ink, scene.scheme.paper, 0.35));
  }

  space(pixels: number): void {
    this.#top += pixels;
  }

  title(): void {
    const { index, shown, name } = this.#scene;
    for (const words of breakWords(name, NAME_LETTERS)) {
      this.#write(words, PAD, { size: 22, family: FONTS.serif, weight: 600 });
      this.space(27);
    }
    this.space(5);
    const { papers, terms } = countVisible(index, shown);
    const about = [TEXTS.summary(papers, terms, this.#communities.length), periodOf(index), sentenceOf(index)];
    for (const line of about) {
      for (const words of breakWords(line ?? "", ABOUT_LETTERS)) {
        this.#write(words, PAD, { color: this.#soft });
        this.space(17);
      }
    }
    this.space(14);
  }

  shapes(): void {
    const { index, shown, scheme, shapeColor } = this.#scene;
    SHAPES.forEach((shape, i) => {
      const count = index.shape.reduce((sum, value, node) => sum + (value === i && shown[node] ? 1 : 0), 0);
      if (count === 0) return;
      const color = shapeColor ? toHex(shapeColor(i)) : this.#soft;
      const paper = toHex(scheme.paper);
      if (shape === "paper") this.#mark(i, 5, { fill: paper, line: color, lineWidth: 2 });
      else this.#mark(i, 5, { fill: color, line: paper, lineWidth: 0.7 });
      this.#write(`${TEXTS.shapes(shape)}  ${plain(count)}`, TEXT_LEFT);
      this.space(22);
    });
  }

  contours(): void {
    const { scheme } = this.#scene;
    for (const [radius, level] of [
      [7, 0.1],
      [4.5, 0.4],
      [2, 0.9],
    ] as const) {
      const style = contourStyle({ level, color: mix(scheme.ink, scheme.paper, 0.35) }, scheme);
      const axes = { scaleX: 1, shiftX: MARK_LEFT, scaleY: 1, shiftY: this.#top + 8 };
      this.#surface.curve(circle(radius), axes, style);
    }
    this.#write(TEXTS.legend.density, TEXT_LEFT);
    this.space(22);
  }

  scale({ low, high, stops, gaps }: Scale): void {
    const style = { size: 12, color: this.#soft };
    const steps = STEPS_PER_STOP * stops.length;
    const step = 110 / steps;
    this.#write(low, PAD, style);
    for (let i = 0; i < steps; i++) {
      const color = toHex(stops[Math.floor(i / STEPS_PER_STOP)]!);
      this.#surface.rect(PAD + 62 + i * step, this.#top + 2, step + 0.5, 9, color);
    }
    this.#write(high, PAD + 180, style);
    this.space(20);
    if (gaps) this.#write(TEXTS.legend.unknown(gaps.papers, gaps.terms), PAD, style);
    this.space(gaps ? 26 : 8);
  }

  communities(): void {
    const line = toHex(this.#scene.scheme.paper);
    for (const { label, color } of this.#communities) {
      this.#mark(SHAPES.indexOf("concept"), 6, { fill: toHex(channelsOf(color)), line, lineWidth: 0.7 });
      for (const words of breakWords(label, 34)) {
        this.#write(words, TEXT_LEFT);
        this.space(17);
      }
      this.space(5);
    }
  }

  /** Those of which something is shown. */
  get #communities() {
    const { index, shown } = this.#scene;
    return index.topLevel.filter(({ id }) => (index.members.get(id) ?? []).some((node) => shown[node]));
  }

  #write(text: string, left: number, style: Partial<NameStyle> = {}): void {
    const { ink, paper } = this.#scene.scheme;
    const plainStyle = { size: 13, family: FONTS.sans, weight: 400, italic: false };
    this.#surface.text(text, left, this.#top, { ...plainStyle, color: toHex(ink), halo: toHex(paper), ...style }, 1);
  }

  #mark(shape: number, radius: number, style: { fill: string; line: string; lineWidth: number }): void {
    this.#surface.mark({ shape, x: MARK_LEFT, y: this.#top + 7, radius, ...style }, 1);
  }
}

/** x and y by turns, around the origin. */
function circle(radius: number): number[] {
  return Array.from({ length: 25 }, (_, i) => (2 * Math.PI * i) / 24).flatMap((angle) => [
    radius * Math.cos(angle),
    radius * Math.sin(angle),
  ]);
}

/** Lines of about `length` characters. */
function breakWords(text: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= length) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
