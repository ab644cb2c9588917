/**
 * The view as a picture: the map as it stands, with its names, and a legend beside it that is true to what is shown.
 */
import type { BackboneEdge } from "../data/backbone.ts";
import { SHAPES, type MapIndex } from "../data/map-index.ts";
import { mix, parseHex, toHex, type Ground, type Rgb } from "../map/colors.ts";
import { contourStyle } from "../map/ground/contour-layer.ts";
import type { Contour } from "../map/ground/contours.ts";
import { edgeAlpha } from "../map/marks/looks.ts";
import { SANS, SERIF, type NameStyle, type PlacedName } from "../map/names/names.ts";
import type { Insets, Projection } from "../map/camera/projection.ts";
import type { Territories } from "../map/ground/territories.ts";
import type { Focus } from "../state/focus.ts";
import { typeColor, type Scale } from "../state/node-colors.ts";
import { plain, TEXTS } from "../texts.ts";
import type { Sheet } from "./sheet.ts";

/** Everything that is on the screen, as data. */
export interface Scene extends MapScene {
  /** What colours mean where they do not mean communities or types. */
  readonly scale: Scale | undefined;
  readonly byType: boolean;
}

/** The map's part of it. */
export interface MapScene {
  readonly index: MapIndex;
  readonly ground: Ground;
  readonly colorOf: (node: number) => Rgb;
  readonly drawn: (node: number) => boolean;
  readonly shown: Uint8Array;
  readonly view: Projection;
  readonly insets: Insets;
  readonly territories: { readonly box: Territories; readonly image: HTMLCanvasElement } | undefined;
  /** Empty unless they are on the screen. */
  readonly contours: readonly Contour[];
  readonly edges: readonly BackboneEdge[];
  readonly focus: Focus | undefined;
  readonly names: readonly PlacedName[];
  readonly regions: readonly RegionText[];
}

export interface RegionText {
  readonly lines: readonly { readonly text: string; readonly left: number; readonly top: number }[];
  readonly style: NameStyle;
  readonly alpha: number;
}

const LEGEND_WIDTH = 290;
const PAD = 22;
const FADED = 0.14;

export function pictureSize({ view, insets, index }: Scene): { width: number; height: number } {
  const legend = 2 * PAD + 116 + 24 * (SHAPES.length + 1) + 21 * 2 * index.topLevel.length;
  return {
    width: LEGEND_WIDTH + view.width - insets.left - insets.right + 2 * PAD,
    height: Math.max(view.height, legend),
  };
}

export function drawPicture(sheet: Sheet, scene: Scene): void {
  const { width, height } = pictureSize(scene);
  sheet.rect(0, 0, width, height, toHex(scene.ground.paper));
  drawMap(sheet, scene, LEGEND_WIDTH + PAD - scene.insets.left);
  sheet.rect(0, 0, LEGEND_WIDTH, height, toHex(scene.ground.paper));
  drawLegend(sheet, scene);
}

/** @param shift pixels to the right of where the screen has it. */
function drawMap(sheet: Sheet, scene: Scene, shift: number): void {
  const { index, view, ground, colorOf, focus, territories } = scene;
  const at = (node: number) =>
    [index.x[node]! * view.scaleX + view.shiftX + shift, index.y[node]! * view.scaleY + view.shiftY] as const;
  const faded = focus ? FADED : 1;
  if (territories) {
    const { box, image } = territories;
    const left = box.left * view.scaleX + view.shiftX + shift;
    const top = box.top * view.scaleY + view.shiftY;
    sheet.image(
      image,
      left,
      top,
      (box.right - box.left) * view.scaleX,
      (box.bottom - box.top) * view.scaleY,
      focus ? 0.55 : 1,
    );
  }
  for (const contour of scene.contours) {
    const style = contourStyle(contour, ground);
    const placing = { ...view, shiftX: view.shiftX + shift };
    sheet.curve(contour.points, placing, { ...style, alpha: style.alpha * (focus ? 0.4 : 1) });
  }
  for (const { source, target, strength } of scene.edges) {
    if (!scene.drawn(source) || !scene.drawn(target)) continue;
    const across = index.community[source] !== index.community[target];
    const color = toHex(mix(colorOf(source), colorOf(target), 0.5));
    sheet.line(at(source), at(target), color, edgeAlpha(across, strength) * faded, 1);
  }
  const draw = (node: number, alpha: number) => {
    const [x, y] = at(node);
    if (x < LEGEND_WIDTH - 20 || y < -20 || y > view.height + 20) return;
    const radius = Math.max(1.5, index.size[node]! * view.sizeScale);
    const color = colorOf(node);
    const paper = node < index.papers;
    const fill = toHex(paper ? mix(ground.paper, color, 0.12) : color);
    const line = toHex(paper ? color : ground.paper);
    sheet.mark(
      {
        shape: index.shape[node]!,
        x,
        y,
        radius: paper ? radius * 0.85 : radius,
        fill,
        line,
        lineWidth: paper ? Math.max(1, radius * 0.3) : 0.7,
      },
      alpha,
    );
  };
  for (let node = 0; node < index.count; node++) if (scene.drawn(node)) draw(node, faded);
  if (focus) {
    const { center } = focus;
    const star = center === undefined ? [] : focus.nodes.map((node) => [center, node] as const);
    for (const [from, to] of focus.links ?? star) sheet.line(at(from), at(to), toHex(colorOf(to)), 0.55, 1.2);
    for (const node of [...focus.nodes].reverse()) draw(node, 1);
  }
  for (const { lines, style } of scene.names)
    for (const { text, left, top } of lines) sheet.text(text, left + shift, top, style, 1);
  for (const { lines, style, alpha } of scene.regions)
    for (const { text, left, top } of lines) sheet.text(text, left + shift, top, style, alpha);
}

