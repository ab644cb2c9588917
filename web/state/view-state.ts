/**
 * All that the viewer remembers between two events, and the pure steps from one state to the next.
 */
import { COLOR_MODES, type ColorModeName } from "./colors/color-modes.ts";
import { filtersNeedDocument, NO_FILTERS, type Filters } from "./filters/filters.ts";
import { SIZE_MODES, type SizeModeName } from "./node-sizes.ts";

export { NO_FILTERS, type Filters } from "./filters/filters.ts";

export type Selection =
  | { readonly kind: "node"; readonly node: number }
  | { readonly kind: "community"; readonly community: number }
  /** An edge, or several between the same two nodes; `a` < `b`. */
  | { readonly kind: "pair"; readonly a: number; readonly b: number }
  /** What ties two communities; `a` < `b`. */
  | { readonly kind: "between"; readonly a: number; readonly b: number }
  /** How one term leads to another. */
  | { readonly kind: "path"; readonly from: number; readonly to: number };

type Theme = "auto" | "light" | "dark";

export interface ViewState {
  readonly hover: Selection | undefined;
  readonly selection: Selection | undefined;
  /** Term from which a path is wanted; the next term opened is its other end. */
  readonly pathFrom: number | undefined;
  readonly filters: Filters;
  readonly theme: Theme;
  readonly colorBy: ColorModeName;
  readonly sizeBy: SizeModeName;
  /** Whether density contours are drawn. */
  readonly density: boolean;
  /** What stands below the map: name of the panel and what it shows; empty: none. */
  readonly dock: string;
  /** The reader's name for the map; empty: none. */
  readonly title: string;
}

export const START: ViewState = {
  hover: undefined,
  selection: undefined,
  pathFrom: undefined,
  filters: NO_FILTERS,
  theme: "auto",
  colorBy: "community",
  sizeBy: "map",
  density: false,
  dock: "",
  title: "",
};

export function pair(a: number, b: number): Selection {
  return { kind: "pair", a: Math.min(a, b), b: Math.max(a, b) };
}

export function between(a: number, b: number): Selection {
  return { kind: "between", a: Math.min(a, b), b: Math.max(a, b) };
}

export function sameSelection(a: Selection | undefined, b: Selection | undefined): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf(selection: Selection | undefined): string {
  if (!selection) return "";
  if (selection.kind === "path") return `path ${selection.from} ${selection.to}`;
  if (selection.kind === "between") return `between ${selection.a} ${selection.b}`;
  if (selection.kind === "pair") return `pair ${selection.a} ${selection.b}`;
  return selection.kind === "node" ? `node ${selection.node}` : `community ${selection.community}`;
}

export function hover(state: ViewState, target: Selection | undefined): ViewState {
  return sameSelection(state.hover, target) ? state : { ...state, hover: target };
}

/** Selecting ends hovering: what was under the mouse is now what is open. */
export function select(state: ViewState, target: Selection | undefined): ViewState {
  return sameSelection(state.selection, target) ? state : { ...state, selection: target, hover: undefined };
}

/** Asks for a path from a term; asked again, takes it back. */
export function askPath(state: ViewState, from: number): ViewState {
  return { ...state, pathFrom: state.pathFrom === from ? undefined : from };
}

/** What opening `target` means: the other end of a path where one is wanted. */
export function wanted(
  state: ViewState,
  target: Selection | undefined,
  isTerm: (node: number) => boolean,
): Selection | undefined {
  const { pathFrom } = state;
  if (pathFrom === undefined || target?.kind !== "node" || target.node === pathFrom || !isTerm(target.node))
    return target;
  return { kind: "path", from: pathFrom, to: target.node };
}

/**
 * Whether the map then shows more than names, places and ties: what only the whole document tells. The panel waits by
 * itself.
 */
export function needsDocument({ selection, filters, colorBy, sizeBy }: ViewState): boolean {
  return (
    selection?.kind === "path" ||
    filtersNeedDocument(filters) ||
    COLOR_MODES[colorBy].needsDocument ||
    SIZE_MODES[sizeBy].needsDocument
  );
}

export function setFilters(state: ViewState, change: Partial<Filters>): ViewState {
  return { ...state, filters: { ...state.filters, ...change } };
}

/** Shows one community alone; again: all of them. */
export function focusCommunity(state: ViewState, community: number, all: readonly number[]): ViewState {
  const others = all.filter((id) => id !== community);
  const { hiddenCommunities } = state.filters;
  const alone =
    !hiddenCommunities.has(community) && others.length > 0 && others.every((id) => hiddenCommunities.has(id));
  return setFilters(state, { hiddenCommunities: new Set(alone ? [] : others) });
}
