/**
 * The address of the page: it always restores what is shown, and every selection is a step of the browser's history.
 */
import { effect, signal, type Signal } from "@preact/signals";
import type { MapIndex } from "../data/map-index.ts";
import { readLink, writeLink, type Camera } from "./permalink.ts";
import { select, type ViewState } from "./view-state.ts";

/** How far back and forward the history of selections goes from here. */
interface Trail {
  readonly back: number;
  readonly forward: number;
}

export interface ViewHistory {
  readonly trail: Signal<Trail>;
  /** Makes the state a step of its own. To be called before the state is set: what follows it finds its address in place. */
  readonly push: (next: ViewState) => void;
}

/**
 * @param update how the browser's own back and forward set the state.
 * @param look how they set the camera; undefined: the whole map.
 * @param miss is told what an address that is typed in names and this map has not; undefined: nothing.
 * @param until ends it, where another map may take this one's place.
 */
export function followHistory(
  index: MapIndex,
  update: (step: (state: ViewState) => ViewState) => void,
  look: (camera: Camera | undefined) => void,
  miss: (name: string | undefined) => void,
  until?: AbortSignal,
): ViewHistory {
  const trail = signal<Trail>({ back: 0, forward: 0 });
  history.replaceState({ at: 0 }, "");
  const step = (event: PopStateEvent) => {
    const at = (event.state as { at?: number } | null)?.at ?? 0;
    const total = trail.value.back + trail.value.forward;
    trail.value = { back: at, forward: Math.max(0, total - at) };
    const linked = readLink(index, location.hash);
    const { camera, missed, selection, filters, colorBy, sizeBy, density, title } = linked;
    // Back and forward leave open what stands below the map; an address that is typed in says what is.
    const dock = event.state === null ? { dock: linked.dock } : {};
    look(camera);
    miss(missed);
    update((current) => ({ ...select(current, selection), filters, colorBy, sizeBy, density, title, ...dock }));
  };
  addEventListener("popstate", step, until && { signal: until });
  return {
    trail,
    push: (next) => {
      const back = trail.value.back + 1;
      history.pushState({ at: back }, "", `#${writeLink(index, next)}`);
      trail.value = { back, forward: 0 };
    },
  };
}

/** Keeps the address in step with the state; filters and colours are no places to go back to. */
export function keepAddress(
  index: MapIndex,
  link: () => Parameters<typeof writeLink>[1],
  camera: () => Camera | undefined,
  until?: AbortSignal,
): void {
  const stop = effect(() => {
    const written = writeLink(index, link(), camera());
    if (location.hash.slice(1) !== written) history.replaceState(history.state, "", `#${written}`);
  });
  until?.addEventListener("abort", stop);
}
