/**
 * What the page has to say over the map: what it waits for, what it asks for, that nothing is left.
 */
import { nameOf } from "../../data/map-index.ts";
import { useStore } from "../../state/store.ts";
import { askPath } from "../../state/view-state.ts";
import { TEXTS } from "../../texts.ts";
import { IconButton } from "../parts/icon-button.tsx";
import { usePage } from "./page-state.ts";

export function NothingLeft() {
  const { index, remaining } = useStore();
  const { papers, terms } = remaining.value;
  return index.count > 0 && papers + terms === 0 ? (
    <p class="card page-hint" role="status">
      {TEXTS.filters.nothing}
    </p>
  ) : null;
}

/** A link may come from another build of the map. */
export function MissedHint() {
  const { missed } = useStore();
  if (missed.value === undefined) return null;
  return (
    <div class="card page-hint" role="status">
      {TEXTS.load.missed(missed.value)}
      <IconButton icon="close" className="small" label={TEXTS.panel.close} onClick={() => (missed.value = undefined)} />
    </div>
  );
}

/** While something is asked for that the document is needed for. */
export function LoadingHint() {
  const { ready, waiting } = useStore();
  const { dialog, dock } = usePage();
  const opened = [dialog.value, dock.value].some((panel) => panel?.needsDocument);
  return waiting.value || (opened && !ready.value) ? (
    <p class="card page-hint" role="status">
      {TEXTS.load.loading}
    </p>
  ) : null;
}

/** While the other end of a path is wanted. */
export function PathHint() {
  const { index, state, update } = useStore();
  const { pathFrom } = state.value;
  if (pathFrom === undefined) return null;
  return (
    <div class="card page-hint" role="status">
      {TEXTS.path.choose(nameOf(index, pathFrom))}
      <IconButton
        icon="close"
        className="small"
        label={TEXTS.path.cancel}
        onClick={() => update((current) => askPath(current, pathFrom))}
      />
    </div>
  );
}
