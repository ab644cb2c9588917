/**
 * Writes names of terms and papers: a few at first sight, more the nearer one comes, none over another.
 */
import { nameOf, type MapIndex } from "../../data/map-index.ts";
import type { Focus } from "../../state/focus.ts";
import { FONTS } from "../../style/tokens.ts";
import { mix, readable, toHex, type ColorScheme, type Rgb } from "../../lib/color.ts";
import { placeBeside, wrapTitle, type Occupied } from "./label-placement.ts";
import type { LabelRank } from "./label-rank.ts";
import { nodeOnScreen, type Projection } from "../camera/projection.ts";
import { fontOf, type NameStyle, type PlacedName } from "./name-style.ts";
import type { TextWidths } from "./text-width.ts";

export interface LabelScene {
  readonly index: MapIndex;
  readonly rank: LabelRank;
  readonly shown: Uint8Array;
  readonly focus: Focus | undefined;
  readonly scheme: ColorScheme;
  readonly colorOf: (node: number) => Rgb;
  /** 1 at first sight, growing as one comes nearer. */
  readonly zoom: number;
}

/** Pixels of the window per name, at first sight and near by. */
const ROOM_FAR = 34_000;
const ROOM_NEAR = 13_000;
/** Papers get names from here on. */
const PAPER_ZOOM = 3;
/** Terms of everywhere get names from here on. */
const HOME_ZOOM = 2;
const FOCUS_NAMES = 26;
/** Around a node with more neighbours than this, fewer names, and papers only from near by: titles would bury it. */
const CROWD = 40;
const CROWD_NAMES = 16;
const CROWD_PAPER_ZOOM = 6;
/** Pixels of radius that a name keeps free for its mark at least. */
const MIN_MARK_RADIUS = 3;
/** Shorter side of a window, in pixels, below which names are written smaller. */
const SMALL_WINDOW = 500;

export function drawNames(context: CanvasRenderingContext2D, names: readonly PlacedName[]): void {
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.lineWidth = 3.5;
  for (const { lines, style } of names) {
    context.font = fontOf(style);
    context.strokeStyle = style.halo;
    context.fillStyle = style.color;
    for (const { text, left, top } of lines) {
      context.strokeText(text, left, top);
      context.fillText(text, left, top);
    }
  }
}

export class NameLayout {
  readonly #widths: TextWidths;

  constructor(widths: TextWidths) {
    this.#widths = widths;
  }

  /** The names that find room, best first. */
  place(scene: LabelScene, view: Projection, occupied: Occupied): PlacedName[] {
    return scene.focus ? this.#placeFocus(scene, scene.focus, view, occupied) : this.#placeAll(scene, view, occupied);
  }

  #placeFocus(scene: LabelScene, focus: Focus, view: Projection, occupied: Occupied): PlacedName[] {
    const { weight } = scene.index;
    const order = focus.center === undefined ? [...focus.nodes].sort((a, b) => weight[b]! - weight[a]!) : focus.nodes;
    const names: PlacedName[] = [];
    const crowd = focus.center !== undefined && focus.nodes.length > CROWD;
    const max = crowd ? CROWD_NAMES : FOCUS_NAMES;
    const papersToo = !crowd || scene.zoom >= CROWD_PAPER_ZOOM;
    let tries = 6 * max;
    for (const node of order) {
      if (names.length >= max || tries <= 0) break;
      if (!papersToo && node < scene.index.papers && node !== focus.center) continue;
      tries--;
      const name = this.#place(scene, node, view, occupied, node === focus.center);
      if (name) names.push(name);
    }
    return names;
  }

  #placeAll(scene: LabelScene, view: Projection, occupied: Occupied): PlacedName[] {
    const { zoom, rank } = scene;
    const near = Math.min(1, Math.max(0, (zoom - 1) / 2.5));
    const max = (view.width * view.height) / (ROOM_FAR + (ROOM_NEAR - ROOM_FAR) * near);
    const names: PlacedName[] = [];
    // A name that finds no room costs a try: at most this many, so that a frame stays short on any map.
    let tries = 6 * max;
    const write = (nodes: readonly number[], limit: number) => {
      for (const node of nodes) {
        if (names.length >= limit || tries <= 0) return;
        if (!scene.shown[node] || !onScreen(scene.index, node, view)) continue;
        tries--;
        const name = this.#place(scene, node, view, occupied, false);
        if (name) names.push(name);
      }
    };
    const papersToo = zoom >= PAPER_ZOOM;
    // From afar a name speaks for the place where it stands.
    const terms = zoom < HOME_ZOOM ? rank.homeTerms : rank.terms;
    write(terms, papersToo ? max * 0.75 : max);
    if (papersToo) write(rank.papers, max);
    return names;
  }

  #place(
    scene: LabelScene,
    node: number,
    view: Projection,
    occupied: Occupied,
    strong: boolean,
  ): PlacedName | undefined {
    const { index } = scene;
    const style = styleOf(scene, node, view, strong);
    const lines = wrapTitle(nameOf(index, node), node < index.papers ? 34 : 30);
    const lineHeight = Math.round(style.size * 1.2);
    const widths = lines.map((line) => this.#widths.of(line, style));
    const width = Math.max(...widths);
    const { x, y, radius } = nodeOnScreen(view, index, node);
    const mark = { x, y, radius: Math.max(MIN_MARK_RADIUS, radius) * (strong ? 1.6 : 1) };
    const box = placeBeside(occupied, mark, width, lineHeight * lines.length);
    if (!box) return undefined;
    // Lines lean on the mark.
    const align = box.right <= mark.x ? 1 : box.left >= mark.x ? 0 : 0.5;
    return {
      node,
      style,
      lines: lines.map((text, i) => ({
        text,
        left: box.left + (width - widths[i]!) * align,
        top: box.top + i * lineHeight,
      })),
    };
  }
}

function styleOf({ index, scheme, colorOf }: LabelScene, node: number, view: Projection, strong: boolean): NameStyle {
  const paper = node < index.papers;
  const small = Math.min(view.width, view.height) < SMALL_WINDOW ? 0.88 : 1;
  const size = small * (paper ? 11.5 : Math.min(14, 10 + 0.7 * Math.log2(1 + index.weight[node]!)));
  return {
    size: Math.round(10 * (size + (strong ? 1.5 : 0))) / 10,
    family: paper ? FONTS.serif : FONTS.sans,
    weight: strong ? 700 : paper ? 400 : 500,
    italic: paper,
    color: toHex(strong ? scheme.ink : mix(readable(colorOf(node), scheme), scheme.ink, 0.45)),
    halo: toHex(scheme.paper),
  };
}

function onScreen(index: MapIndex, node: number, view: Projection): boolean {
  const { x, y } = nodeOnScreen(view, index, node);
  return x > -20 && y > -10 && x < view.width + 20 && y < view.height + 10;
}
