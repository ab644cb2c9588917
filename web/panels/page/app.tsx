/**
 * The page: the map over the whole window, a card with search and legend on one side, details on the other.
 */
import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { nameOf } from "../../data/map-index.ts";
import { focusOf } from "../../state/focus.ts";
import { askPath } from "../../state/view-state.ts";
import { StoreProvider, titleOf, useStore, type Store } from "../../state/store.ts";
import { TEXTS } from "../../texts.ts";
import { AskDock } from "../ask/ask-dock.tsx";
import { ActiveFilters, Filters } from "../side/filters.tsx";
import { DataTable } from "./data-table.tsx";
import { PendingDecisions } from "../details/decide.tsx";
import { DetailPanel } from "../details/detail-panel.tsx";
import { HelpDialog } from "./help-dialog.tsx";
import { handleKey, leaveField, type DialogName } from "./keys.ts";
import { TakeAwayDialog } from "./take-away-dialog.tsx";
import { Icon } from "../parts/icons.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import { CommunityLegend, ShapeLegend } from "../side/legend.tsx";
import { MapStage } from "./map-stage.tsx";
import { SearchBox } from "../side/search-box.tsx";

export function App({ store }: { readonly store: Store }) {
  return (
    <StoreProvider value={store}>
      <Page />
    </StoreProvider>
  );
}

function Page() {
  const store = useStore();
  const { ground, selection, ready } = store;
  const dialog = useSignal<DialogName | undefined>(undefined);
  /** What rises from below; the map stays in use over it. */
  const dock = useSignal<"table" | "ask" | undefined>(undefined);
  const toggleDock = (name: "table" | "ask") => (dock.value = dock.value === name ? undefined : name);
  const canDraw = useSignal(true);
  const closeDialog = () => (dialog.value = undefined);
  const legendOpen = useSignal(false);
  const openDialog = (name: DialogName) => {
    if (name === "ask") toggleDock("ask");
    else dialog.value = name;
  };

  /** What opened over something else closes before it. */
  const closeLast = () => {
    const { pathFrom } = store.state.value;
    if (legendOpen.value) legendOpen.value = false;
    else if (pathFrom !== undefined) store.update((state) => askPath(state, pathFrom));
    else if (selection.value) store.open(undefined);
    else dock.value = undefined;
  };

  useEffect(() => {
    document.documentElement.dataset["theme"] = ground.value.dark ? "dark" : "light";
  }, [ground.value]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") {
        if (!leaveField(event.target)) closeLast();
      } else handleKey(event, store, openDialog);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

  return (
    <div
      class={`app${selection.value ? " has-detail" : ""}${legendOpen.value ? " has-legend" : ""}${dock.value ? " has-table" : ""}`}
    >
      <div class="side">
        <header class="card head" data-covers>
          <h1>{TEXTS.title}</h1>
          <Summary />
          <SearchBox />
        </header>
        <section class="card legend" aria-label={TEXTS.legend.name} data-covers>
          <button
            type="button"
            class="legend-handle phone-only"
            aria-expanded={legendOpen.value}
            onClick={() => (legendOpen.value = !legendOpen.value)}
          >
            <Icon name={legendOpen.value ? "down" : "up"} /> {TEXTS.legend.toggle}
          </button>
          <div class="scroll legend-body">
            <PendingDecisions />
            <ActiveFilters />
            <ShapeLegend />
            <Filters />
            <CommunityLegend />
          </div>
        </section>
      </div>
      {canDraw.value ? (
        <MapStage onFail={() => (canDraw.value = false)} />
      ) : (
        <main class="plain-map">
          <p>{TEXTS.noWebGl}</p>
          {ready.value && <DataTable />}
        </main>
      )}
      {dock.value && ready.value && (canDraw.value || dock.value === "ask") && (
        <section
          class="card table-dock"
          aria-label={dock.value === "ask" ? TEXTS.ask.name : TEXTS.table.name}
          data-covers
        >
          <IconButton
            icon="close"
            className="dock-close"
            label={TEXTS.panel.close}
            onClick={() => (dock.value = undefined)}
          />
          {dock.value === "ask" ? <AskDock /> : <DataTable />}
        </section>
      )}
      <DetailPanel />
      <MapTools hasMap={canDraw.value} onOpen={openDialog} onTable={() => toggleDock("table")} />
      {dialog.value === "take" && ready.value && <TakeAwayDialog onClose={closeDialog} />}
      {dialog.value === "help" && <HelpDialog onClose={closeDialog} />}
      <PathHint />
      <NothingLeft />
      {(store.waiting.value || ((dock.value || dialog.value === "take") && !ready.value)) && (
        <p class="card path-hint" role="status">
          {TEXTS.load.loading}
        </p>
      )}
      <Announcer />
    </div>
  );
}

