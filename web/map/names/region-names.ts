/**
 * Names of the communities, standing on the map as in an atlas; they give way as one comes nearer.
 *
 * Written on the map's canvas like all other names. For keyboard and screen reader each is a real button besides, with
 * nothing to be seen of it but the focus; the mouse goes through them to the map, which asks `at`.
 */
import type { MapIndex } from "../../data/map-index.ts";
import type { ColorScheme } from "../../lib/color.ts";
import { FONTS } from "../../style/tokens.ts";
import { NEUTRAL_COLOR } from "../background/land-layer.ts";
import type { Lands } from "../background/lands.ts";
import { circleOf } from "./circle-of.ts";
import { leaderOf } from "./leader.ts";
import { around, type Occupied } from "./label-placement.ts";
import { bestPlace, type Ink, inkOnLand, SEA, textAt, type Wording, wordingsOf } from "./region-wordings.ts";
import type { RegionText } from "../scene.ts";
import type { NameStyle } from "./name-style.ts";
import type { Box, Circle, Point } from "../../lib/geometry.ts";
import { partsOf, shortName } from "../../lib/short-name.ts";
import { toMap, toScreen, toScreenX, toScreenY, type Projection } from "../camera/projection.ts";
import type { TextWidths } from "./text-width.ts";

interface Region {
  readonly id: number;
  readonly element: HTMLButtonElement;
  x: number;
  y: number;
  /** Twice the root mean square distance of its nodes from the middle, in the map's units. */
  radius: number;
  nodes: number;
  ink: Ink;
  /** The whole name and the short one, each from its largest size to its smallest. */
  long: readonly Wording[];
  short: readonly Wording[];
  wording: Wording | undefined;
  /** 0…1: how strongly it is written. */
  alpha: number;
  box: Box | undefined;
  leader: RegionText["leader"];
  /** The nodes that its name should leave in sight, with their share of what matters. */
  chief: readonly { readonly node: number; readonly share: number }[];
}

export interface RegionFocus {
  /** The lit one. */
  readonly region: number | undefined;
  /** Where a name that steps back finds no room. */
  readonly behind: Occupied;
}

/** Nodes of a region that its name tries not to cover. */
const CHIEF = 40;
/** Of a name that steps back. */
const FADED = 0.16;
/** Share of a name on the land of others, at most: less than a half, so that one sees whose it is. */
const MAX_FOREIGN = 0.45;
/** Of one whose nodes are all filtered out. */
const EMPTY = 0.35;
/** A whole name of more lines is a paragraph: the short one stands for it. */
const MAX_LINES = 2;
/** Up to this zoom regions have their short names. */
const SHORT_ZOOM = 1.5;
export class RegionNames {
  readonly #index: MapIndex;
  readonly #regions: Region[];
  readonly #widths: TextWidths;
  readonly #lands: Lands;
  /** The one that the boxes were found for. */
  #view: Projection | undefined;

