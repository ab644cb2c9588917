/**
 * What is open on the page beside the selection, and the map's view for what is drawn from it.
 */
import { computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { MapView } from "../../map/map-view.ts";
import type { PreparedMap } from "../../map/prepared-map.ts";
import type { Store } from "../../state/store.ts";
import { askPath } from "../../state/view-state.ts";
import { recallRooms, type RoomSizes } from "../rooms/kept-rooms.ts";
import type { Panel } from "./panel.ts";

export interface PageState {
  readonly panels: readonly Panel[];
  readonly dialog: Signal<Panel | undefined>;
  /** As the state has it, and with it the address. */
  readonly dock: ReadonlySignal<Panel | undefined>;
  /** What the dock shows of several things; empty: what it shows first. */
  readonly dockView: ReadonlySignal<string>;
  readonly showDock: (panel: Panel | undefined, view?: string) => void;
  /** On a phone, where the legend lies below the window's edge until it is asked for. */
  readonly legendOpen: Signal<boolean>;
  /** Whether an area is being drawn. */
  readonly lasso: Signal<boolean>;
  /** Whether the legend is folded away. */
  readonly folded: Signal<boolean>;
  /** Sizes of the rooms that were changed, in pixels. */
  readonly rooms: Signal<RoomSizes>;
  /** False where the browser has no WebGL. */
  readonly canDraw: Signal<boolean>;
  readonly prepared: PreparedMap;
  readonly view: Signal<MapView | undefined>;
  /** Number of the task whose table was asked for last. */
  readonly tableTask: Signal<number | undefined>;
}

export function createPageState(panels: readonly Panel[], prepared: PreparedMap, { state, update }: Store): PageState {
  const dock = computed(() => splitDock(state.value.dock));
  const { sizes, folded } = recallRooms({ width: innerWidth, height: innerHeight });
  return {
    panels,
    dialog: signal(undefined),
    dock: computed(() => panels.find(({ name }) => name !== undefined && name === dock.value.name)),
    dockView: computed(() => dock.value.view),
    showDock: (panel, view) => {
      const opened = [panel?.name ?? "", ...(view ? [view] : [])].join(BEFORE_VIEW);
      update((current) => (current.dock === opened ? current : { ...current, dock: opened }));
    },
    legendOpen: signal(false),
    lasso: signal(false),
    folded: signal(folded),
    rooms: signal(sizes),
    canDraw: signal(true),
    prepared,
    view: signal(undefined),
    tableTask: signal(undefined),
  };
}

/** In the state, between the name of a dock and what it shows. */
const BEFORE_VIEW = ":";

function splitDock(text: string): { readonly name: string; readonly view: string } {
  const [name = "", ...view] = text.split(BEFORE_VIEW);
  return { name, view: view.join(BEFORE_VIEW) };
}

/** Opens a panel; a dock that is open closes. */
export function togglePanel({ dialog, dock, showDock }: PageState, panel: Panel): void {
  if (panel.kind === "dialog") dialog.value = panel;
  else showDock(dock.value === panel ? undefined : panel);
}

/** Shows the table of a task in its dock. */
export function openTaskTable({ showDock, tableTask, panels }: PageState, task: number): void {
  tableTask.value = task;
  showDock(panels.find(({ showsTask }) => showsTask));
}

/** Closes what lies on top: the legend, the question for a path, the details, the dock. */
export function closeTop({ legendOpen, showDock }: PageState, { state, selection, update, open }: Store): void {
  const { pathFrom } = state.value;
  if (legendOpen.value) legendOpen.value = false;
  else if (pathFrom !== undefined) update((current) => askPath(current, pathFrom));
  else if (selection.value) open(undefined);
  else showDock(undefined);
}

const PageContext = createContext<PageState | undefined>(undefined);
export const PageProvider = PageContext.Provider;

export function usePage(): PageState {
  const page = useContext(PageContext);
  if (!page) throw new Error("no page around this component");
  return page;
}