function NothingLeft() {
  const { index, remaining } = useStore();
  const { papers, terms } = remaining.value;
  return index.count > 0 && papers + terms === 0 ? (
    <p class="card path-hint" role="status">
      {TEXTS.filters.nothing}
    </p>
  ) : null;
}

function Summary() {
  const { index, remaining } = useStore();
  const { papers, terms } = remaining.value;
  const all = papers === index.papers && terms === index.count - index.papers;
  return (
    <p class="summary" role="status">
      {all ? TEXTS.summary(papers, terms, index.topLevel.length) : TEXTS.remaining(papers, terms)}
    </p>
  );
}

interface MapToolsProps {
  readonly hasMap: boolean;
  readonly onOpen: (dialog: DialogName) => void;
  readonly onTable: () => void;
}

function MapTools({ hasMap, onOpen, onTable }: MapToolsProps) {
  const { map, ground, update } = useStore();
  const { dark } = ground.value;
  return (
    <section class="card tools" aria-label={TEXTS.map.tools} data-covers>
      {hasMap && (
        <>
          <IconButton icon="plus" label={TEXTS.map.zoomIn} onClick={() => map.value?.moves.zoomBy(1.7)} />
          <IconButton icon="minus" label={TEXTS.map.zoomOut} onClick={() => map.value?.moves.zoomBy(1 / 1.7)} />
          <IconButton icon="fit" label={TEXTS.map.fit} onClick={() => map.value?.moves.goHome()} />
        </>
      )}
      <IconButton
        icon={dark ? "sun" : "moon"}
        label={dark ? TEXTS.theme.light : TEXTS.theme.dark}
        onClick={() => update((state) => ({ ...state, theme: dark ? "light" : "dark" }))}
      />
      {hasMap && <IconButton icon="table" label={TEXTS.table.open} onClick={onTable} />}
      <IconButton icon="ask" label={TEXTS.ask.open} onClick={() => onOpen("ask")} />
      <IconButton icon="download" label={TEXTS.take.open} onClick={() => onOpen("take")} />
      <IconButton icon="help" label={TEXTS.help.open} onClick={() => onOpen("help")} />
    </section>
  );
}

/** While the other end of a path is wanted. */
function PathHint() {
  const { index, state, update } = useStore();
  const { pathFrom } = state.value;
  if (pathFrom === undefined) return null;
  return (
    <div class="card path-hint" role="status">
      {TEXTS.path.choose(nameOf(index, pathFrom))}
      <IconButton
        icon="close"
        className="small"
        label={TEXTS.path.cancel}
        onClick={() => update((current) => askPath(current, pathFrom))}
      />
    </div>
  );
}

/** Tells screen readers what was selected. */
function Announcer() {
  const { index, selection, shown } = useStore();
  const current = selection.value;
  const before = useRef(current);
  useEffect(() => {
    before.current = current;
  }, [current]);
  const name = current === undefined ? "" : titleOf(index, current);
  // Of what is selected, whatever the mouse is over.
  const lit = useComputed(
    () => focusOf(index, { hover: undefined, selection: selection.value }, shown.value)?.nodes.length ?? 1,
  ).value;
  const cleared = before.current && !current ? TEXTS.live.cleared : "";
  return (
    <p class="sr-only" role="status">
      {name ? TEXTS.live.selected(name, Math.max(0, lit - 1)) : cleared}
    </p>
  );
}
