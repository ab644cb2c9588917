/**
 * The view as the part of the address after `#`: a link that brings it back.
 *
 * Papers go by their own id, terms by name, communities by name or else by number: a link outlives a rebuild that
 * renumbers them, and one that renames them.
 */
import { ROLES, type Role } from "../../src/contract/graph-document.ts";
import { isPaper, nameOf, SHAPES, type MapIndex, type Shape } from "../data/map-index.ts";
import {
  COLOR_MODES,
  SIZE_MODES,
  NO_FILTERS,
  pair,
  type ColorMode,
  type Filters,
  type Selection,
  type SizeMode,
  type ViewState,
} from "./view-state.ts";

export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

export interface Linked {
  readonly selection: Selection | undefined;
  readonly filters: Filters;
  readonly colorBy: ColorMode;
  readonly sizeBy: SizeMode;
  readonly density: boolean;
  readonly camera: Camera | undefined;
}

export function writeLink(
  index: MapIndex,
  state: Pick<ViewState, "selection" | "filters"> & Partial<Pick<ViewState, "colorBy" | "sizeBy" | "density">>,
  camera?: Camera,
): string {
  const { selection, filters } = state;
  const link = new URLSearchParams();
  if (selection) link.set("at", writeSelection(index, selection));
  if (filters.hiddenShapes.size > 0) link.set("hide", [...filters.hiddenShapes].join(","));
  for (const id of filters.hiddenCommunities) link.append("without", writeCommunity(index, id));
  if (filters.hiddenRoles.size > 0) link.set("roles", ROLES.filter((role) => !filters.hiddenRoles.has(role)).join(","));
  if (filters.dates) link.set("dates", filters.dates.join(".."));
  if (filters.papers) link.set("papers", filters.papers.join(".."));
  if (filters.expression) link.set("search", filters.expression);
  if (filters.around !== undefined) link.set("around", writeSelection(index, { kind: "node", node: filters.around }));
  if (state.colorBy && state.colorBy !== "community") link.set("colour", state.colorBy);
  if (state.sizeBy && state.sizeBy !== "map") link.set("size", state.sizeBy);
  if (state.density) link.set("density", "contours");
  if (camera) link.set("camera", [camera.x, camera.y, camera.ratio].map((value) => value.toFixed(4)).join(","));
  return link.toString();
}

/** Parts that name nothing in this map are left out. */
export function readLink(index: MapIndex, hash: string): Linked {
  const link = new URLSearchParams(hash.replace(/^#/, ""));
  const list = (name: string) => (link.get(name) ?? "").split(",").filter(Boolean);
  const range = (name: string) => {
    const [from, to] = (link.get(name) ?? "").split("..");
    return from && to ? ([from, to] as const) : undefined;
  };
  const roles = list("roles");
  const papers = range("papers")?.map(Number) as [number, number] | undefined;
  const around = readSelection(index, link.get("around"));
  const camera = list("camera").map(Number);
  const [x, y, ratio] = camera;
  return {
    selection: readSelection(index, link.get("at")),
    filters: {
      ...NO_FILTERS,
      hiddenShapes: new Set(list("hide").filter(isShape)),
      hiddenCommunities: new Set(link.getAll("without").flatMap((text) => readCommunity(index, text) ?? [])),
      hiddenRoles: new Set<Role>(roles.length > 0 ? ROLES.filter((role) => !roles.includes(role)) : []),
      dates: range("dates"),
      papers: papers?.every(Number.isFinite) ? papers : undefined,
      expression: link.get("search") ?? undefined,
      around: around?.kind === "node" ? around.node : undefined,
    },
    colorBy: COLOR_MODES.find((mode) => mode === link.get("colour")) ?? "community",
    sizeBy: SIZE_MODES.find((mode) => mode === link.get("size")) ?? "map",
    density: link.get("density") === "contours",
    camera: camera.length === 3 && camera.every(Number.isFinite) ? { x: x!, y: y!, ratio: ratio! } : undefined,
  };
}

function isShape(text: string): text is Shape {
  return (SHAPES as readonly string[]).includes(text);
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

function writeCommunity(index: MapIndex, id: number): string {
  return `${id}:${index.communities.get(id)?.label ?? ""}`;
}

/** By its name; by its number where no community has that name any more. A bare name is read too. */
function readCommunity(index: MapIndex, text: string): number | undefined {
  const { id, name } = /^(?<id>\d+):(?<name>.*)$/s.exec(text)?.groups ?? {};
  const labels = [...index.communities.values()];
  const found = labels.find(({ label }) => label === text) ?? labels.find(({ label }) => label === name);
  return (found ?? index.communities.get(Number(id ?? NaN)))?.id;
}

function writeNode(index: MapIndex, node: number): string {
  return isPaper(index, node) ? `paper:${index.columns.keys[node]}` : `term:${nameOf(index, node)}`;
}

function readSelection(index: MapIndex, text: string | null): Selection | undefined {
  if (!text) return undefined;
  if (text.startsWith("community:")) {
    const community = readCommunity(index, text.slice("community:".length));
    return community === undefined ? undefined : { kind: "community", community };
  }
  const [from, to] = text.split(TO).map((part) => readNode(index, part));
  if (from !== undefined && to !== undefined) return { kind: "path", from, to };
  const [first, second] = text.split(BOTH).map((part) => readNode(index, part));
  if (first === undefined) return undefined;
  return second === undefined ? { kind: "node", node: first } : pair(first, second);
}

function readNode(index: MapIndex, text: string): number | undefined {
  const name = text.slice(text.indexOf(":") + 1);
  const { keys, names } = index.columns;
  const paper = text.startsWith("paper:") ? keys.indexOf(name) : -1;
  if (paper >= 0) return paper;
  const term = text.startsWith("term:") ? names.indexOf(name, index.papers) : -1;
  return term >= 0 ? term : undefined;
}
