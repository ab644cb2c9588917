/**
 * Drawing around a part of the map: what lies inside stays, and the table, the link and every export tell of it alone.
 */
import { useSignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import type { Box, Point } from "../../lib/geometry.ts";
import { areaOf } from "../../state/filters/area.ts";
import { useStore } from "../../state/store.ts";
import { setFilters } from "../../state/view-state.ts";
import { TEXTS } from "../../texts.ts";
import { IconButton } from "../parts/icon-button.tsx";
import { usePage } from "./page-state.ts";

/** Pixels between two points of the line. */
const STEP = 6;

export function Lasso() {
  const { lasso } = usePage();
  return lasso.value ? <Drawing /> : null;
}

function Drawing() {
  const { index, update } = useStore();
  const { lasso, view } = usePage();
  const line = useSignal<readonly Point[]>([]);
  const end = (pixels: readonly Point[]) => {
    const map = view.value;
    const area =
      map &&
      areaOf(
        index,
        pixels.map((pixel) => map.placeAt(pixel)),
      );
    lasso.value = false;
    if (area) update((state) => setFilters(state, { area }));
  };
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") lasso.value = false;
      else if (event.key === "Enter" && !(event.target instanceof HTMLButtonElement))
        end(freeWindow(view.value!.moves.free));
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener("keydown", onKey, true);
    return () => removeEventListener("keydown", onKey, true);
  }, []);
  const pixelOf = ({ offsetX: x, offsetY: y }: PointerEvent): Point => ({ x, y });
  return (
    <>
      <svg
        class="lasso"
        aria-hidden="true"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          line.value = [pixelOf(event)];
        }}
        onPointerMove={(event) => {
          const last = line.value.at(-1);
          const pixel = pixelOf(event);
          if (last && Math.hypot(pixel.x - last.x, pixel.y - last.y) >= STEP) line.value = [...line.value, pixel];
        }}
        onPointerUp={() => end(line.value)}
      >
        <polygon points={line.value.map(({ x, y }) => `${x},${y}`).join(" ")} />
      </svg>
      <div class="card page-hint" role="status">
        {TEXTS.lasso.help}
        <IconButton icon="close" className="small" label={TEXTS.lasso.cancel} onClick={() => (lasso.value = false)} />
      </div>
    </>
  );
}

/** What the cards leave of the window, as a line around it. */
function freeWindow({ left, top, right, bottom }: Box): Point[] {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}
