/**
 * What the keys do on the page (fields and dialogs keep theirs). One entry a line of the list of keys.
 */
import type { Point } from "../../lib/geometry.ts";
import type { Store } from "../../state/store.ts";
import { togglePanel, type PageState } from "./page-state.ts";

export interface KeyEntry {
  /** As they are shown. */
  readonly keys: readonly string[];
  readonly does: string;
  /** For every value of `KeyboardEvent.key`; absent: the browser or a part of the page does it. */
  readonly actions?: Readonly<Record<string, (store: Store) => void>>;
}

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
/** Pixels that the map moves with an arrow. */
const PAN_STEP = 120;
export const ZOOM_STEP = 1.7;

const zoomIn = ({ map }: Store) => map.value?.moves.zoomBy(ZOOM_STEP);
const zoomOut = ({ map }: Store) => map.value?.moves.zoomBy(1 / ZOOM_STEP);

/** But those of the panels. */
export const KEYS: readonly KeyEntry[] = [
  { keys: ["/"], does: "Search", actions: { "/": () => document.getElementById("search")?.focus() } },
  { keys: ["↑", "↓", "Enter"], does: "Choose a result and fly there" },
  {
    keys: ["←", "→", "↑", "↓"],
    does: "Walk to the neighbour in that direction; with nothing open, move the map",
  },
  { keys: ["+", "−"], does: "Zoom in and out", actions: { "+": zoomIn, "=": zoomIn, "-": zoomOut } },
  { keys: ["0"], does: "Show the whole map", actions: { "0": ({ map }) => map.value?.moves.goHome() } },
  { keys: ["l"], does: "Draw around a part of the map; Enter takes all in the window" },
  { keys: ["Esc"], does: "Close what is open" },
  { keys: ["Alt ←", "Alt →"], does: "Back and forward" },
];

export function handleKey(event: KeyboardEvent, store: Store, page: PageState): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
  const arrow = ARROWS[event.key];
  const action = KEYS.find(({ actions }) => actions?.[event.key])?.actions?.[event.key];
  if (event.key === "l" && page.canDraw.value) {
    page.lasso.value = true;
    event.preventDefault();
    return;
  }
  const panel = page.panels.find(({ key }) => key === event.key);
  if (arrow && isOnMap(event.target)) walk(store, arrow);
  else if (action) action(store);
  else if (panel) togglePanel(page, panel);
  else return;
  event.preventDefault();
}

/** From an open node to its neighbour on that side; with none open the map moves. */
function walk({ map, selection, open }: Store, direction: Point): void {
  const current = selection.value;
  if (current?.kind !== "node") {
    map.value?.moves.panBy(direction.x * PAN_STEP, direction.y * PAN_STEP);
    return;
  }
  const next = map.value?.neighborTowards(current.node, direction);
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