function drawLegend(sheet: Sheet, scene: Scene): void {
  const { index, shown, ground } = scene;
  const write = (text: string, left: number, top: number, look: Partial<NameStyle> = {}) =>
    sheet.text(
      text,
      left,
      top,
      {
        size: 13,
        family: SANS,
        weight: 400,
        italic: false,
        color: toHex(ground.ink),
        halo: toHex(ground.paper),
        ...look,
      },
      1,
    );
  const soft = toHex(mix(ground.ink, ground.paper, 0.35));
  let top = PAD;
  write(TEXTS.title, PAD, top, { size: 22, family: SERIF, weight: 600 });
  top += 32;
  let papers = 0;
  let terms = 0;
  for (let node = 0; node < index.count; node++) {
    if (!shown[node]) continue;
    if (node < index.papers) papers++;
    else terms++;
  }
  const communities = index.topLevel.filter(({ id }) => (index.members.get(id) ?? []).some((node) => shown[node]));
  write(TEXTS.summary(papers, terms, communities.length), PAD, top, { size: 12.5, color: soft });
  top += 34;
  SHAPES.forEach((shape, i) => {
    const count = index.shape.reduce((sum, value, node) => sum + (value === i && shown[node] ? 1 : 0), 0);
    if (count === 0) return;
    const paper = shape === "paper";
    const mean = scene.byType ? toHex(typeColor(i, ground)) : soft;
    sheet.mark(
      {
        shape: i,
        x: PAD + 7,
        y: top + 7,
        radius: 5,
        fill: paper ? toHex(ground.paper) : mean,
        line: paper ? mean : toHex(ground.paper),
        lineWidth: paper ? 2 : 0.7,
      },
      1,
    );
    write(`${TEXTS.shapes(shape)}  ${plain(count)}`, PAD + 22, top);
    top += 22;
  });
  if (scene.contours.length > 0) {
    for (const [radius, level] of [
      [7, 0.1],
      [4.5, 0.4],
      [2, 0.9],
    ] as const) {
      const style = contourStyle({ level, color: mix(ground.ink, ground.paper, 0.35), points: [] }, ground);
      sheet.curve(circle(radius), { scaleX: 1, shiftX: PAD + 7, scaleY: 1, shiftY: top + 8 }, style);
    }
    write(TEXTS.legend.density, PAD + 22, top);
    top += 22;
  }
  top += 14;
  if (scene.scale) {
    const { low, high, stops } = scene.scale;
    const step = 110 / (4 * stops.length);
    write(low, PAD, top, { size: 12, color: soft });
    for (let i = 0; i < 4 * stops.length; i++) {
      sheet.rect(PAD + 62 + i * step, top + 2, step + 0.5, 9, toHex(stops[Math.floor(i / 4)]!));
    }
    write(high, PAD + 180, top, { size: 12, color: soft });
    top += 20;
    if (scene.scale.gaps) write(TEXTS.legend.unknown, PAD, top, { size: 12, color: soft });
    top += scene.scale.gaps ? 26 : 8;
  }
  for (const { label, color } of communities) {
    sheet.mark(
      {
        shape: SHAPES.indexOf("concept"),
        x: PAD + 7,
        y: top + 7,
        radius: 6,
        fill: toHex(parseHex(color)),
        line: toHex(ground.paper),
        lineWidth: 0.7,
      },
      1,
    );
    for (const line of breakWords(label, 34)) {
      write(line, PAD + 22, top);
      top += 17;
    }
    top += 5;
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
export function breakWords(text: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= length) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
