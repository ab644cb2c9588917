/**
 * The view as the part of the address after `#`: a link that brings it back.
 */
import type { MapIndex } from "../data/map-index.ts";
import { straightPlace, turnedPlace } from "../data/turned.ts";
import { COLOR_MODE_NAMES } from "./colors/color-modes.ts";
import { readFilters, writeFilters } from "./filters/filters.ts";
import { readCommunity, readNode, writeCommunity, writeNode } from "./link-names.ts";
import { SIZE_MODE_NAMES } from "./node-sizes.ts";
import { between, pair, START, type Selection, type ViewState } from "./view-state.ts";

export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

/** What a link always tells, and what it may leave out. */
type Shown = Pick<ViewState, "selection" | "filters">;
type Drawn = Pick<ViewState, "colorBy" | "sizeBy" | "density" | "dock" | "title">;

/** Letters. */
export const MAX_TITLE = 120;

export interface Linked extends Shown, Drawn {
  readonly camera: Camera | undefined;
  /** What was to be opened and is not in this map; undefined: nothing. */
  readonly missed: string | undefined;
}

export function writeLink(index: MapIndex, state: Shown & Partial<Drawn>, camera?: Camera): string {
  const { selection, filters, colorBy = START.colorBy, sizeBy = START.sizeBy } = state;
  const link = new URLSearchParams();
  if (selection) link.set("at", writeSelection(index, selection));
  writeFilters(index, filters, link);
  if (colorBy !== START.colorBy) link.set("colour", colorBy);
  if (sizeBy !== START.sizeBy) link.set("size", sizeBy);
  if (state.density) link.set("density", "contours");
  if (state.dock) link.set("view", state.dock);
  if (state.title) link.set("title", state.title);
  const place = camera && index.turned ? straightPlace(camera) : camera;
  if (place) link.set("camera", [place.x, place.y, place.ratio].map((value) => value.toFixed(4)).join(","));
  return link.toString();
}

/** Parts that name nothing in this map are left out. */
export function readLink(index: MapIndex, hash: string): Linked {
  const link = new URLSearchParams(hash.replace(/^#/, ""));
  const at = link.get("at");
  const selection = readSelection(index, at);
  return {
    selection,
    missed: at && !selection ? at : undefined,
    filters: readFilters(index, link),
    colorBy: COLOR_MODE_NAMES.find((mode) => mode === link.get("colour")) ?? START.colorBy,
    sizeBy: SIZE_MODE_NAMES.find((mode) => mode === link.get("size")) ?? START.sizeBy,
    density: link.get("density") === "contours",
    dock: link.get("view") ?? START.dock,
    title: (link.get("title") ?? "").slice(0, MAX_TITLE),
    camera: readCamera(index, link.get("camera") ?? ""),
  };
}

function readCamera(index: MapIndex, text: string): Camera | undefined {
  const numbers = text.split(",").map(Number);
  const [x = NaN, y = NaN, ratio = NaN] = numbers;
  if (numbers.length !== 3 || !numbers.every(Number.isFinite)) return undefined;
  const place = { x, y, ratio };
  return index.turned ? turnedPlace(place) : place;
}

/** Between the two nodes of a pair, and from one end of a path to the other; in no paper's id and no term. */
const BOTH = " <> ";
const TO = " -> ";

function writeSelection(index: MapIndex, selection: Selection): string {
  if (selection.kind === "community") return `community:${writeCommunity(index, selection.community)}`;
  if (selection.kind === "between")
    return `between:${[selection.a, selection.b].map((id) => writeCommunity(index, id)).join(BOTH)}`;
  if (selection.kind === "path") return [selection.from, selection.to].map((node) => writeNode(index, node)).join(TO);
  if (selection.kind === "pair") return [selection.a, selection.b].map((node) => writeNode(index, node)).join(BOTH);
  return writeNode(index, selection.node);
}

function readSelection(index: MapIndex, text: string | null): Selection | undefined {
  if (!text) return undefined;
  if (text.startsWith("community:")) {
    const community = readCommunity(index, text.slice("community:".length));
    return community === undefined ? undefined : { kind: "community", community };
  }
  if (text.startsWith("between:")) {
    const [a, b] = text
      .slice("between:".length)
      .split(BOTH)
      .map((part) => readCommunity(index, part));
    return a === undefined || b === undefined ? undefined : between(a, b);
  }
  // An id may hold what stands between two nodes.
  const only = readNode(index, text);
  if (only !== undefined) return { kind: "node", node: only };
  const [from, to] = text.split(TO).map((part) => readNode(index, part));
  if (from !== undefined && to !== undefined) return { kind: "path", from, to };
  const [first, second] = text.split(BOTH).map((part) => readNode(index, part));
  if (first === undefined) return undefined;
  return second === undefined ? { kind: "node", node: first } : pair(first, second);
}
