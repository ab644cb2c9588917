/**
 * The view as the part of the address after `#`: a link that brings it back.
 */
import type { MapIndex } from "../data/map-index.ts";
import { COLOR_MODE_NAMES } from "./colors/color-modes.ts";
import { readFilters, writeFilters } from "./filters/filters.ts";
import { readCommunity, readNode, writeCommunity, writeNode } from "./link-names.ts";
import { SIZE_MODE_NAMES } from "./node-sizes.ts";
import { pair, START, type Selection, type ViewState } from "./view-state.ts";

export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

/** What a link always tells, and what it may leave out. */
type Shown = Pick<ViewState, "selection" | "filters">;
type Drawn = Pick<ViewState, "colorBy" | "sizeBy" | "density">;

export interface Linked extends Shown, Drawn {
  readonly camera: Camera | undefined;
}

export function writeLink(index: MapIndex, state: Shown & Partial<Drawn>, camera?: Camera): string {
  const { selection, filters, colorBy = START.colorBy, sizeBy = START.sizeBy } = state;
  const link = new URLSearchParams();
  if (selection) link.set("at", writeSelection(index, selection));
  writeFilters(index, filters, link);
  if (colorBy !== START.colorBy) link.set("colour", colorBy);
  if (sizeBy !== START.sizeBy) link.set("size", sizeBy);
  if (state.density) link.set("density", "contours");
  if (camera) link.set("camera", [camera.x, camera.y, camera.ratio].map((value) => value.toFixed(4)).join(","));
  return link.toString();
}

/** Parts that name nothing in this map are left out. */
export function readLink(index: MapIndex, hash: string): Linked {
  const link = new URLSearchParams(hash.replace(/^#/, ""));
  return {
    selection: readSelection(index, link.get("at")),
    filters: readFilters(index, link),
    colorBy: COLOR_MODE_NAMES.find((mode) => mode === link.get("colour")) ?? START.colorBy,
    sizeBy: SIZE_MODE_NAMES.find((mode) => mode === link.get("size")) ?? START.sizeBy,
    density: link.get("density") === "contours",
    camera: readCamera(link.get("camera") ?? ""),
  };
}

function readCamera(text: string): Camera | undefined {
  const numbers = text.split(",").map(Number);
  const [x = NaN, y = NaN, ratio = NaN] = numbers;
  return numbers.length === 3 && numbers.every(Number.isFinite) ? { x, y, ratio } : undefined;
}

/** Between the two nodes of a pair, and from one end of a path to the other; in no paper's id and no term. */
const BOTH = " <> ";
const TO = " -> ";

function writeSelection(index: MapIndex, selection: Selection): string {
  if (selection.kind === "community") return `community:${writeCommunity(index, selection.community)}`;
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
  // An id may hold what stands between two nodes.
  const only = readNode(index, text);
  if (only !== undefined) return { kind: "node", node: only };
  const [from, to] = text.split(TO).map((part) => readNode(index, part));
  if (from !== undefined && to !== undefined) return { kind: "path", from, to };
  const [first, second] = text.split(BOTH).map((part) => readNode(index, part));
  if (first === undefined) return undefined;
  return second === undefined ? { kind: "node", node: first } : pair(first, second);
}
