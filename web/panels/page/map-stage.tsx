/**
 * The place where the map is drawn, and the strings between state and map.
 */
import { effect } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { MapView } from "../../map/map-view.ts";
import { whenIdle } from "../../map/scheduling.ts";
import type { Insets } from "../../map/camera/projection.ts";
import { useStore } from "../../state/store.ts";
import { hover, type Selection } from "../../state/view-state.ts";
import { TEXTS } from "../../texts.ts";

/** @param onFail the browser cannot draw: WebGL is missing. */
export function MapStage({ onFail }: { readonly onFail: () => void }) {
  const store = useStore();
  const container = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = container.current!;
    const { index, shown, ground, colorOf, sizes, density, focus, ready, update, open } = store;
    const appearance = () => ({
      shown: shown.value,
      ground: ground.value,
      colorOf: colorOf.value,
      sizes: sizes.value,
      density: density.value,
    });
    const events = {
      onHover: (target: Selection | undefined) => update((state) => hover(state, target)),
      onClick: (target: Selection | undefined) => open(target),
      onCamera: () => undefined,
      onMissing: onFail,
    };
    if (!canDraw()) {
      onFail();
      return undefined;
    }
    const map = new MapView(element, index, appearance(), events);
    const stillness = matchMedia("(prefers-reduced-motion: reduce)");
    map.moves.setStill(stillness.matches);
    setFreeArea(map, element);
    const camera = store.firstCamera;
    if (camera) map.moves.place = camera;
    else {
      map.moves.goHome(false);
      const target = store.selection.value;
      if (target?.kind === "community") requestAnimationFrame(() => map.flyToCommunity(target.community, false));
    }
    store.map.value = map;

    let first = true;
    const stops = [
      effect(() => {
        const next = appearance();
        if (first) first = false;
        else map.setAppearance(next);
      }),
      effect(() => map.setFocus(focus.value)),
      effect(() => {
        if (ready.value) whenIdle(() => map.refine());
      }),
      effect(() => {
        const opened = store.selection.value;
        // The panel has its place in the next frame.
        requestAnimationFrame(() => {
          if (opened === store.selection.peek()) setFreeArea(map, element);
        });
      }),
    ];
    // Cards come and go: the free area is what they leave.
    const cards = new MutationObserver(() => setFreeArea(map, element));
    cards.observe(element.parentElement!, { childList: true, attributes: true, attributeFilter: ["class"] });
    const resized = new ResizeObserver(() => {
      map.resize();
      setFreeArea(map, element);
    });
    resized.observe(element);
    return () => {
      resized.disconnect();
      cards.disconnect();
      for (const stop of stops) stop();
      map.kill();
      store.map.value = undefined;
    };
  }, [store]);

  return (
    <main class="map" tabIndex={0} ref={container} aria-label={TEXTS.map.name}>
      <p class="sr-only">{TEXTS.map.help}</p>
    </main>
  );
}

/** Whether a map can be begun; whether WebGL opens shows once the first picture stands. */
function canDraw(): boolean {
  return "WebGLRenderingContext" in globalThis && document.createElement("canvas").getContext("2d") !== null;
}

const GAP = 20;

function setFreeArea(map: MapView, element: HTMLElement): void {
  const covers = [...document.querySelectorAll<HTMLElement>("[data-covers]")].map((card) =>
    card.getBoundingClientRect(),
  );
  map.setInsets(freeArea(element), covers);
}

/** What the cards leave of the map: cards as high as the window take a side, others top or bottom. */
export function freeArea(map: HTMLElement): Insets {
  const insets = { left: GAP, top: GAP, right: GAP, bottom: GAP };
  const whole = map.getBoundingClientRect();
  for (const card of document.querySelectorAll<HTMLElement>("[data-covers]")) {
    const box = card.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const wide = box.width > whole.width * 0.7;
    if (wide && box.bottom < whole.top + whole.height / 2) insets.top = Math.max(insets.top, box.bottom + GAP / 2);
    else if (wide) insets.bottom = Math.max(insets.bottom, whole.bottom - box.top + GAP / 2);
    else if (box.top > whole.height / 3 && box.width > whole.width / 3)
      insets.bottom = Math.max(insets.bottom, whole.bottom - box.top + GAP / 2);
    else if (box.left < whole.width / 3) insets.left = Math.max(insets.left, box.right + GAP);
    else insets.right = Math.max(insets.right, whole.right - box.left + GAP);
  }
  return insets;
}
