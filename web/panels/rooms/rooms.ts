/**
 * The rooms around the map: how large each may be. Their sizes are custom properties of the page (`--side-width` …); one that
 * was never changed has the size of the style sheets.
 */
import { TEXTS } from "../../texts.ts";

export type RoomName = "side" | "panel" | "dock";

interface Room {
  readonly label: string;
  /** The property that holds its size. */
  readonly property: string;
  /** Pixels. */
  readonly min: number;
  /** Share of the window. */
  readonly max: number;
  /** Where its edge lies that is drawn: growing means moving it this way. */
  readonly edge: "right" | "left" | "top";
}

export const ROOMS: Readonly<Record<RoomName, Room>> = {
  side: { label: TEXTS.rooms.side, property: "--side-width", min: 240, max: 0.45, edge: "right" },
  panel: { label: TEXTS.rooms.panel, property: "--panel-width", min: 280, max: 0.6, edge: "left" },
  dock: { label: TEXTS.rooms.dock, property: "--dock-height", min: 140, max: 0.8, edge: "top" },
};

/** Windows below this width begin with the legend folded, so that the map has room. */
export const ROOMY = 960;

/** @param wanted pixels @param window length of its side in pixels */
export function sizeOfRoom(room: RoomName, wanted: number, window: number): number {
  const { min, max } = ROOMS[room];
  return Math.round(Math.max(min, Math.min(max * window, wanted)));
}
