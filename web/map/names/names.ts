/**
 * Writes names of terms and papers: a few at first sight, more the nearer one comes, none over another.
 */
import { nameOf, type MapIndex } from "../../data/map-index.ts";
import type { Focus } from "../../state/focus.ts";
import { FONTS } from "../../style/tokens.ts";
import { mix, readable, toHex, type ColorScheme, type Rgb } from "../../lib/color.ts";
import type { Box, Point } from "../../lib/geometry.ts";
import { Occupied, placeBeside, wrapTitle } from "./label-placement.ts";
import type { LabelRank } from "./label-rank.ts";
import { nodeOnScreen, toMap, type Projection } from "../camera/projection.ts";
import { fontOf, type NameStyle, type PlacedName } from "./name-style.ts";
import { foreignShare } from "./region-wordings.ts";
import type { TextWidths } from "./text-width.ts";

export interface LabelScene {
  readonly index: MapIndex;
  readonly rank: LabelRank;
  readonly shown: Uint8Array;
  /** Whether filters and distance leave a node. */
  readonly drawn: (node: number) => boolean;
  readonly focus: Focus | undefined;
  readonly scheme: ColorScheme;
  readonly colorOf: (node: number) => Rgb;
  /** 1 at first sight, growing as one comes nearer. */
  readonly zoom: number;
  /** The community on whose land a place of the map lies; undefined: sea. */
  readonly ownerAt: (place: Point) => number | undefined;
  /** Colour of a land as it is to be seen; of the sea for undefined. */
  readonly groundOf: (owner: number | undefined) => Rgb;
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
/** Share of a name that may lie off its land, what lies at sea counted less: at best, and where there is no better place. */
const FOREIGN = [0.04, 0.2] as const;
/** What lies at sea, as a share of what lies on the land of others. */
const SEA = 0.6;
/** Marks of at least this radius, in pixels, are left free by the names of others. */
const LARGE_MARK = 4.5;

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
    const marks = marksOf(scene, view, focus.nodes);
    const suits = [(box: Box) => !marks.collides(box)];
    const crowd = focus.center !== undefined && focus.nodes.length > CROWD;
    const max = crowd ? CROWD_NAMES : FOCUS_NAMES;
    const papersToo = !crowd || scene.zoom >= CROWD_PAPER_ZOOM;
    let tries = 6 * max;
    for (const node of order) {
      if (names.length >= max || tries <= 0) break;
      if (!papersToo && node < scene.index.papers && node !== focus.center) continue;
      tries--;
      const name = this.#place(scene, node, view, { occupied, suits, strong: node === focus.center });
      if (name) names.push(name);
    }
    return names;
  }

  #placeAll(scene: LabelScene, view: Projection, occupied: Occupied): PlacedName[] {
    const { zoom, rank } = scene;
    const near = Math.min(1, Math.max(0, (zoom - 1) / 2.5));
    const max = (view.width * view.height) / (ROOM_FAR + (ROOM_NEAR - ROOM_FAR) * near);
    const names: PlacedName[] = [];
    const marks = marksOf(scene, view);
    // A name that finds no room costs a try: at most this many, so that a frame stays short on any map.
    let tries = 6 * max;
    const write = (nodes: readonly number[], limit: number) => {
      for (const node of nodes) {
        if (names.length >= limit || tries <= 0) return;
        if (!scene.drawn(node) || !onScreen(scene.index, node, view)) continue;
        tries--;
        const name = this.#place(scene, node, view, {
          occupied,
          suits: onLand(scene, node, view, marks),
          strong: false,
        });
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
    { occupied, suits, strong }: Placing,
  ): PlacedName | undefined {
    const { index } = scene;
    const style = styleOf(scene, node, view, strong);
    const lines = wrapTitle(nameOf(index, node), node < index.papers ? 34 : 30);
    const lineHeight = Math.round(style.size * 1.2);
    const widths = lines.map((line) => this.#widths.of(line, style));
    const width = Math.max(...widths);
    const { x, y, radius } = nodeOnScreen(view, index, node);
    const mark = { x, y, radius: Math.max(MIN_MARK_RADIUS, radius) * (strong ? 1.6 : 1) };
    let box: Box | undefined;
    for (const each of suits) box ??= placeBeside(occupied, mark, width, lineHeight * lines.length, each);
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

/** How a name may be placed. */
interface Placing {
  readonly occupied: Occupied;
  /** What a place has to be, the best first: the first for which there is one is taken. */
  readonly suits: readonly ((box: Box) => boolean)[];
  /** Written larger: it is what the others are around. */
  readonly strong: boolean;
}

/** On its own land with no mark under it; else mostly there, over smaller marks than its own. */
function onLand(scene: LabelScene, node: number, view: Projection, marks: Occupied): Placing["suits"] {
  const own = scene.index.community[node];
  const strangeness = (pixel: Point) => {
    const owner = scene.ownerAt(toMap(view, pixel));
    return owner === own ? 0 : owner === undefined ? SEA : 1;
  };
  const { radius } = nodeOnScreen(view, scene.index, node);
  const isLarger = (mark: Box) => mark.right - mark.left > 1.9 * radius;
  const [best, most] = FOREIGN;
  return [
    (box) => !marks.collides(box) && foreignShare(box, strangeness) <= best,
    (box) => !marks.collides(box, isLarger) && foreignShare(box, strangeness) <= most,
  ];
}

/** The large marks in the window. @param nodes of those; left out: all that are shown */
export function marksOf(
  { index, shown }: Pick<LabelScene, "index" | "shown">,
  view: Projection,
  nodes?: readonly number[],
): Occupied {
  const marks = new Occupied(view.width, view.height);
  const count = nodes?.length ?? index.count;
  for (let i = 0; i < count; i++) {
    const node = nodes?.[i] ?? i;
    if (!shown[node] || index.size[node]! * view.sizeScale < LARGE_MARK || !onScreen(index, node, view)) continue;
    const { x, y, radius } = nodeOnScreen(view, index, node);
    marks.add({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
  }
  return marks;
}

function styleOf(scene: LabelScene, node: number, view: Projection, strong: boolean): NameStyle {
  const { index, scheme, colorOf, ownerAt, groundOf } = scene;
  const ground = groundOf(ownerAt({ x: index.x[node]!, y: index.y[node]! }));
  const paper = node < index.papers;
  const small = Math.min(view.width, view.height) < SMALL_WINDOW ? 0.88 : 1;
  const size = small * (paper ? 13 : Math.min(15, 11 + 0.7 * Math.log2(1 + index.weight[node]!)));
  return {
    size: Math.round(10 * (size + (strong ? 1.5 : 0))) / 10,
    family: paper ? FONTS.serif : FONTS.sans,
    weight: strong && !paper ? 600 : paper ? 400 : 500,
    italic: paper,
    color: toHex(strong ? scheme.ink : mix(readable(colorOf(node), { ...scheme, paper: ground }), scheme.ink, 0.45)),
    halo: toHex(ground),
  };
}

function onScreen(index: MapIndex, node: number, view: Projection): boolean {
  const { x, y } = nodeOnScreen(view, index, node);
  return x > -20 && y > -10 && x < view.width + 20 && y < view.height + 10;
}
