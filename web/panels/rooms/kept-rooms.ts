/**
 * Sizes of the rooms and whether the legend is folded, kept by the browser between two openings of any map.
 *
 * A browser may refuse (private windows, settings): then every opening begins with the sizes of the style sheets.
 */
import { ROOMS, ROOMY, sizeOfRoom, type RoomName } from "./rooms.ts";

export type RoomSizes = Readonly<Partial<Record<RoomName, number | undefined>>>;

export interface Rooms {
  readonly sizes: RoomSizes;
  readonly folded: boolean;
}

const KEY = "paperweave rooms";

/** @param window of its sides in pixels: what is kept from a larger one is made to fit; a narrow one begins folded. */
export function recallRooms(window: { readonly width: number; readonly height: number }): Rooms {
  const kept = readKept();
  const sizes: Partial<Record<RoomName, number>> = {};
  for (const room of Object.keys(ROOMS) as RoomName[]) {
    const size = kept[room];
    const side = ROOMS[room].edge === "top" ? window.height : window.width;
    if (typeof size === "number" && Number.isFinite(size)) sizes[room] = sizeOfRoom(room, size, side);
  }
  return { sizes, folded: window.width < ROOMY || kept["folded"] === true };
}

/** A fold in a narrow window says nothing of wide ones. */
export function keepRooms({ sizes, folded }: Rooms, width: number): void {
  const before = readKept()["folded"] === true;
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...sizes, folded: width < ROOMY ? before : folded }));
  } catch {
    // Nothing depends on it.
  }
}

function readKept(): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return typeof kept === "object" && kept !== null ? (kept as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
