/**
 * Names of the communities, standing on the map as in an atlas; they give way as one comes nearer.
 *
 * Real buttons for keyboard and screen reader; the mouse goes through them to the map, which asks `at`.
 */
import type { MapIndex } from "../data/map-index.ts";
import { parseHex, readable, toHex, type Ground } from "./colors.ts";
import { Occupied, placeRegion, type Box } from "./label-placement.ts";
import type { RegionText } from "../take-away/picture.ts";
import { SERIF } from "./names.ts";
import type { Projection } from "./projection.ts";

interface Region {
  readonly id: number;
  readonly element: HTMLButtonElement;
  x: number;
  y: number;
  /** Twice the root mean square distance of its nodes from the middle, in the map's units. */
  reach: number;
  nodes: number;
  width: number;
  height: number;
  box: Box | undefined;
  /** Where around the middle it stands. */
  offset: number | undefined;
  /** The nodes that its name should leave in sight, with their share of what matters. */
  chief: readonly { readonly node: number; readonly share: number }[];
}

/** Nodes of a region that its name tries not to cover. */
const CHIEF = 10;

export class RegionNames {
  readonly #index: MapIndex;
  readonly #regions: Region[];

  constructor(layer: HTMLElement, index: MapIndex, onOpen: (community: number) => void) {
    this.#index = index;
    this.#regions = index.topLevel.map((community) => {
      const element = document.createElement("button");
      element.type = "button";
      element.className = "region-name";
      element.textContent = community.label;
      element.addEventListener("click", () => onOpen(community.id));
      layer.append(element);
      const nowhere = { x: 0, y: 0, reach: 0, nodes: 0, width: 0, height: 0 };
      return { id: community.id, element, ...nowhere, box: undefined, offset: undefined, chief: [] };
    });
  }

  setGround(ground: Ground): void {
    for (const { id, element } of this.#regions) {
      element.style.color = toHex(readable(parseHex(this.#index.communities.get(id)!.color), ground));
    }
  }

  /** Middles and reaches follow the nodes that are shown. */
  setShown(shown: Uint8Array): void {
    const { x, y, members } = this.#index;
    for (const region of this.#regions) {
      const nodes = (members.get(region.id) ?? []).filter((node) => shown[node]);
      const n = Math.max(1, nodes.length);
      region.nodes = nodes.length;
      region.chief = chiefNodes(this.#index, nodes);
      region.x = nodes.reduce((sum, node) => sum + x[node]!, 0) / n;
      region.y = nodes.reduce((sum, node) => sum + y[node]!, 0) / n;
      region.reach =
        2 *
        Math.sqrt(nodes.reduce((sum, node) => sum + (x[node]! - region.x) ** 2 + (y[node]! - region.y) ** 2, 0) / n);
    }
  }

  /** Names are sized by their region's share of the map. @param side the window's shorter side in pixels. */
  measure(side: number): void {
    const widest = Math.max(1e-6, ...this.#regions.map((region) => region.reach));
    const largest = Math.max(13, Math.min(24, side / 34));
    for (const region of this.#regions) {
      region.element.style.fontSize = `${(largest * (0.55 + 0.45 * (region.reach / widest))).toFixed(1)}px`;
      region.width = region.height = 0;
    }
  }

  /** @param focus something is lit: names but that of its region step back, and block no others. */
  place(view: Projection, occupied: Occupied, focus: { readonly region: number | undefined } | undefined): void {
    for (const region of this.#regions) {
      if (region.width === 0) {
        region.width = region.element.offsetWidth;
        region.height = region.element.offsetHeight;
      }
      const x = region.x * view.scaleX + view.shiftX;
      const y = region.y * view.scaleY + view.shiftY;
      const reach = region.reach * Math.abs(view.scaleX);
      // Gone once the region is wider than the window.
      const presence = Math.max(0, Math.min(1, 1.6 - (1.7 * reach) / Math.max(320, Math.min(view.width, view.height))));
      const visible = region.nodes > 0 && presence > 0.05;
      const faded = focus !== undefined && focus.region !== region.id;
      const free = faded ? new Occupied(view.width, view.height) : occupied;
      const place = visible
        ? placeRegion(free, { x, y, reach }, region, (box) => this.#covered(region, box, view), region.offset)
        : undefined;
      region.box = place?.box;
      if (place && !faded) region.offset = place.offset;
      const { style } = region.element;
      // Off the map it stays reachable by keyboard: transparent, not hidden.
      style.opacity = region.box ? String(faded ? 0.16 * presence : presence) : "0";
      if (region.box) style.transform = `translate(${region.box.left.toFixed(1)}px, ${region.box.top.toFixed(1)}px)`;
    }
  }

  /** Share of the region's chief nodes under the box. */
  #covered({ chief }: Region, box: Box, view: Projection): number {
    let sum = 0;
    for (const { node, share } of chief) {
      const x = this.#index.x[node]! * view.scaleX + view.shiftX;
      const y = this.#index.y[node]! * view.scaleY + view.shiftY;
      if (x > box.left && x < box.right && y > box.top && y < box.bottom) sum += share;
    }
    return sum;
  }

  /** The names on the screen, broken into lines as the page breaks them. */
  texts(halo: string): RegionText[] {
    return this.#regions.flatMap(({ box, element }) => {
      if (!box) return [];
      const size = Number.parseFloat(element.style.fontSize);
      const style = { size, family: SERIF, weight: 600, italic: false, color: element.style.color, halo };
      return [{ style, alpha: Number(element.style.opacity), lines: linesOf(element, box) }];
    });
  }

  /** The community whose name stands at this place of the window. */
  at(x: number, y: number): number | undefined {
    return this.#regions.find(({ box }) => box && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)
      ?.id;
  }

  /** Where each community's middle is, for flying there. */
  middle(community: number): { x: number; y: number; reach: number } | undefined {
    return this.#regions.find((region) => region.id === community);
  }
}

/** By the area of their marks. */
function chiefNodes({ size }: MapIndex, nodes: readonly number[]): Region["chief"] {
  const largest = [...nodes].sort((a, b) => size[b]! - size[a]! || a - b).slice(0, CHIEF);
  const all = largest.reduce((sum, node) => sum + size[node]! ** 2, 0);
  return largest.map((node) => ({ node, share: size[node]! ** 2 / Math.max(1e-9, all) }));
}

/** Where the browser broke the text: words whose boxes share a top are one line. */
function linesOf(element: HTMLElement, box: Box): { text: string; left: number; top: number }[] {
  const node = element.firstChild;
  const text = element.textContent;
  const origin = element.getBoundingClientRect();
  if (!node) return [];
  const lines: { text: string; left: number; top: number }[] = [];
  const range = document.createRange();
  for (const { 0: word, index } of text.matchAll(/[^\s-]+-?/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const place = range.getBoundingClientRect();
    const top = box.top + place.top - origin.top;
    const last = lines.at(-1);
    if (last && Math.abs(last.top - top) < 3) last.text += (text[index - 1] === "-" ? "" : " ") + word;
    else lines.push({ text: word, left: box.left + place.left - origin.left, top });
  }
  return lines;
}
