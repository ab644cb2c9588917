/**
 * One state, what follows from it, and the few actions that have an effect outside of it (history, camera).
 */
import { computed, effect, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { identityOf } from "../decide/memory.ts";
import { openDesk, type Desk } from "../decide/desk.ts";
import { once } from "../data/once.ts";
import { ask } from "../data/ask.ts";
import { nameOf, type MapIndex } from "../data/map-index.ts";
import type { SearchIndex } from "../data/search-index.ts";
import { DARK, LIGHT, type Ground, type Rgb } from "../map/colors.ts";
import type { MapView } from "../map/map-view.ts";
import { TEXTS } from "../texts.ts";
import { focusOf, nodesOfPaths, type Focus } from "./focus.ts";
import { nodeColors } from "./node-colors.ts";
import { nodeSizes } from "./node-sizes.ts";
import { readLink, writeLink, type Camera } from "./permalink.ts";
import {
  needsDocument,
  sameSelection,
  select,
  START,
  wanted,
  type Filters,
  type Selection,
  type ViewState,
} from "./view-state.ts";
import { countVisible, visibleNodes } from "./visible.ts";

export interface Store {
  readonly index: MapIndex;
  readonly state: Signal<ViewState>;
  readonly selection: ReadonlySignal<Selection | undefined>;
  readonly filters: ReadonlySignal<Filters>;
  /** What is under the mouse, on the map or in a list. */
  readonly hovered: ReadonlySignal<Selection | undefined>;
  readonly shown: ReadonlySignal<Uint8Array>;
  readonly remaining: ReadonlySignal<{ papers: number; terms: number }>;
  readonly focus: ReadonlySignal<Focus | undefined>;
  readonly ground: ReadonlySignal<Ground>;
  readonly colorOf: ReadonlySignal<(node: number) => Rgb>;
  /** Radius of every node, in the map's units. */
  readonly sizes: ReadonlySignal<Float64Array>;
  readonly density: ReadonlySignal<boolean>;
  readonly search: Signal<SearchIndex | undefined>;
  readonly map: Signal<MapView | undefined>;
  /** Reads the document, once. */
  readonly read: () => Promise<void>;
  /** Whether the document has been read: until then there are names, places and ties. */
  readonly ready: ReadonlySignal<boolean>;
  /** Whether the reader asked for something that the document is needed for. */
  readonly waiting: ReadonlySignal<boolean>;
  /** How far back and forward the history of selections goes from here. */
  readonly trail: Signal<{ readonly back: number; readonly forward: number }>;
  readonly desk: Desk;
  /** Where the address wants the camera when the page opens. */
  readonly firstCamera: Camera | undefined;
  readonly update: (step: (state: ViewState) => ViewState) => void;
  /** Opens something in the panel and remembers the way back. */
  readonly open: (target: Selection | undefined, camera?: "reveal" | "fly") => void;
}

/** @param readDocument brings the index's document. What needs it asks for it, and waits. */
export function createStore(index: MapIndex, readDocument: () => Promise<void>): Store {
  const linked = readLink(index, location.hash);
  const state = signal<ViewState>({
    ...START,
    selection: linked.selection,
    filters: linked.filters,
    colorBy: linked.colorBy,
    sizeBy: linked.sizeBy,
    density: linked.density,
  });
  const systemDark = matchMedia("(prefers-color-scheme: dark)");
  const system = signal(systemDark.matches);
  systemDark.addEventListener("change", (event) => (system.value = event.matches));

  const filters = computed(() => state.value.filters);
  const colorBy = computed(() => state.value.colorBy);
  const sizeBy = computed(() => state.value.sizeBy);
  const density = computed(() => state.value.density);
  const theme = computed(() => state.value.theme);
  const selection = computed(() => state.value.selection);
  const hovered = computed(() => state.value.hover);
  const shown = computed(() => visibleNodes(index, filters.value));
  const ground = computed(() => ((theme.value === "auto" ? system.value : theme.value === "dark") ? DARK : LIGHT));
  const map = signal<MapView | undefined>(undefined);
  const trail = signal({ back: 0, forward: 0 });

  const ready = signal(false);
  const waiting = signal(false);
  const desk = openDesk();
  const read = once(async () => {
    await readDocument();
    desk.recall(identityOf(index.columns));
    ready.value = true;
  });
  const onceRead = (action: () => void) => {
    if (ready.peek()) {
      action();
      return;
    }
    waiting.value = true;
    void read()
      .then(action)
      .finally(() => (waiting.value = false));
  };
  const update = (step: (state: ViewState) => ViewState) => {
    const next = step(state.value);
    if (ready.peek() || !needsDocument(next)) state.value = next;
    else onceRead(() => update(step));
  };

  const store: Store = {
    index,
    state,
    selection,
    filters,
    hovered,
    shown,
    remaining: computed(() => countVisible(index, shown.value)),
    focus: computed(() => focusOf(index, { hover: hovered.value, selection: selection.value }, shown.value)),
    ground,
    colorOf: computed(() => nodeColors(index, colorBy.value, ground.value)),
    sizes: computed(() => nodeSizes(index, sizeBy.value)),
    density,
    search: signal<SearchIndex | undefined>(undefined),
    map,
    read,
    ready,
    waiting,
    trail,
    desk,
    firstCamera: linked.camera,
    update,
    open: (asked, camera = "reveal") => {
      const target = wanted(state.value, asked, (node) => node >= index.papers);
      const show = () => {
        if (!sameSelection(state.value.selection, target)) {
          const pathFrom = target?.kind === "path" ? undefined : state.value.pathFrom;
          const next = { ...select(state.value, target), pathFrom };
          const back = trail.value.back + 1;
          // First the address, then the state: what follows the state finds its address in place.
          history.pushState({ at: back }, "", `#${writeLink(index, next)}`);
          trail.value = { back, forward: 0 };
          state.value = next;
        }
        if (target) moveTo(map, target, camera);
      };
      if (needsDocument({ ...state.value, selection: target })) onceRead(show);
      else show();
    },
  };
  followHistory(store);
  // The address always restores what is shown; filters do not count as places to go back to.
  effect(() => {
    const link = writeLink(index, {
      selection: selection.value,
      filters: filters.value,
      colorBy: colorBy.value,
      sizeBy: sizeBy.value,
      density: density.value,
    });
    if (location.hash.slice(1) !== link) history.replaceState(history.state, "", `#${link}`);
  });
  return store;
}

/** After the panel has opened and the free area is known. */
function moveTo(map: Signal<MapView | undefined>, target: Selection, camera: "reveal" | "fly"): void {
  requestAnimationFrame(() => {
    if (target.kind === "community") {
      if (camera === "fly" || !map.value?.sees(target.community)) map.value?.flyToCommunity(target.community);
    } else if (target.kind === "pair") map.value?.moves.flyToNodes([target.a, target.b]);
    else if (target.kind === "path") flyAlong(map, target);
    else if (camera === "fly") map.value?.moves.flyToNode(target.node);
    else map.value?.moves.reveal(target.node);
  });
}

/** Once the way is known. */
function flyAlong(map: Signal<MapView | undefined>, { from, to }: Selection & { kind: "path" }): void {
  const view = map.value;
  if (view === undefined) return;
  void ask(view.index, "path", { from, to }).then((answer) =>
    view.moves.flyToNodes([from, to, ...nodesOfPaths(answer).flat()]),
  );
}

/** The browser's own back and forward move between selections. */
function followHistory({ index, trail, update }: Store): void {
  history.replaceState({ at: 0 }, "");
  addEventListener("popstate", (event: PopStateEvent) => {
    const at = (event.state as { at?: number } | null)?.at ?? 0;
    const total = trail.value.back + trail.value.forward;
    trail.value = { back: at, forward: Math.max(0, total - at) };
    const { selection, filters, colorBy, sizeBy, density } = readLink(index, location.hash);
    update((current) => ({ ...select(current, selection), filters, colorBy, sizeBy, density }));
  });
}

/** What a selection is called. */
export function titleOf(index: MapIndex, target: Selection): string {
  const name = (node: number) => nameOf(index, node);
  switch (target.kind) {
    case "community":
      return index.communities.get(target.community)?.label ?? "";
    case "node":
      return name(target.node);
    case "pair":
      return TEXTS.panel.pair(name(target.a), name(target.b));
    case "path":
      return TEXTS.path.title(name(target.from), name(target.to));
  }
}

const StoreContext = createContext<Store | undefined>(undefined);
export const StoreProvider = StoreContext.Provider;

export function useStore(): Store {
  const store = useContext(StoreContext);
  if (!store) throw new Error("no store around this component");
  return store;
}
