/**
 * The edge of a room, drawn by mouse or moved by arrow keys.
 */
import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { ROOMS, sizeOfRoom, type RoomName } from "./rooms.ts";
import { usePage } from "../page/page-state.ts";

/** Pixels that an arrow key moves it. */
const STEP = 24;
/** Arrows that make a room larger, by the edge that moves. */
const LARGER = { right: "ArrowRight", left: "ArrowLeft", top: "ArrowUp" } as const;
const SMALLER = { right: "ArrowLeft", left: "ArrowRight", top: "ArrowDown" } as const;

export function Resizer({ room }: { readonly room: RoomName }) {
  const { rooms } = usePage();
  const { label, min, max, edge } = ROOMS[room];
  const upright = edge !== "top";
  const lengthOf = (element: Element) => {
    const { width, height } = element.parentElement!.getBoundingClientRect();
    return upright ? width : height;
  };
  const edgeOf = useRef<HTMLDivElement>(null);
  /** That of the style sheets, where it was never changed. */
  const own = useSignal(min);
  useLayoutEffect(() => {
    if (edgeOf.current) own.value = Math.round(lengthOf(edgeOf.current));
  }, []);
  const resize = (wanted: number) => {
    const size = sizeOfRoom(room, wanted, upright ? innerWidth : innerHeight);
    rooms.value = { ...rooms.value, [room]: size };
  };
  const onPointerMove = (event: PointerEvent & { readonly currentTarget: HTMLElement }) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { left, right, bottom } = event.currentTarget.parentElement!.getBoundingClientRect();
    const { clientX, clientY } = event;
    resize(edge === "right" ? clientX - left : edge === "left" ? right - clientX : bottom - clientY);
  };
  return (
    <div
      ref={edgeOf}
      class={`resizer resizer-${edge}`}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={upright ? "vertical" : "horizontal"}
      aria-valuemin={min}
      aria-valuemax={Math.round(max * (upright ? innerWidth : innerHeight))}
      aria-valuenow={rooms.value[room] ?? own.value}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onDblClick={() => (rooms.value = { ...rooms.value, [room]: undefined })}
      onKeyDown={(event) => {
        const step = event.key === LARGER[edge] ? STEP : event.key === SMALLER[edge] ? -STEP : 0;
        if (step === 0) return;
        event.preventDefault();
        event.stopPropagation();
        resize(lengthOf(event.currentTarget) + step);
      }}
    />
  );
}
