/**
 * What is open on the page beside the selection, and the map's view for what is drawn from it.
 */
import { signal, type Signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { MapView } from "../../map/map-view.ts";
import type { Store } from "../../state/store.ts";
import { askPath } from "../../state/view-state.ts";
import { ROOMY, type RoomName } from "../rooms/rooms.ts";
import type { Panel } from "./panel.ts";

export interface PageState {
  readonly panels: readonly Panel[];
  readonly dialog: Signal<Panel | undefined>;
  readonly dock: Signal<Panel | undefined>;
  /** On a phone, where the legend lies below the window's edge until it is asked for. */
  readonly legendOpen: Signal<boolean>;
  /** Whether an area is being drawn. */
  readonly lasso: Signal<boolean>;
  /** Whether the legend is folded away. */
  readonly folded: Signal<boolean>;
  /** Sizes of the rooms that were changed, in pixels. */
  readonly rooms: Signal<Readonly<Partial<Record<RoomName, number | undefined>>>>;
  /** False where the browser has no WebGL. */
  readonly canDraw: Signal<boolean>;
  readonly view: Signal<MapView | undefined>;
  /** Number of the task whose table was asked for last. */
  readonly tableTask: Signal<number | undefined>;
}

export function createPageState(panels: readonly Panel[]): PageState {
  return {
    panels,
    dialog: signal(undefined),
    dock: signal(undefined),
    legendOpen: signal(false),
    lasso: signal(false),
    folded: signal(innerWidth < ROOMY),
    rooms: signal({}),
    canDraw: signal(true),
    view: signal(undefined),
    tableTask: signal(undefined),
  };
}

/** Opens a panel; a dock that is open closes. */
export function togglePanel({ dialog, dock }: PageState, panel: Panel): void {
  if (panel.kind === "dialog") dialog.value = panel;
  else dock.value = dock.value === panel ? undefined : panel;
}

/** Shows the table of a task in its dock. */
export function openTaskTable({ dock, tableTask, panels }: PageState, task: number): void {
  tableTask.value = task;
  dock.value = panels.find(({ showsTask }) => showsTask);
}

/** Closes what lies on top: the legend, the question for a path, the details, the dock. */
export function closeTop({ legendOpen, dock }: PageState, { state, selection, update, open }: Store): void {
  const { pathFrom } = state.value;
  if (legendOpen.value) legendOpen.value = false;
  else if (pathFrom !== undefined) update((current) => askPath(current, pathFrom));
  else if (selection.value) open(undefined);
  else dock.value = undefined;
}

const PageContext = createContext<PageState | undefined>(undefined);
export const PageProvider = PageContext.Provider;

export function usePage(): PageState {
  const page = useContext(PageContext);
  if (!page) throw new Error("no page around this component");
  return page;
}
