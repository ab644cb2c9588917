/**
 * Writes names of terms and papers: a few at first sight, more the nearer one comes, none over another.
 */
import { nameOf, type MapIndex } from "../data/map-index.ts";
import type { Focus } from "../state/focus.ts";
import { mix, readable, toHex, type Ground, type Rgb } from "./colors.ts";
import { placeBeside, wrapTitle, type Occupied } from "./label-placement.ts";
import type { LabelRank } from "./label-rank.ts";
import type { Projection } from "./projection.ts";

export interface LabelScene {
  readonly index: MapIndex;
  readonly rank: LabelRank;
  readonly shown: Uint8Array;
  readonly focus: Focus | undefined;
  readonly ground: Ground;
  readonly colorOf: (node: number) => Rgb;
  /** 1 at first sight, growing as one comes nearer. */
  readonly zoom: number;
}

const SANS = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";
const SERIF = "'Iowan Old Style', 'Palatino Linotype', Palatino, Georgia, 'Liberation Serif', serif";
/** Pixels of the window per name, at first sight and near by. */
const ROOM_FAR = 34_000;
const ROOM_NEAR = 13_000;
/** Papers get names from here on. */
const PAPER_ZOOM = 3;
const FOCUS_NAMES = 26;

export class LabelPainter {
  readonly #widths = new Map<string, number>();

  /** @returns the nodes whose names stand on the screen. */
  paint(context: CanvasRenderingContext2D, scene: LabelScene, view: Projection, occupied: Occupied): number[] {
    context.textBaseline = "top";
    context.lineJoin = "round";
    return scene.focus
      ? this.#paintFocus(context, scene, scene.focus, view, occupied)
      : this.#paintAll(context, scene, view, occupied);
  }

  #paintFocus(
    context: CanvasRenderingContext2D,
    scene: LabelScene,
    focus: Focus,
    view: Projection,
    occupied: Occupied,
  ): number[] {
    const named: number[] = [];
    const order =
      focus.center === undefined
        ? [...focus.nodes].sort((a, b) => scene.index.weight[b]! - scene.index.weight[a]!)
        : focus.nodes;
    for (const node of order) {
      if (named.length >= FOCUS_NAMES) break;
      if (this.#name(context, scene, node, view, occupied, node === focus.center)) named.push(node);
    }
    return named;
  }

  #paintAll(context: CanvasRenderingContext2D, scene: LabelScene, view: Projection, occupied: Occupied): number[] {
    const { zoom, rank } = scene;
    const near = Math.min(1, Math.max(0, (zoom - 1) / 2.5));
    const most = (view.width * view.height) / (ROOM_FAR + (ROOM_NEAR - ROOM_FAR) * near);
    const named: number[] = [];
    // A name that finds no room costs a try: at most this many, so that a frame stays short on any map.
    let tries = 6 * most;
    const write = (nodes: readonly number[], limit: number) => {
      for (const node of nodes) {
        if (named.length >= limit || tries <= 0) return;
        if (!scene.shown[node] || !onScreen(scene.index, node, view)) continue;
        tries--;
        if (this.#name(context, scene, node, view, occupied, false)) named.push(node);
      }
    };
    const papersToo = zoom >= PAPER_ZOOM;
    write(rank.terms, papersToo ? most * 0.75 : most);
    if (papersToo) write(rank.papers, most);
    return named;
  }

  #name(
    context: CanvasRenderingContext2D,
    scene: LabelScene,
    node: number,
    view: Projection,
    occupied: Occupied,
    strong: boolean,
  ): boolean {
    const { index, ground } = scene;
    const paper = node < index.papers;
    const size = paper ? 11.5 : Math.min(14, 10 + 0.7 * Math.log2(1 + index.weight[node]!));
    context.font = paper
      ? `italic ${strong ? 600 : 400} ${size + (strong ? 2 : 0)}px ${SERIF}`
      : `${strong ? 700 : 500} ${size + (strong ? 1 : 0)}px ${SANS}`;
    const lines = wrapTitle(nameOf(index, node), paper ? 34 : 30);
    const lineHeight = Math.round(size * 1.2);
    const width = Math.max(...lines.map((line) => this.#width(context, line)));
    const mark = {
      x: index.x[node]! * view.scaleX + view.shiftX,
      y: index.y[node]! * view.scaleY + view.shiftY,
      radius: Math.max(3, index.size[node]! * view.sizeScale) * (strong ? 1.6 : 1),
    };
    const box = placeBeside(occupied, mark, width, lineHeight * lines.length);
    if (!box) return false;
    context.strokeStyle = toHex(ground.paper);
    context.lineWidth = 3.5;
    context.fillStyle = toHex(strong ? ground.ink : mix(readable(scene.colorOf(node), ground), ground.ink, 0.45));
    const align = box.left + width <= mark.x ? 1 : box.left >= mark.x ? 0 : 0.5;
    lines.forEach((line, i) => {
      const left = box.left + (width - this.#width(context, line)) * align;
      context.strokeText(line, left, box.top + i * lineHeight);
      context.fillText(line, left, box.top + i * lineHeight);
    });
    return true;
  }

  #width(context: CanvasRenderingContext2D, text: string): number {
    const key = `${context.font}|${text}`;
    let width = this.#widths.get(key);
    if (width === undefined) this.#widths.set(key, (width = context.measureText(text).width));
    return width;
  }
}

function onScreen(index: MapIndex, node: number, view: Projection): boolean {
  const x = index.x[node]! * view.scaleX + view.shiftX;
  const y = index.y[node]! * view.scaleY + view.shiftY;
  return x > -20 && y > -10 && x < view.width + 20 && y < view.height + 10;
}
