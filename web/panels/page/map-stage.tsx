/**
 * The place where the map is drawn: the state sets the map, the mouse on the map sets the state.
 */
import { effect } from "@preact/signals";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { plainContext } from "../../map/canvas.ts";
import { MapView } from "../../map/map-view.ts";
import type { PreparedMap } from "../../map/prepared-map.ts";
import type { Insets } from "../../map/camera/projection.ts";
import type { Camera } from "../../state/permalink.ts";
import type { Appearance } from "../../map/drawing/appearance.ts";
import { useStore, type Store } from "../../state/store.ts";
import { hover } from "../../state/view-state.ts";
import { TEXTS } from "../../texts.ts";
import { ROOMY } from "../rooms/rooms.ts";
import { usePage } from "./page-state.ts";

export function MapStage() {
  const store = useStore();
  const page = usePage();
  const container = useRef<HTMLDivElement>(null);
  /** Where the camera stood when the map was lost, which is then opened again. */
  const [lost, setLost] = useState<Camera>();

  useLayoutEffect(() => {
    const element = container.current!;
    const map = canDraw() ? openMap(element, store, page.prepared, lost, setLost) : undefined;
    if (!map) {
      page.canDraw.value = false;
      return undefined;
    }
    store.map.value = page.view.value = map;
    const stops = [followState(map, store), followCards(map, element, store), followSize(map, element)];
    return () => {
      for (const stop of stops) stop();
      map.kill();
      store.map.value = page.view.value = undefined;
    };
  }, [store, page, lost]);

  return (
    <main class="map" tabIndex={0} ref={container} aria-label={TEXTS.map.name}>
      <p class="sr-only">{TEXTS.map.help}</p>
    </main>
  );
}

/**
 * The map with its camera where it was lost, or where the address wants it. Undefined where the browser has no WebGL.
 */
function openMap(
  element: HTMLElement,
  store: Store,
  prepared: PreparedMap,
  lost: Camera | undefined,
  onLost: (camera: Camera) => void,
): MapView | undefined {
  const { index, update, open, firstCamera, camera: resting } = store;
  let map: MapView;
  try {
    map = new MapView(element, index, prepared, appearanceOf(store), {
      onHover: (target) => update((state) => hover(state, target)),
      onClick: (target) => open(target),
      onRest: (camera) => (resting.value = camera),
      onLost: () => onLost(map.moves.camera),
    });
  } catch {
    return undefined;
  }
  map.moves.setStill(matchMedia("(prefers-reduced-motion: reduce)").matches);
  setFreeArea(map, element);
  const camera = lost ?? firstCamera;
  if (camera) map.moves.camera = camera;
  else {
    map.moves.goHome(false);
    const target = store.selection.value;
    if (target?.kind === "community") requestAnimationFrame(() => map.flyToCommunity(target.community, false));
  }
  return map;
}

function appearanceOf({ shown, scheme, colorOf, sizes, density, neutral }: Store): Appearance {
  return {
    shown: shown.value,
    scheme: scheme.value,
    colorOf: colorOf.value,
    sizes: sizes.value,
    density: density.value,
    neutral: neutral.value,
  };
}

/** Filters, colours and what is lit, from the state to the map. Returns how to end it. */
function followState(map: MapView, store: Store): () => void {
  let first = true;
  const stops = [
    effect(() => {
      const next = appearanceOf(store);
      if (first) first = false;
      else map.setAppearance(next);
    }),
    effect(() => map.setFocus(store.focus.value)),
  ];
  return () => stops.forEach((stop) => stop());
}

/** Cards come and go: the free area is what they leave. */
function followCards(map: MapView, element: HTMLElement, { selection }: Store): () => void {
  const stop = effect(() => {
    const opened = selection.value;
    // The panel has its place in the next frame.
    requestAnimationFrame(() => {
      if (opened === selection.peek()) setFreeArea(map, element);
    });
  });
  const cards = new MutationObserver(() => setFreeArea(map, element));
  cards.observe(element.parentElement!, { childList: true, attributes: true, attributeFilter: ["class", "style"] });
  return () => {
    stop();
    cards.disconnect();
  };
}

function followSize(map: MapView, element: HTMLElement): () => void {
  const observer = new ResizeObserver(() => {
    map.resize();
    setFreeArea(map, element);
  });
  observer.observe(element);
  return () => observer.disconnect();
}

/** Whether it is worth trying. */
function canDraw(): boolean {
  return "WebGLRenderingContext" in globalThis && plainContext(document.createElement("canvas")) !== null;
}

const GAP = 20;
/** A card of less than this part of the window's height is low. */
const LOW = 3.2;

function setFreeArea(map: MapView, element: HTMLElement): void {
  const covers = [...document.querySelectorAll<HTMLElement>("[data-covers]")].map((card) =>
    card.getBoundingClientRect(),
  );
  map.setInsets(freeArea(element), covers);
}

/** What the cards leave of the map: cards as high as the window take a side, others top or bottom. */
function freeArea(map: HTMLElement): Insets {
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
    // What is low takes a corner, not a side.
    else if (box.height < whole.height / LOW) {
      if (box.left < GAP && box.top < whole.height / 2 && whole.width < ROOMY)
        insets.top = Math.max(insets.top, box.bottom + GAP / 2);
    } else if (box.left < whole.width / 3) insets.left = Math.max(insets.left, box.right + GAP);
    else insets.right = Math.max(insets.right, whole.right - box.left + GAP);
  }
  return insets;
}
