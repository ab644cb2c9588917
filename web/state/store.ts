/**
 * One state, what follows from it, and the few actions that have an effect outside of it (history, camera).
 */
import { computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { identityOf } from "../decide/memory.ts";
import { openDecisions, type DecisionStore } from "../decide/decision-store.ts";
import { nameOf, type MapIndex } from "../data/map-index.ts";
import type { SearchIndex } from "../data/search-index.ts";
import { DARK, LIGHT, type ColorScheme, type Rgb } from "../lib/color.ts";
import { shortName } from "../lib/short-name.ts";
import { TEXTS } from "../texts.ts";
import { moveTo, type CameraMove } from "./camera.ts";
import { COLOR_MODES } from "./colors/color-modes.ts";
import { visibleNodes } from "./filters/filters.ts";
import { nameOfMap } from "./map-title.ts";
import { focusOf, type Focus } from "./focus.ts";
import { followHistory, keepAddress, type ViewHistory } from "./history.ts";
import type { MapControl } from "./map-control.ts";
import { nodeSizes } from "./node-sizes.ts";
import { readLink, type Camera } from "./permalink.ts";
import { createReading, type Reading } from "./reading.ts";
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
import { countVisible } from "./visible.ts";

export interface Store extends Pick<Reading, "read" | "ready" | "waiting">, Pick<ViewHistory, "trail">, Derived {
  readonly index: MapIndex;
  readonly state: Signal<ViewState>;
  readonly search: Signal<SearchIndex | undefined>;
  /** The map on the screen. */
  readonly map: Signal<MapControl | undefined>;
  readonly decisions: DecisionStore;
  /** Where the camera rests; undefined: where the whole map is in sight. */
  readonly camera: Signal<Camera | undefined>;
  /** What the address names that this map has not; undefined: nothing. */
  readonly missed: Signal<string | undefined>;
  /** Where the address wants the camera when the page opens. */
  readonly firstCamera: Camera | undefined;
  readonly update: (step: (state: ViewState) => ViewState) => void;
  /** Opens something in the panel and remembers the way back. */
  readonly open: (target: Selection | undefined, camera?: CameraMove) => void;
}

/** What follows from the state. */
interface Derived {
  readonly selection: ReadonlySignal<Selection | undefined>;
  readonly filters: ReadonlySignal<Filters>;
  /** What is under the mouse, on the map or in a list. */
  readonly hovered: ReadonlySignal<Selection | undefined>;
  /** 1 for the nodes that the filters leave. */
  readonly shown: ReadonlySignal<Uint8Array>;
  readonly remaining: ReadonlySignal<{ papers: number; terms: number }>;
  readonly focus: ReadonlySignal<Focus | undefined>;
  readonly scheme: ReadonlySignal<ColorScheme>;
  readonly colorOf: ReadonlySignal<(node: number) => Rgb>;
  /** Radius of every node, in the map's units. */
  readonly sizes: ReadonlySignal<Float64Array>;
  readonly density: ReadonlySignal<boolean>;
  /** Whether colours tell something else than communities. */
  readonly neutral: ReadonlySignal<boolean>;
  readonly dock: ReadonlySignal<string>;
  readonly title: ReadonlySignal<string>;
  /** Of the map: the reader's, or one that says what is on it. */
  readonly name: ReadonlySignal<string>;
}

interface StoreOptions {
  readonly decisions?: DecisionStore;
  /** Of the map, until the reader gives another. */
  readonly name?: string;
  /** Ends what the store does by itself, where another map may take this one's place. */
  readonly until?: AbortSignal;
}

/** @param readDocument brings the index's document. What needs it asks for it, and waits. */
export function createStore(
  index: MapIndex,
  readDocument: () => Promise<void>,
  { decisions = openDecisions(), name: called = "", until }: StoreOptions = {},
): Store {
  const { camera: firstCamera, missed: missing, ...linked } = readLink(index, location.hash);
  const camera = signal(firstCamera);
  const missed = signal(missing);
  const state = signal<ViewState>({ ...START, ...linked });
  const map = signal<MapControl | undefined>(undefined);
  const { read, ready, waiting, onceRead } = createReading(async () => {
    await readDocument();
    decisions.recall(identityOf(index.columns));
  });
  const update = (step: (state: ViewState) => ViewState) => {
    const next = step(state.value);
    if (ready.peek() || !needsDocument(next)) state.value = next;
    else onceRead(() => update(step));
  };
  const look = (place: Camera | undefined) => {
    camera.value = place;
    // As in `open`.
    requestAnimationFrame(() => {
      if (place) map.value?.moves.flyTo(place);
      else map.value?.moves.goHome();
    });
  };
  const { trail, push } = followHistory(index, update, look, (name) => (missed.value = name), until);
  const open = (asked: Selection | undefined, move: CameraMove = "reveal") => {
    const target = wanted(state.value, asked, (node) => node >= index.papers);
    const show = () => {
      if (!sameSelection(state.value.selection, target)) {
        const pathFrom = target?.kind === "path" ? undefined : state.value.pathFrom;
        const next = { ...select(state.value, target), pathFrom };
        push(next);
        state.value = next;
      }
      // The panel has its place, and the map its free area, in the next frame.
      if (target) requestAnimationFrame(() => map.value && moveTo(map.value, index, target, move));
    };
    if (needsDocument({ ...state.value, selection: target })) onceRead(show);
    else show();
  };
  const derived = derive(index, state, ready, called);
  const { selection, filters, colorBy, sizeBy, density, dock, title } = derived;
  const link = () => ({
    selection: selection.value,
    filters: filters.value,
    colorBy: colorBy.value,
    sizeBy: sizeBy.value,
    density: density.value,
    dock: dock.value,
    title: title.value,
  });
  keepAddress(index, link, () => camera.value, until);
  const search = signal<SearchIndex | undefined>(undefined);
  return {
    ...derived,
    index,
    state,
    search,
    map,
    read,
    ready,
    waiting,
    trail,
    decisions,
    camera,
    missed,
    firstCamera,
    update,
    open,
  };
}

function derive(index: MapIndex, state: Signal<ViewState>, ready: ReadonlySignal<boolean>, called: string) {
  const systemDark = darkSystem();
  const filters = computed(() => state.value.filters);
  const colorBy = computed(() => state.value.colorBy);
  const sizeBy = computed(() => state.value.sizeBy);
  const theme = computed(() => state.value.theme);
  const selection = computed(() => state.value.selection);
  const hovered = computed(() => state.value.hover);
  const shown = computed(() => visibleNodes(index, filters.value));
  const scheme = computed(() => ((theme.value === "auto" ? systemDark.value : theme.value === "dark") ? DARK : LIGHT));
  return {
    selection,
    filters,
    colorBy,
    sizeBy,
    hovered,
    shown,
    remaining: computed(() => countVisible(index, shown.value)),
    focus: computed(() => {
      const target = { hover: hovered.value, selection: selection.value };
      // The document says which way relations go: once it is there, arrows are drawn.
      return focusOf(index, target, shown.value, ready.value);
    }),
    scheme,
    colorOf: computed(() => COLOR_MODES[colorBy.value].colorsOf(index, scheme.value)),
    sizes: computed(() => nodeSizes(index, sizeBy.value)),
    density: computed(() => state.value.density),
    neutral: computed(() => COLOR_MODES[colorBy.value].neutral ?? true),
    dock: computed(() => state.value.dock),
    title: computed(() => state.value.title),
    name: computed(() => nameOfMap(index, state.value.title || called)),
  };
}

/** Whether the reader's system asks for dark colours. */
function darkSystem(): ReadonlySignal<boolean> {
  const query = matchMedia("(prefers-color-scheme: dark)");
  const dark = signal(query.matches);
  query.addEventListener("change", (event) => (dark.value = event.matches));
  return dark;
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
    case "between": {
      const label = (id: number) => shortName(index.communities.get(id)?.label ?? "");
      return TEXTS.panel.pair(label(target.a), label(target.b));
    }
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
