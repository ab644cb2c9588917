/**
 * The panels that are open: a dock below, a dialog over the page.
 */
import { useStore } from "../../state/store.ts";
import { TEXTS } from "../../texts.ts";
import { Dialog } from "../parts/dialog.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import { Resizer } from "../rooms/resizer.tsx";
import { usePage } from "./page-state.ts";

export function OpenDock() {
  const { ready } = useStore();
  const { dock, showDock, canDraw } = usePage();
  const panel = dock.value;
  if (!panel || (panel.needsDocument && !ready.value) || (panel.needsMap && !canDraw.value)) return null;
  return (
    <section class="card dock" aria-label={panel.title} data-covers>
      <Resizer room="dock" />
      <IconButton icon="close" className="dock-close" label={TEXTS.panel.close} onClick={() => showDock(undefined)} />
      <panel.Content />
    </section>
  );
}

export function OpenDialog() {
  const { ready } = useStore();
  const { dialog } = usePage();
  const panel = dialog.value;
  if (!panel || (panel.needsDocument && !ready.value)) return null;
  return (
    <Dialog title={panel.title} onClose={() => (dialog.value = undefined)}>
      <panel.Content />
    </Dialog>
  );
}