  constructor(
    layer: HTMLElement,
    widths: TextWidths,
    index: MapIndex,
    lands: Lands,
    onOpen: (community: number) => void,
  ) {
    this.#index = index;
    this.#widths = widths;
    this.#lands = lands;
    this.#regions = index.topLevel.map((community) => {
      const element = document.createElement("button");
      element.type = "button";
      element.className = "region-name";
      const text = element.appendChild(document.createElement("span"));
      text.className = "sr-only";
      text.textContent = community.label;
      element.addEventListener("click", () => onOpen(community.id));
      layer.append(element);
      const unmeasured = {
        ...circleOf(index, index.members.get(community.id) ?? []),
        nodes: 0,
        ink: { color: "#000", halo: "#fff" },
        long: [],
        short: [],
      };
      const unplaced = { wording: undefined, alpha: 0, box: undefined, leader: undefined, chief: [] };
      return { id: community.id, element, ...unmeasured, ...unplaced };
    });
  }

  setScheme(scheme: ColorScheme, neutral: boolean): void {
    for (const region of this.#regions) {
      region.ink = inkOnLand(neutral ? NEUTRAL_COLOR : this.#index.communities.get(region.id)!.color, scheme);
    }
  }

  /** Names stay where they are when filters take nodes away; without any the name is faint. */
  setShown(shown: Uint8Array): void {
    this.#view = undefined;
    for (const region of this.#regions) {
      const nodes = (this.#index.members.get(region.id) ?? []).filter((node) => shown[node]);
      region.nodes = nodes.length;
      region.chief = chiefNodes(this.#index, nodes);
    }
  }

  /** Names are sized by their region's share of the map. @param side the window's shorter side in pixels. */
  measure(side: number): void {
    const widest = Math.max(1e-6, ...this.#regions.map((region) => region.radius));
    const largest = Math.max(13, Math.min(24, side / 34));
    this.#view = undefined;
    for (const region of this.#regions) {
      const size = Math.round(10 * largest * (0.55 + 0.45 * (region.radius / widest))) / 10;
      const { label } = this.#index.communities.get(region.id)!;
      region.long = wordingsOf(this.#widths, label, { ...REGION_STYLE, size }).filter(
        ({ lines }) => lines.length <= MAX_LINES,
      );
      region.short = wordingsOf(this.#widths, shortName(label), { ...REGION_STYLE, size });
    }
  }

  /** @param focus something is lit: names but that of its region step back, and block only one another. */
  place(view: Projection, zoom: number, occupied: Occupied, focus: RegionFocus | undefined): void {
    const stands = sameView(view, this.#view);
    this.#view = view;
    for (const region of this.#regions) {
      const { x, y } = toScreen(view, region);
      const radius = region.radius * Math.abs(view.scaleX);
      // Gone once the region is wider than the window.
      const presence = Math.max(
        0,
        Math.min(1, 1.6 - (1.7 * radius) / Math.max(320, Math.min(view.width, view.height))),
      );
      const visible = presence > 0.05;
      const faded = focus !== undefined && focus.region !== region.id;
      // A name that steps back stays where it is, and one that had no room stays away: it could only land on another.
      if (faded && stands) {
        region.alpha = region.box ? FADED * presence : 0;
        region.element.style.opacity = String(region.alpha);
        continue;
      }
      const free = faded ? focus.behind : occupied;
      const wordings = zoom < SHORT_ZOOM ? region.short : [...region.long, ...region.short];
      const placed = visible
        ? bestPlace(wordings, { x, y, radius }, free, {
            covered: (box) => this.#covered(region, box, view),
            strangeness: (pixel) => strangeness(this.#lands.ownerAt(toMap(view, pixel)), region.id),
            maxForeign: MAX_FOREIGN,
          })
        : undefined;
      region.box = placed?.box;
      region.wording = placed?.wording;
      const isOwn = (pixel: Point) => this.#lands.ownerAt(toMap(view, pixel)) === region.id;
      region.leader = placed && leaderOf(placed.box, { x, y }, isOwn);
      if (placed) free.add(around(placed.box));
      const { style } = region.element;
      // Off the map it stays reachable by keyboard: transparent, not hidden.
      region.alpha = region.box ? (faded ? FADED : region.nodes === 0 ? EMPTY : 1) * presence : 0;
      style.opacity = String(region.alpha);
      if (!placed) continue;
      style.width = `${placed.wording.width}px`;
      style.height = `${placed.wording.height}px`;
      style.transform = `translate(${placed.box.left.toFixed(1)}px, ${placed.box.top.toFixed(1)}px)`;
    }
  }

  /** Share of the region's chief nodes under the box. */
  #covered({ chief }: Region, box: Box, view: Projection): number {
    let sum = 0;
    for (const { node, share } of chief) {
      const x = toScreenX(view, this.#index.x[node]!);
      const y = toScreenY(view, this.#index.y[node]!);
      if (x > box.left && x < box.right && y > box.top && y < box.bottom) sum += share;
    }
    return sum;
  }

  /** The names on the screen. */
  get texts(): RegionText[] {
    return this.#regions.flatMap(({ box, wording, alpha, ink, leader }) =>
      box && wording ? [{ ...textAt({ box, wording }, ink, alpha), ...(leader && { leader }) }] : [],
    );
  }

  /** Whether a community's name is on the screen, with these words in it. */
  says(community: number, words: string): boolean {
    const region = this.#regions.find(({ id }) => id === community);
    return (
      region?.box !== undefined &&
      region.alpha > 0 &&
      partsOf(this.#index.communities.get(community)!.label).includes(words)
    );
  }

  /** The community whose name stands at this pixel. */
  at({ x, y }: Point): number | undefined {
    return this.#regions.find(({ box }) => box && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)
      ?.id;
  }

  /** Where each community's middle is, for flying there. */
  middle(community: number): Circle | undefined {
    return this.#regions.find((region) => region.id === community);
  }
}

/** @param owner of the land under a pixel; undefined: sea. */
const strangeness = (owner: number | undefined, own: number): number =>
  owner === own ? 0 : owner === undefined ? SEA : 1;

function sameView(a: Projection, b: Projection | undefined): boolean {
  return (
    b !== undefined &&
    a.scaleX === b.scaleX &&
    a.scaleY === b.scaleY &&
    a.shiftX === b.shiftX &&
    a.shiftY === b.shiftY &&
    a.width === b.width &&
    a.height === b.height
  );
}

/** By the area of their marks. */
function chiefNodes({ size }: MapIndex, nodes: readonly number[]): Region["chief"] {
  const largest = [...nodes].sort((a, b) => size[b]! - size[a]! || a - b).slice(0, CHIEF);
  const all = largest.reduce((sum, node) => sum + size[node]! ** 2, 0);
  return largest.map((node) => ({ node, share: size[node]! ** 2 / Math.max(1e-9, all) }));
}

const REGION_STYLE: NameStyle = {
  size: 13,
  family: FONTS.serif,
  weight: 600,
  italic: false,
  color: "#000",
  halo: "#fff",
};
