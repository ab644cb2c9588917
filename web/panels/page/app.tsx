/**
 * The page: the map over the whole window, a card with search and legend on one side, details on the other.
 */
import { useEffect, useLayoutEffect, useMemo } from "preact/hooks";
import type { PreparedMap } from "../../map/prepared-map.ts";
import { StoreProvider, useStore, type Store } from "../../state/store.ts";
import { TEXTS } from "../../texts.ts";
import { DetailPanel } from "../details/detail-panel.tsx";
import { keepRooms } from "../rooms/kept-rooms.ts";
import { ROOMS, type RoomName } from "../rooms/rooms.ts";
import { ActiveFilters } from "../side/filters.tsx";
import { SideCards } from "../side/side-cards.tsx";
import { Announcer } from "./announcer.tsx";
import { DataTable } from "./data-table.tsx";
import { LoadingHint, MissedHint, NothingLeft, PathHint } from "./hints.tsx";
import { handleKey, leaveField } from "./keys.ts";
import { Lasso } from "./lasso.tsx";
import { MapStage } from "./map-stage.tsx";
import { MapTools } from "./map-tools.tsx";
import { OpenDialog, OpenDock } from "./open-panels.tsx";
import { closeTop, createPageState, PageProvider, usePage } from "./page-state.ts";
import type { Panel } from "./panel.ts";
import { PANELS } from "./panels.ts";

interface AppProps {
  readonly store: Store;
  readonly prepared: PreparedMap;
  /** Before those of every map. */
  readonly panels?: readonly Panel[];
}

export function App({ store, prepared, panels = [] }: AppProps) {
  const page = useMemo(() => createPageState([...panels, ...PANELS], prepared, store), []);
  return (
    <StoreProvider value={store}>
      <PageProvider value={page}>
        <Page />
      </PageProvider>
    </StoreProvider>
  );
}

function Page() {
  const { selection } = useStore();
  const { dock, legendOpen, canDraw, folded, rooms } = usePage();
  useTheme();
  useKeys();
  // At once: the page may be left in the next moment.
  useLayoutEffect(
    () => keepRooms({ sizes: rooms.value, folded: folded.value }, innerWidth),
    [rooms.value, folded.value],
  );
  const states = [
    selection.value && "has-detail",
    legendOpen.value && "has-legend",
    dock.value && "has-dock",
    folded.value && "side-folded",
  ];
  const sizes = Object.entries(rooms.value).flatMap(([room, size]) =>
    size === undefined ? [] : [[ROOMS[room as RoomName].property, `${size}px`] as const],
  );
  return (
    <div class={["app", ...states].filter(Boolean).join(" ")} style={Object.fromEntries(sizes)}>
      <SideCards legendOpen={legendOpen} />
      {canDraw.value ? <MapStage /> : <PlainMap />}
      <ActiveFilters />
      <Lasso />
      <OpenDock />
      <DetailPanel />
      <MapTools />
      <OpenDialog />
      <PathHint />
      <NothingLeft />
      <MissedHint />
      <LoadingHint />
      <Announcer />
    </div>
  );
}

/** Tells the style sheets which colours are wanted. */
function useTheme(): void {
  const { scheme } = useStore();
  useEffect(() => {
    document.documentElement.dataset["theme"] = scheme.value.dark ? "dark" : "light";
  }, [scheme.value]);
}

function useKeys(): void {
  const store = useStore();
  const page = usePage();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") handleKey(event, store, page);
      else if (!leaveField(event.target)) closeTop(page, store);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [store, page]);
}

/** Everything as a table, where the browser cannot draw. */
function PlainMap() {
  const { ready } = useStore();
  return (
    <main class="plain-map">
      <p>{TEXTS.noWebGl}</p>
      {ready.value && <DataTable />}
    </main>
  );
}
