/**
 * What the keys do on the page (fields and dialogs keep theirs).
 */
import type { Store } from "../../state/store.ts";

export type DialogName = "take" | "help" | "ask";

const ARROWS: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const STEP = 120;
const ZOOM = 1.7;

export function handleKey(event: KeyboardEvent, store: Store, openDialog: (name: DialogName) => void): void {
  const { map } = store;
  if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
  const arrow = ARROWS[event.key];
  if (arrow && isOnMap(event.target)) walk(store, arrow);
  else if (event.key === "/") document.getElementById("search")?.focus();
  else if (event.key === "?") openDialog("help");
  else if (event.key === "a") openDialog("ask");
  else if (event.key === "0") map.value?.moves.goHome();
  else if (event.key === "+" || event.key === "=") map.value?.moves.zoomBy(ZOOM);
  else if (event.key === "-") map.value?.moves.zoomBy(1 / ZOOM);
  else return;
  event.preventDefault();
}

/** From an open node to its neighbour on that side; with none open the map moves. */
function walk({ map, selection, open }: Store, direction: { readonly x: number; readonly y: number }): void {
  const view = map.value;
  const current = selection.value;
  if (current?.kind !== "node") {
    view?.moves.panBy(direction.x * STEP, direction.y * STEP);
    return;
  }
  const next = view?.neighborTowards(current.node, direction);
  if (next !== undefined) open({ kind: "node", node: next });
}

/** From a field of the panel back to what it belongs to. False where there is no such field. */
export function leaveField(target: EventTarget | null): boolean {
  if (!isField(target) || !target.closest(".detail")) return false;
  target.blur();
  target.closest("details")?.querySelector("summary")?.focus();
  return true;
}

function isField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}

/** Nothing in the focus, or the map, or the heading of what is open: arrows belong to the map, not to scrolling. */
function isOnMap(target: EventTarget | null): boolean {
  return (
    target === document.body || (target instanceof HTMLElement && target.closest(".map, .detail h2, .tools") !== null)
  );
}
